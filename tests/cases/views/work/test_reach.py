"""The page of who was told, has opened and answered: counts, filters, the reminder with its words."""

from __future__ import annotations

from datetime import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from makul.cases.models import Case, Reading
from makul.journal.models import Entry
from makul.notices.models import Notice
from tests.scene import Scene, browser, build_scene, file, notified, screened

pytestmark = pytest.mark.django_db


def url(name: str, case: Case, query: str = "") -> str:
    return f"{reverse(name, args=[case.number])}{query}"


def test_the_desk_sees_how_far_it_has_come(scene: Scene, case: Case) -> None:
    file(scene, case, scene.bodies[0], "agreed")
    browser(scene.drafter(scene.bodies[1])).get(url("case_work", case))
    page = browser(scene.drafter(scene.desk)).get(url("reach", case)).content.decode()
    assert "Of 3 bodies 3 have been told, 2 have opened the case, 1 have answered." in page


def test_a_visit_of_a_body_is_kept_and_one_of_the_desk_is_not(scene: Scene, case: Case) -> None:
    for party in (scene.desk, scene.bodies[0], scene.union):
        browser(scene.drafter(party)).get(url("case_work", case))
    browser(scene.drafter(scene.bodies[1])).get(reverse("case", args=[case.number]))
    keys = Reading.objects.order_by("pk").values_list("party__key", flat=True)
    assert list(keys) == [scene.bodies[0].key, scene.union.key, scene.bodies[1].key]


def test_a_filter_is_part_of_the_address(scene: Scene, case: Case) -> None:
    file(scene, case, scene.bodies[0], "agreed")
    client = browser(scene.drafter(scene.desk))
    found = client.get(url("reach", case, "?state=waiting&oblast=02")).context["page_obj"]
    assert [one.party.key for one in found] == [body.key for body in scene.bodies[1:]]
    assert list(client.get(url("reach", case, "?oblast=x")).context["page_obj"]) == []


def test_the_words_are_shown_first_then_all_chosen_are_reminded(scene: Scene, case: Case) -> None:
    client = browser(scene.drafter(scene.union))
    file(scene, case, scene.bodies[0], "agreed")
    page = client.get(url("reach_remind", case, "?state=waiting"))
    assert "work/position/" in page.content.decode()
    done = client.post(url("reach_remind", case, "?state=waiting"))
    assert (done.status_code, Notice.objects.filter(kind="reminded").count()) == (303, 2)
    again = client.post(url("reach_remind", case, "?state=waiting"))
    assert (again.status_code, Entry.objects.filter(action="reminded").count()) == (422, 1)
    assert "To how many bodies" in client.get(url("reach", case)).content.decode()


def test_a_body_does_not_see_the_page(scene: Scene, case: Case) -> None:
    client = browser(scene.signatory(scene.bodies[0]))
    assert client.get(url("reach", case)).status_code == 403


def test_the_page_before_anyone_is_asked(at: datetime) -> None:
    scene = build_scene(bodies=1, at=at)
    case = screened(scene, at=at)
    page = browser(scene.drafter(scene.desk)).get(url("reach", case)).content.decode()
    assert "No body is in the circle yet" in page


def test_queries_do_not_grow_with_the_bodies(at: datetime) -> None:
    scene = build_scene(bodies=40, at=at)
    case = notified(scene, at=at)
    client = browser(scene.drafter(scene.desk))
    with CaptureQueriesContext(connection) as queries:
        assert client.get(url("reach", case)).status_code == 200
    assert len(queries) <= 20

"""Letters are queued once, sent again where they failed, and other ways of telling are recorded."""

from __future__ import annotations

from datetime import datetime

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from makul.cases.actions.opening import set_circle
from makul.cases.models import Case
from makul.journal.models import Entry
from makul.notices.actions import note_attempt
from makul.notices.models import Notice
from makul.notices.post import Answer
from tests.scene import Scene, browser, screened

pytestmark = pytest.mark.django_db


@pytest.fixture
def case(scene: Scene, at: datetime) -> Case:
    return screened(scene, at=at)


@pytest.fixture
def desk(scene: Scene) -> Client:
    return browser(scene.drafter(scene.desk))


@pytest.fixture
def url(case: Case) -> str:
    return reverse("notify", args=[case.number])


def choose(scene: Scene, case: Case, at: datetime, *, count: int = 3) -> None:
    actor = scene.drafter(scene.desk)
    set_circle(case=case, bodies=scene.bodies[:count], actor=actor, now=at)


def test_without_a_circle_nobody_is_told(desk: Client, url: str) -> None:
    assert (desk.post(url, {"sure": "on"}).status_code, Notice.objects.count()) == (422, 0)


def test_letters_go_to_the_bodies_and_the_association_once(
    scene: Scene, case: Case, at: datetime, desk: Client, url: str
) -> None:
    choose(scene, case, at)
    for _ in range(2):
        desk.post(url, {"sure": "on"})
    assert Notice.objects.count() == len(scene.bodies) + 1


def test_a_letter_that_came_back_goes_again(
    scene: Scene, case: Case, at: datetime, desk: Client, url: str
) -> None:
    choose(scene, case, at)
    desk.post(url, {"sure": "on"})
    notice = Notice.objects.get(party=scene.bodies[0])
    assert desk.post(url, {"again": notice.pk, "sure": "on"}).status_code == 422
    note_attempt(notice=notice, answer=Answer.refused("550"), now=at)
    assert desk.post(url, {"again": notice.pk, "sure": "on"}).status_code == 303
    notice.refresh_from_db()
    assert notice.state == "queued"


def test_another_way_of_telling_starts_the_term_and_is_not_taken_twice(
    scene: Scene, case: Case, at: datetime, desk: Client, url: str
) -> None:
    choose(scene, case, at)
    asked = f"{url}?tell={scene.bodies[0].key}"
    codes = [desk.post(asked, {"how": "нарочным"}).status_code for _ in range(2)]
    told = Entry.objects.filter(subject=case.subject, action="notified", to=scene.bodies[0].key)
    assert (codes, told.count()) == ([303, 422], 1)
    assert desk.get(f"{url}?tell=nobody").status_code == 404


def test_the_page_asks_as_often_for_three_bodies_as_for_one(
    scene: Scene, case: Case, at: datetime, desk: Client, url: str
) -> None:
    counts = []
    for count in (1, 3):
        choose(scene, case, at, count=count)
        desk.get(url)
        with CaptureQueriesContext(connection) as queries:
            desk.get(url)
        counts.append(len(queries))
    assert counts[0] == counts[1]

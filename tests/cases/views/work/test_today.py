"""The page of today: what is owed, how soon, and what lies ready to be signed."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from makul.cases.models import Assignment, Case
from makul.cases.queries import work
from tests.scene import Scene, answer, browser, draft, file, make_mandate, make_party, notified

pytestmark = pytest.mark.django_db


def steps(scene: Scene, party: object) -> list[str]:
    page = browser(scene.signatory(party)).get(reverse("today"))
    return [one["task"].step for group in page.context["groups"] for one in group["tasks"]]


def test_each_role_has_its_own_work(scene: Scene, spoken: Case) -> None:
    assert steps(scene, scene.bodies[2]) == ["position"]
    assert steps(scene, scene.bodies[0]) == []
    assert steps(scene, scene.union) == ["association_position"]
    assert steps(scene, scene.panel) == []


def test_who_signs_finds_the_draft(scene: Scene, case: Case) -> None:
    body = scene.bodies[0]
    draft(scene, case, body, "agreed")
    release = reverse("position_release", args=[case.number])
    assert release in browser(scene.signatory(body)).get(reverse("today")).content.decode()
    assert release not in browser(scene.drafter(body)).get(reverse("today")).content.decode()


def test_silence_is_told_and_an_answer_still_taken(scene: Scene, at: datetime) -> None:
    long_ago = at - timedelta(days=60)
    notified(scene, at=long_ago)
    page = browser(scene.signatory(scene.bodies[0])).get(reverse("today"))
    [group] = page.context["groups"]
    [one] = group["tasks"]
    assert (one["task"].step, one["task"].is_recorded) == ("position", True)


def test_nothing_owed_says_what_will_come(scene: Scene) -> None:
    page = browser(scene.signatory(scene.panel), language="en").get(reverse("today"))
    assert "You owe nothing today" in page.content.decode()


def test_what_does_not_fit_is_said_with_the_way_to_it(
    scene: Scene, case: Case, at: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    notified(scene, at=at)
    client = browser(scene.signatory(scene.union), language="en")
    assert "more case of ours" not in client.get(reverse("today")).content.decode()
    monkeypatch.setattr(work, "MOST_CASES", 1)
    for name in ("today", "institution"):
        page = client.get(reverse(name)).content.decode()
        assert "And 1 more case of ours, with a later term:" in page
        assert f'href="{reverse("case_board")}?whose=ours"' in page


def test_another_bodys_case_is_not_mine(scene: Scene, case: Case) -> None:
    stranger = make_mandate(make_party("demo-stranger", "executive"), signs=True)
    assert browser(stranger).get(reverse("today")).context["agenda"].count == 0


def test_the_queries_do_not_grow_with_the_bodies(scene: Scene, case: Case, at: datetime) -> None:
    client, counts = browser(scene.signatory(scene.union)), []
    for body in scene.bodies[:2]:
        with CaptureQueriesContext(connection) as seen:
            client.get(reverse("today"))
        counts.append(len(seen))
        file(scene, case, body, "agreed", at=at + timedelta(days=1))
    assert counts[0] == counts[1] <= 20


def test_what_changed_leads_to_where_it_is_read(scene: Scene, spoken: Case, at: datetime) -> None:
    answer(scene, spoken, at=at + timedelta(days=2))
    page = browser(scene.drafter(scene.bodies[0])).get(reverse("today"))
    found = {one["change"].step: one for one in page.context["changes"]}
    assert list(found) == ["replied", "notified"]
    assert found["replied"]["url"] == reverse("own_remarks", args=[spoken.number])
    assert found["replied"]["replies"] == [("declined", 2)]
    assert found["replied"]["who"] == "demo-ministry (en)"


def test_who_has_no_case_yet_learns_what_will_come(scene: Scene) -> None:
    stranger = make_mandate(make_party("demo-stranger", "executive"), signs=True)
    page = browser(stranger).get(reverse("today")).content.decode()
    assert "Your body takes part in no case yet." in page


def test_rows_given_to_me_stand_on_my_day(scene: Scene, answered: Case) -> None:
    row = answered.rows.first()
    row.reply.delete()
    mandate = scene.drafter(scene.ministry)
    Assignment.objects.create(row=row, mandate=mandate, at=answered.opened_at)
    page = browser(mandate).get(reverse("today"))
    [one] = page.context["assigned"]
    assert (one.case, one.unanswered) == (answered, 1)
    assert browser(scene.signatory(scene.ministry)).get(reverse("today")).context["assigned"] == []


def test_the_institution_sees_all_its_people_and_what_is_due(scene: Scene, case: Case) -> None:
    body = scene.bodies[0]
    draft(scene, case, body, "agreed")
    page = browser(scene.signatory(body)).get(reverse("institution"))
    [group] = page.context["groups"]
    assert [one["task"].step for one in group["tasks"]] == ["position"]
    assert [len(one.in_hand) for one in page.context["people"]] == [0, 1]
    assert "a drafted position" in page.content.decode()


@pytest.mark.parametrize("name", ["today", "institution"])
def test_many_cases_cost_no_more_queries(scene: Scene, case: Case, at: datetime, name: str) -> None:
    client, counts = browser(scene.signatory(scene.union)), []
    for _time in range(2):
        with CaptureQueriesContext(connection) as seen:
            client.get(reverse(name))
        counts.append(len(seen))
        notified(scene, at=at)
    assert counts[0] == counts[1] <= 20

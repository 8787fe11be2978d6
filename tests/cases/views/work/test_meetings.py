"""The meeting through its pages: invited, then recorded row by row."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from makul.cases.models import Case, Meeting
from tests.scene import Scene, browser

pytestmark = pytest.mark.django_db


def url(name: str, case: Case) -> str:
    return reverse(name, args=[case.number])


def local(days: int) -> str:
    return timezone.localtime(timezone.now() + timedelta(days=days)).strftime("%Y-%m-%dT%H:%M")


def record(scene: Scene, **more: str) -> dict[str, str]:
    return {
        "do": "save",
        "held_at": local(0),
        "count": "2",
        "p0-party": scene.ministry.key,
        "p0-office": "башчы",
        "p0-may_decide": "on",
        "p1-party": scene.union.key,
        "p1-office": "директор",
        "row1-is_settled": "yes",
        "row1-wording_ky": "Макулдашылган",
        "row3-is_settled": "no",
        **more,
    }


@pytest.fixture
def invited(scene: Scene, answered: Case) -> Case:
    data = {"planned_at": local(7), "place": "Бишкек"}
    done = browser(scene.drafter(scene.desk)).post(url("meeting_invite", answered), data)
    assert done.status_code == 303
    return answered


def test_a_meeting_is_recorded_and_a_row_settled(scene: Scene, invited: Case) -> None:
    client = browser(scene.drafter(scene.desk))
    assert client.post(url("meeting_hold", invited), record(scene)).status_code == 303
    meeting = Meeting.objects.get()
    assert (meeting.has_quorum, meeting.presences.count()) == (True, 2)
    settled = {one.row.number: one.is_settled for one in meeting.results.select_related("row")}
    assert settled == {1: True, 3: False}


def test_a_settled_row_needs_its_wording(scene: Scene, invited: Case) -> None:
    data = record(scene, **{"row1-wording_ky": "", "row1-note_ky": "Узун жүйө"})
    page = browser(scene.drafter(scene.desk)).post(url("meeting_hold", invited), data)
    assert (page.status_code, "Узун жүйө" in page.content.decode()) == (422, True)
    assert Meeting.objects.get().held_at is None


def test_one_more_line_keeps_what_is_typed(scene: Scene, invited: Case) -> None:
    data = record(scene, do="add")
    page = browser(scene.drafter(scene.desk)).post(url("meeting_hold", invited), data)
    text = page.content.decode()
    assert page.status_code == 200
    assert page.context["forms"].count == 3
    assert ("директор" in text, "Макулдашылган" in text) == (True, True)


def test_a_day_past_is_refused_on_the_form(scene: Scene, answered: Case) -> None:
    data = {"planned_at": local(-1), "place": "Бишкек"}
    page = browser(scene.drafter(scene.desk)).post(url("meeting_invite", answered), data)
    assert (page.status_code, Meeting.objects.count()) == (422, 0)


def test_without_an_invitation_one_is_asked_for_first(scene: Scene, answered: Case) -> None:
    client = browser(scene.drafter(scene.desk))
    assert client.get(url("meeting_hold", answered)).url == url("meeting_invite", answered)

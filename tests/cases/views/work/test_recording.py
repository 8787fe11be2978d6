"""The record while it is written: parts merged, wordings taken over, rows one after another."""

from __future__ import annotations

import pytest
from django.test import RequestFactory
from django.utils import timezone

from makul.cases.models import Case
from makul.cases.queries.meetings import Agenda, proposed_agenda
from makul.cases.views.work.page import Work
from makul.cases.views.work.recording import (
    keep_part,
    kept_meeting,
    next_row,
    take_wording,
    wording_of,
    written_on,
)
from makul.parties.models import KeptForm
from tests.scene import Scene

pytestmark = pytest.mark.django_db


def work(scene: Scene, case: Case, data: dict[str, str] | None = None) -> Work:
    request = RequestFactory().post("/", data or {})
    return Work(request, case, scene.drafter(scene.desk), timezone.now())


@pytest.fixture
def agenda(answered: Case) -> Agenda:
    row = answered.rows.get(number=1)
    row.wording_ky, row.wording_ru = "Биздин редакция", "Наша редакция"
    row.save()
    return proposed_agenda(answered)


def test_a_part_is_kept_beside_the_rest(scene: Scene, answered: Case) -> None:
    page = work(scene, answered)
    keep_part(page, {"row1-note_ky": ["бир"], "record_ky": ["жалпы"], "once": ["токен"]})
    keep_part(page, {"row1-note_ky": ["эки"]}, whole=kept_meeting(page))
    assert kept_meeting(page) == {"row1-note_ky": "эки", "record_ky": "жалпы"}
    assert KeptForm.objects.get().address == page.url("meeting_hold")


@pytest.mark.parametrize(
    ("do", "place", "kept"),
    [
        ("keep", "", {"count": "2"}),
        ("add", "h-present", {"count": "3"}),
        ("task", "h-tasks", {"count": "2", "tasks": "2"}),
    ],
)
def test_each_button_does_its_part(
    scene: Scene, answered: Case, agenda: Agenda, do: str, place: str, kept: dict[str, str]
) -> None:
    page = work(scene, answered, {"count": "2", "do": do})
    assert written_on(page, agenda, do=do) == place
    assert kept_meeting(page) == kept


def test_a_wording_is_that_of_its_side(agenda: Agenda) -> None:
    first = agenda.disputed[0]
    assert [wording_of(first, side, "ru") for side in ("lsg", "initiator")] == ["Наша редакция", ""]
    fields: dict[str, list[str]] = {}
    assert take_wording(fields, agenda, "1-lsg") == "1"
    assert fields == {"row1-wording_ky": ["Биздин редакция"], "row1-wording_ru": ["Наша редакция"]}
    assert take_wording(fields, agenda, "99-lsg") == "99"
    assert len(fields) == 2


def test_after_the_last_row_comes_the_whole_record(
    scene: Scene, answered: Case, agenda: Agenda
) -> None:
    page = work(scene, answered)
    assert next_row(page, agenda, 0) == page.url("meeting_row", 3)
    assert next_row(page, agenda, 1) == page.url("meeting_hold") + "#h-b"

"""The minutes through their page: read by those in the case, corrected by those present, printed."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from makul.cases.actions.meetings import (
    MeetingRecord,
    PresenceInput,
    ResultInput,
    TaskInput,
    hold_meeting,
    invite_meeting,
)
from makul.cases.models import Case, Meeting, Protocol
from tests.scene import Scene, browser, make_mandate, make_party

pytestmark = pytest.mark.django_db


@pytest.fixture
def held(scene: Scene, answered: Case) -> Meeting:
    now, actor = timezone.now(), scene.drafter(scene.desk)
    meeting = invite_meeting(
        case=answered, planned_at=now + timedelta(hours=1), place="Бишкек", actor=actor, now=now
    )
    content = MeetingRecord(
        held_at=now,
        presences=[
            PresenceInput(scene.ministry, "башчы", may_decide=True),
            PresenceInput(scene.union, "кеңешчи", is_remote=True),
        ],
        results=[ResultInput(answered.rows.get(number=1), True, wording_ky="Макулдашылган сөз")],
        tasks=[TaskInput(scene.ministry, text_ru="Уточнить расчёт")],
        record_ru="Выслушаны обе стороны.",
    )
    return hold_meeting(meeting=meeting, content=content, actor=actor, now=now)


def page(meeting: Meeting) -> str:
    return reverse("minutes", args=[meeting.case.number, meeting.pk])


def test_they_tell_who_was_there_what_became_of_each_row_and_the_tasks(
    scene: Scene, held: Meeting
) -> None:
    found = browser(scene.drafter(scene.bodies[0])).get(page(held))
    minutes, text = found.context["minutes"], found.content.decode()
    known = [(one.presence.office, one.mandate is not None) for one in minutes.present]
    assert known == [("башчы", True), ("кеңешчи", False)]
    assert (minutes.settled, minutes.number, minutes.absent) == (1, 1, [])
    for words in ("Макулдашылган сөз", "Уточнить расчёт", "Выслушаны обе стороны."):
        assert words in text


def test_the_latest_are_found_from_the_case(scene: Scene, held: Meeting, case: Case) -> None:
    client = browser(scene.drafter(scene.union))
    latest = reverse("latest_minutes", args=[case.number])
    assert client.get(latest).url == page(held)
    assert latest in client.get(reverse("case_work", args=[case.number])).content.decode()
    held.presences.all().delete()
    held.held_at = None
    held.save()
    assert client.get(latest).url == reverse("case_work", args=[case.number])


def test_one_who_was_there_corrects_his_words(scene: Scene, held: Meeting) -> None:
    client = browser(scene.drafter(scene.union))
    data = {"language": "ky", "text": "Мен башкача айттым"}
    assert client.post(page(held), data).status_code == 303
    assert "Мен башкача айттым" in client.get(page(held)).content.decode()
    assert client.post(page(held), {"language": "ky", "text": ""}).status_code == 422


def test_others_are_offered_no_form_and_strangers_no_page(scene: Scene, held: Meeting) -> None:
    body = browser(scene.drafter(scene.bodies[0])).get(page(held))
    assert body.context["was_there"] is False
    stranger = make_mandate(make_party("demo-stranger", "executive"), signs=True)
    assert browser(stranger).get(page(held)).status_code == 403


def test_the_protocol_is_drawn_on_the_spot(scene: Scene, held: Meeting) -> None:
    client, draw = (
        browser(scene.drafter(scene.desk)),
        reverse("protocol_draw", args=[held.case.number]),
    )
    assert client.get(page(held)).context["may_draw"] is True
    assert client.post(draw).url == reverse("protocol_sign", args=[held.case.number])
    assert Protocol.objects.get().kind == "disagreements"
    assert client.get(page(held)).context["may_draw"] is False


@pytest.mark.parametrize("name", ["ky", "ru", "ky-ru"])
@pytest.mark.parametrize(("kind", "start"), [("pdf", b"%PDF"), ("docx", b"PK")])
def test_they_are_printed_in_both_languages(
    scene: Scene, held: Meeting, name: str, kind: str, start: bytes
) -> None:
    url = reverse("minutes_file", args=[held.case.number, held.pk, name, kind])
    found = browser(scene.drafter(scene.union)).get(url)
    assert (found.status_code, found.content[: len(start)]) == (200, start)


def test_the_queries_are_few(scene: Scene, held: Meeting) -> None:
    client = browser(scene.drafter(scene.union))
    with CaptureQueriesContext(connection) as seen:
        client.get(page(held))
    assert len(seen) <= 20

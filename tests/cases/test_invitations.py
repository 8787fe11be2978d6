"""The invitation to a meeting: when, where and which rows, in the language of its reader."""

from __future__ import annotations

from datetime import timedelta

import pytest
from icalendar import Calendar

from makul.cases.actions.meetings import invite_meeting
from makul.cases.invitations import invitation, invited_parties
from tests.scene import START, answer, build_scene, file, notified, remark

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("language", "place"), [("ky", "1. 3-берене, 1-бөлүк"), ("ru", "1. Статья 3, часть 1")]
)
def test_it_names_the_day_the_place_and_the_rows(language: str, place: str) -> None:
    scene = build_scene(bodies=2)
    case = notified(scene)
    file(scene, case, scene.bodies[0], "not_agreed", remark())
    answer(scene, case)
    now = START + timedelta(days=36)
    meeting = invite_meeting(
        case=case,
        planned_at=now + timedelta(days=7),
        place="Бишкек, 1-көчө",
        actor=scene.drafter(scene.desk),
        now=now,
    )
    scene.ministry.language = language
    letter = invitation(meeting, scene.ministry)
    assert (letter.kind, letter.language) == ("invited", language)
    assert all(word in letter.body for word in ("Бишкек, 1-көчө", "10:00", place, case.number))
    [event] = Calendar.from_ical(letter.calendar).walk("VEVENT")
    assert event.decoded("dtstart") == meeting.planned_at
    assert event.decoded("dtend") - event.decoded("dtstart") == timedelta(hours=1)
    assert str(event["location"]) == "Бишкек, 1-көчө"
    assert scene.bodies[1] not in invited_parties(case)

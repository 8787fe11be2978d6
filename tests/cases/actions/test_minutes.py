"""Corrections of the minutes: by one who was present, until a side has signed, replacing nothing."""

from __future__ import annotations

from datetime import timedelta

import pytest

from makul.cases.actions.meetings import (
    MeetingRecord,
    PresenceInput,
    hold_meeting,
    invite_meeting,
)
from makul.cases.actions.minutes import correct_minutes, is_signed
from makul.cases.actions.protocols import sign_protocol
from makul.cases.models import Case, Meeting
from makul.core.errors import BadInput, MakulError, NotAllowed
from makul.documents.storing import digest
from makul.journal.models import Entry
from tests.scene import START, Scene, answer, build_scene, draw, file, notified, remark

pytestmark = pytest.mark.django_db
DAY = START + timedelta(days=43)
LATER = DAY + timedelta(hours=4)


@pytest.fixture
def scene() -> Scene:
    return build_scene(bodies=1)


@pytest.fixture
def meeting(scene: Scene) -> Meeting:
    case = notified(scene)
    file(scene, case, scene.bodies[0], "not_agreed", remark())
    answer(scene, case)
    actor = scene.drafter(scene.desk)
    planned = invite_meeting(
        case=case, planned_at=DAY, place="", actor=actor, now=DAY - timedelta(days=6)
    )
    there = [PresenceInput(scene.ministry, "башчы", True), PresenceInput(scene.union, "директор")]
    content = MeetingRecord(DAY, there, [])
    return hold_meeting(meeting=planned, content=content, actor=actor, now=DAY + timedelta(hours=3))


def correct(scene: Scene, meeting: Meeting, text: str = "Мен башкача айттым") -> object:
    actor = scene.drafter(scene.union)
    return correct_minutes(meeting=meeting, text=text, language="ky", actor=actor, now=LATER)


def refusal(error: type[MakulError], act: object) -> str:
    with pytest.raises(error) as refused:
        act()  # type: ignore[operator]
    return refused.value.code


def test_it_is_attached_with_its_entry_and_replaces_nothing(scene: Scene, meeting: Meeting) -> None:
    before = (meeting.record_ky, meeting.results.count())
    correct(scene, meeting)
    correct(scene, meeting, "Дагы бир сөз")
    assert [one.text for one in meeting.corrections.all()] == ["Мен башкача айттым", "Дагы бир сөз"]
    first, _second = Entry.objects.filter(action="minutes_corrected").order_by("number")
    sha256 = digest("Мен башкача айттым".encode())
    assert (first.party, first.data) == ("demo-union", {"meeting": meeting.pk, "sha256": sha256})
    meeting.refresh_from_db()
    assert (meeting.record_ky, meeting.results.count()) == before


def test_only_one_who_was_there(scene: Scene, meeting: Meeting) -> None:
    for party in (scene.bodies[0], scene.desk):
        actor = scene.signatory(party)
        assert (
            refusal(
                NotAllowed,
                lambda actor=actor: correct_minutes(
                    meeting=meeting, text="…", language="ky", actor=actor, now=LATER
                ),
            )
            == "was_not_present"
        )


def test_until_a_side_has_signed(scene: Scene, meeting: Meeting) -> None:
    case: Case = meeting.case
    protocol = draw(scene, case, at=DAY + timedelta(hours=5))
    assert not is_signed(case)
    correct(scene, meeting)
    sign_protocol(
        protocol=protocol,
        sha256=protocol.version.blob_id,
        actor=scene.signatory(scene.ministry),
        now=DAY + timedelta(hours=6),
    )
    assert is_signed(case)
    assert refusal(BadInput, lambda: correct(scene, meeting)) == "protocol_is_signed"


def test_it_says_something_about_a_meeting_held(scene: Scene, meeting: Meeting) -> None:
    assert refusal(BadInput, lambda: correct(scene, meeting, "  ")) == "nothing_said"
    assert refusal(BadInput, lambda: correct(scene, meeting, "а" * 20_001)) == "too_long"
    meeting.held_at = None
    assert refusal(BadInput, lambda: correct(scene, meeting)) == "not_held"

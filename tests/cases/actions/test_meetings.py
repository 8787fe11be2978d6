"""Meetings: invited where something is unsettled, held with a quorum or without."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

import pytest

from makul.cases.actions.meetings import (
    MeetingRecord,
    PresenceInput,
    ResultInput,
    hold_meeting,
    invite_meeting,
)
from makul.cases.models import Case, Meeting
from makul.cases.queries.judging import status_of, unsettled_rows
from makul.core.errors import BadInput, NotAllowed
from makul.notices.models import Notice
from tests.scene import START, Scene, answer, build_scene, file, notified, remark

pytestmark = pytest.mark.django_db
NOW = START + timedelta(days=36)
DAY = NOW + timedelta(days=7)


@pytest.fixture
def scene() -> Scene:
    return build_scene(bodies=1)


@pytest.fixture
def case(scene: Scene) -> Case:
    case = notified(scene)
    file(scene, case, scene.bodies[0], "not_agreed", remark(), remark("art_2"))
    answer(scene, case)
    return case


def invite(scene: Scene, case: Case) -> Meeting:
    actor = scene.drafter(scene.desk)
    return invite_meeting(case=case, planned_at=DAY, place="Бишкек", actor=actor, now=NOW)


def sides(scene: Scene, *, may_decide: bool = True) -> list[PresenceInput]:
    return [
        PresenceInput(scene.ministry, "башчы", may_decide=may_decide),
        PresenceInput(scene.union, "директор", is_remote=True),
    ]


def hold(scene: Scene, meeting: Meeting, presences: Sequence[PresenceInput]) -> Meeting:
    row = meeting.case.rows.get(number=1)
    result = ResultInput(row, True, wording_ky="Жаңы редакция")
    content = MeetingRecord(DAY, presences, [result], record_ky="Жазуу")
    actor = scene.drafter(scene.desk)
    return hold_meeting(meeting=meeting, content=content, actor=actor, now=DAY + timedelta(hours=3))


def test_no_meeting_without_an_unsettled_row(scene: Scene) -> None:
    with pytest.raises(BadInput) as refused:
        invite(scene, notified(scene))
    assert refused.value.code == "nothing_unsettled"


def test_nobody_is_invited_to_the_past(scene: Scene, case: Case) -> None:
    with pytest.raises(BadInput) as refused:
        invite_meeting(
            case=case,
            planned_at=NOW - timedelta(minutes=1),
            place="",
            actor=scene.drafter(scene.desk),
            now=NOW,
        )
    assert refused.value.code == "in_the_past"


def test_a_second_invitation_moves_the_meeting(scene: Scene, case: Case) -> None:
    assert invite(scene, case).pk == invite(scene, case).pk
    assert case.meetings.count() == 1


def test_both_sides_the_authors_and_the_decider_get_a_letter_once(scene: Scene, case: Case) -> None:
    for _time in (1, 2):
        invite(scene, case)
    letters = Notice.objects.filter(subject=case.subject, kind="invited")
    assert sorted(letters.values_list("party__key", flat=True)) == [
        "demo-aa-01",
        "demo-committee",
        "demo-ministry",
        "demo-union",
    ]
    later = DAY + timedelta(days=1)
    actor = scene.drafter(scene.desk)
    invite_meeting(case=case, planned_at=later, place="Бишкек", actor=actor, now=NOW)
    assert letters.count() == 8


def test_with_a_quorum_a_row_is_settled(scene: Scene, case: Case) -> None:
    meeting = hold(scene, invite(scene, case), sides(scene))
    assert (meeting.has_quorum, unsettled_rows(case).get().number) == (True, 2)
    assert status_of(case, today=DAY.date()).stage == "protocol"


@pytest.mark.parametrize("who", ["no_right_to_decide", "one_side", "nobody"])
def test_without_a_quorum_the_meeting_counts_and_settles_nothing(
    scene: Scene, case: Case, who: str
) -> None:
    presences = {
        "no_right_to_decide": sides(scene, may_decide=False),
        "one_side": sides(scene)[:1],
        "nobody": [],
    }[who]
    meeting = hold(scene, invite(scene, case), presences)
    assert (meeting.has_quorum, unsettled_rows(case).count()) == (False, 2)


def test_a_meeting_is_recorded_once(scene: Scene, case: Case) -> None:
    meeting = hold(scene, invite(scene, case), sides(scene))
    with pytest.raises(BadInput) as refused:
        hold(scene, meeting, sides(scene))
    assert (refused.value.code, meeting.presences.count()) == ("already_held", 2)


def test_a_row_of_another_case_is_refused(scene: Scene, case: Case) -> None:
    other = notified(scene)
    file(scene, other, scene.bodies[0], "not_agreed", remark())
    answer(scene, other)
    meeting = invite(scene, case)
    content = MeetingRecord(DAY, sides(scene), [ResultInput(other.rows.get(), True)])
    with pytest.raises(BadInput) as refused:
        hold_meeting(
            meeting=meeting,
            content=content,
            actor=scene.drafter(scene.desk),
            now=DAY + timedelta(hours=1),
        )
    assert refused.value.code == "not_a_row_here"


def test_bodies_and_deciders_hold_no_meeting(scene: Scene, case: Case) -> None:
    for party in (scene.bodies[0], scene.committee, scene.panel):
        with pytest.raises(NotAllowed):
            invite_meeting(
                case=case, planned_at=DAY, place="", actor=scene.signatory(party), now=NOW
            )

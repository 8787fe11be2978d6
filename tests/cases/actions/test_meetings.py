"""Meetings: invited where something is unsettled, held with a quorum or without."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

import pytest

from makul.cases.actions.meetings import (
    MeetingRecord,
    PresenceInput,
    ResultInput,
    TaskInput,
    discuss_row,
    hold_meeting,
    invite_meeting,
)
from makul.cases.models import Case, Meeting, Reply
from makul.cases.queries.judging import status_of, unsettled_rows
from makul.core.errors import BadInput, NotAllowed
from makul.journal.models import Entry
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


@pytest.fixture
def near(case: Case) -> Case:
    """The ministry offers a wording on row 1."""
    words = {"wording_ky": "Жакын редакция", "wording_ru": "Близкая редакция"}
    Reply.objects.filter(row__case=case, row__number=1).update(kind="partly", **words)
    return case


def agenda(meeting: Meeting) -> dict[int, str]:
    return dict(meeting.agenda.order_by("row__number").values_list("row__number", "part"))


def test_the_agenda_is_divided_when_invited(scene: Scene, near: Case) -> None:
    meeting = invite(scene, near)
    assert agenda(meeting) == {1: "consent", 2: "disputed"}
    assert Entry.objects.get(action="invited").data["consent"] == [1]
    letter = Notice.objects.get(kind="invited", party=scene.ministry)
    assert (letter.path, "1. " in letter.body) == (
        f"/cases/{near.number}/work/meeting/agenda/",
        True,
    )


def test_a_row_moved_to_the_discussion_stays_there(scene: Scene, near: Case) -> None:
    meeting = invite(scene, near)
    row = near.rows.get(number=1)
    discuss_row(meeting=meeting, row=row, actor=scene.drafter(scene.bodies[0]), now=NOW)
    entry = Entry.objects.get(action="row_to_discuss")
    assert (entry.party, entry.data) == ("demo-aa-01", {"meeting": meeting.pk, "row": 1})
    assert agenda(invite(scene, near)) == {1: "disputed", 2: "disputed"}
    with pytest.raises(BadInput) as refused:
        discuss_row(meeting=meeting, row=row, actor=scene.drafter(scene.union), now=NOW)
    assert refused.value.code == "not_on_consent"
    with pytest.raises(NotAllowed):
        discuss_row(meeting=meeting, row=row, actor=scene.signatory(scene.committee), now=NOW)


def test_rows_are_kept_out_of_the_consent_list_when_invited(scene: Scene, near: Case) -> None:
    meeting = invite_meeting(
        case=near,
        planned_at=DAY,
        place="",
        actor=scene.drafter(scene.desk),
        now=NOW,
        disputed=[near.rows.get(number=1).pk],
    )
    assert set(agenda(meeting).values()) == {"disputed"}


@pytest.mark.parametrize(("may_decide", "settled"), [(True, [1]), (False, [])])
def test_the_consent_list_is_taken_with_the_wordings_of_the_replies(
    scene: Scene, near: Case, may_decide: bool, settled: list[int]
) -> None:
    meeting = invite(scene, near)
    content = MeetingRecord(
        DAY,
        sides(scene, may_decide=may_decide),
        [ResultInput(near.rows.get(number=2), False)],
        is_consent_taken=True,
        tasks=[TaskInput(scene.ministry, "Эсептөө", "Расчёт", due_on=DAY.date())],
    )
    actor = scene.drafter(scene.desk)
    hold_meeting(meeting=meeting, content=content, actor=actor, now=DAY + timedelta(hours=3))
    results = meeting.results.order_by("row__number")
    assert [one.row.number for one in results if one.is_settled] == settled
    assert results[0].wording_ru == "Близкая редакция"
    assert meeting.tasks.get().text_ky == "Эсептөө"


def test_those_present_learn_that_the_minutes_are_ready(scene: Scene, case: Case) -> None:
    meeting = hold(scene, invite(scene, case), sides(scene))
    letters = Notice.objects.filter(kind="minutes").order_by("party__key")
    assert [one.party for one in letters] == [scene.ministry, scene.union]
    assert letters[0].path == f"/cases/{case.number}/work/minutes/{meeting.pk}/"

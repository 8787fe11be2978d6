"""The agenda by its rule, the table, and the minutes as they are read."""

from __future__ import annotations

from datetime import timedelta

import pytest

from makul.cases.actions.meetings import (
    MeetingRecord,
    PresenceInput,
    ResultInput,
    hold_meeting,
    invite_meeting,
)
from makul.cases.models import Case, Meeting, Reply
from makul.cases.queries.meetings import (
    Agenda,
    agenda_of_meeting,
    held_meetings,
    is_near,
    minutes_of,
    offices_of,
    parties_at_table,
    planned_meeting,
    proposed_agenda,
)
from makul.cases.queries.table import table_of
from tests.scene import START, Scene, answer, build_scene, file, notified, remark

pytestmark = pytest.mark.django_db
DAY = START + timedelta(days=43)


@pytest.fixture
def scene() -> Scene:
    return build_scene(bodies=2)


@pytest.fixture
def case(scene: Scene) -> Case:
    case = notified(scene)
    objections = [remark(eid) for eid in ("art_1", "art_2", "art_3", "art_4")]
    file(scene, case, scene.bodies[0], "not_agreed", *objections)
    answer(scene, case)
    return case


def replied(case: Case, number: int, **words: str) -> None:
    Reply.objects.filter(row__case=case, row__number=number).update(**words)


def numbers(agenda: Agenda) -> tuple[list[int], list[int]]:
    consent, disputed = agenda.consent, agenda.disputed
    return [one.row.number for one in consent], [one.row.number for one in disputed]


def invited(scene: Scene, case: Case) -> Meeting:
    return invite_meeting(
        case=case,
        planned_at=DAY,
        place="",
        actor=scene.drafter(scene.desk),
        now=DAY - timedelta(days=6),
    )


def held(scene: Scene, case: Case) -> Meeting:
    meeting = invited(scene, case)
    content = MeetingRecord(
        DAY,
        [PresenceInput(scene.ministry, "башчы", True), PresenceInput(scene.bodies[0], "эксперт")],
        [ResultInput(case.rows.get(number=2), True, wording_ky="Сөз")],
        is_consent_taken=True,
    )
    actor = scene.drafter(scene.desk)
    return hold_meeting(meeting=meeting, content=content, actor=actor, now=DAY)


def test_near_are_the_rows_taken_in_part_with_a_wording(case: Case) -> None:
    replied(case, 1, kind="partly", wording_ru="Редакция")
    replied(case, 2, kind="partly")
    replied(case, 3, kind="declined", wording_ru="Редакция")
    near = {one.row.number: is_near(one) for one in table_of(case)}
    assert near == {1: True, 2: False, 3: False, 4: False}
    assert numbers(proposed_agenda(case)) == ([1], [2, 3, 4])


def test_a_draft_of_a_reply_brings_no_row_nearer(case: Case) -> None:
    replied(case, 1, kind="partly", wording_ru="Редакция")
    Reply.objects.filter(row__number=1).update(published_at=None)
    assert numbers(proposed_agenda(case))[0] == []


def test_a_row_that_was_settled_or_dropped_leaves_the_agenda(scene: Scene, case: Case) -> None:
    meeting = invited(scene, case)
    case.rows.filter(number=1).update(is_dropped=True)
    assert numbers(agenda_of_meeting(meeting)) == ([], [2, 3, 4])


def test_a_meeting_of_before_agendas_were_kept_has_one_all_the_same(
    scene: Scene, case: Case
) -> None:
    meeting = invited(scene, case)
    meeting.agenda.all().delete()
    assert numbers(agenda_of_meeting(meeting)) == ([], [1, 2, 3, 4])
    held_one = held(scene, case)
    held_one.agenda.all().delete()
    assert numbers(agenda_of_meeting(held_one)) == ([], [2])


def test_the_minutes_keep_the_agenda_of_the_day(scene: Scene, case: Case) -> None:
    replied(case, 1, kind="partly", wording_ru="Редакция")
    minutes = minutes_of(held(scene, case))
    assert numbers(minutes.agenda) == ([1], [2, 3, 4])
    assert (minutes.settled, minutes.is_consent_taken, minutes.number) == (2, True, 1)
    assert minutes.absent == [scene.union]


def test_a_mandate_is_known_by_its_office_on_that_day(scene: Scene, case: Case) -> None:
    meeting = held(scene, case)
    first, second = minutes_of(meeting).present
    assert (first.mandate, second.mandate) == (scene.signatory(scene.ministry), None)
    mandate = scene.signatory(scene.ministry)
    mandate.to_on = DAY.date() - timedelta(days=1)
    mandate.save()
    assert minutes_of(meeting).present[0].mandate is None


def test_at_the_table_sit_the_sides_the_authors_the_desk_and_the_deciders(
    scene: Scene, case: Case
) -> None:
    found = parties_at_table(case, proposed_agenda(case).rows)
    assert [one.key for one in found] == [
        "demo-ministry",
        "demo-union",
        "demo-aa-01",
        "demo-desk",
        "demo-committee",
    ]
    assert [one.may_sign for one in offices_of(found[:1])] == [True, False]


def test_planned_and_held(scene: Scene, case: Case) -> None:
    assert (planned_meeting(case), held_meetings(case)) == (None, [])
    meeting = invited(scene, case)
    assert (planned_meeting(case), held_meetings(case)) == (meeting, [])
    held(scene, case)
    assert (planned_meeting(case), held_meetings(case)) == (None, [meeting])


def test_the_minutes_cost_the_same_for_many_rows(
    scene: Scene, case: Case, django_assert_num_queries
) -> None:
    meeting = Meeting.objects.select_related("case").get(pk=held(scene, case).pk)
    with django_assert_num_queries(9):
        minutes_of(meeting)
    file(scene, case, scene.bodies[1], "not_agreed", *[remark(f"art_{n}") for n in (1, 2)])
    with django_assert_num_queries(9):
        minutes_of(meeting)

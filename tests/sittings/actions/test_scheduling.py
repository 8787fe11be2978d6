"""A sitting is scheduled with the day the judge counts from, moved, and cancelled."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from makul.cases.models import Agreement, Case
from makul.core.errors import BadInput, NotAllowed
from makul.journal.models import Entry
from makul.notices.models import Notice
from makul.parties.models import Party
from makul.sittings.actions.scheduling import (
    Reason,
    SittingInput,
    cancel_sitting,
    postpone_sitting,
    schedule_sitting,
)
from makul.sittings.models import Sitting
from tests.scene import build_scene
from tests.sittings.sitting_scene import (
    HELD,
    LAST_DAY,
    SET,
    convocation,
    hold,
    invite,
    lines,
    put_item,
    said,
    scheduled,
)

pytestmark = pytest.mark.django_db
LATER = datetime.fromisoformat("2026-11-18T14:00+06:00")


def entries(sitting: Sitting) -> list[tuple[str, str, str]]:
    found = Entry.objects.filter(subject=sitting.case.subject).order_by("number")
    return list(found.values_list("action", "party", "value"))


def test_a_sitting_is_a_case_of_its_own_procedure() -> None:
    scene = build_scene()
    sitting = scheduled(scene)
    case = sitting.case
    assert (case.procedure, case.edition, case.act_kind) == ("sitting", "2026-proposed", "")
    assert (case.title_ky, case.title_ru) == (
        "Комитеттин отуруму: demo-committee (ky)",
        "Заседание комитета: demo-committee (ru)",
    )
    assert (sitting.kind, sitting.convocation.number, case.is_demonstration) == (
        "committee",
        "VIII",
        True,
    )
    assert entries(sitting) == [("scheduled", "demo-committee", "2026-10-28")]
    assert (case.stage, case.agreement.procedure) == ("held", "sitting")


def test_who_has_undertaken_nothing_is_bound_by_nothing() -> None:
    scene = build_scene()
    convocation()
    content = SittingInput(house=scene.committee, starts_at=HELD)
    sitting = schedule_sitting(content=content, actor=scene.drafter(scene.committee), now=SET)
    assert sitting.case.agreement is None


def test_an_agreement_of_another_procedure_binds_no_sitting() -> None:
    scene = build_scene()
    convocation()
    Agreement.objects.filter(procedure="npa").update(initiator=scene.committee)
    content = SittingInput(house=scene.committee, starts_at=HELD, is_urgent=True)
    sitting = schedule_sitting(content=content, actor=scene.drafter(scene.committee), now=SET)
    assert (sitting.case.agreement, sitting.case.track) == (None, "short")


def test_a_committee_without_a_name_in_russian_gets_no_russian_title() -> None:
    scene = build_scene()
    Party.objects.filter(pk=scene.committee.pk).update(name_ru="", body_kind="chamber")
    scene.committee.refresh_from_db()
    sitting = scheduled(scene)
    assert (sitting.kind, sitting.case.title_ky, sitting.case.title_ru) == (
        "chamber",
        "Пленардык отурум: demo-committee (ky)",
        "",
    )


def test_only_the_house_schedules_and_only_where_a_convocation_is_known() -> None:
    scene = build_scene()
    content = SittingInput(house=scene.committee, starts_at=HELD)
    with pytest.raises(BadInput, match="no_convocation"):
        schedule_sitting(content=content, actor=scene.drafter(scene.committee), now=SET)
    convocation()
    with pytest.raises(NotAllowed, match="wrong_role"):
        schedule_sitting(content=content, actor=scene.drafter(scene.union), now=SET)
    assert Case.objects.count() == Entry.objects.filter(action="scheduled").count() == 0


def test_a_postponement_moves_the_last_day_and_invites_anew() -> None:
    scene = build_scene()
    sitting = scheduled(scene)
    put_item(scene, sitting)
    assert [due.last_day for due in said(sitting, date(2026, 10, 12)).due] == [
        LAST_DAY,
        date(2026, 11, 30),
    ]
    invite(scene, sitting)
    at = HELD - timedelta(days=1)
    moved = postpone_sitting(
        sitting=sitting,
        starts_at=LATER,
        reason=Reason("Залдын даяр эместиги"),
        actor=scene.drafter(scene.committee),
        now=at,
    )
    assert (moved.starts_at, entries(sitting)[-1]) == (
        LATER,
        ("postponed", "demo-committee", "2026-11-18"),
    )
    assert Notice.objects.filter(kind="invited").count() == 2
    due = next(one for one in said(sitting, at.date()).due if one.step == "invited")
    assert due.last_day == date(2026, 11, 10)
    statement = moved.case.statements.get()
    assert (statement.step, statement.value, statement.text) == (
        "postponed",
        "2026-11-18",
        "Залдын даяр эместиги",
    )


def test_before_the_agenda_is_sent_a_postponement_writes_to_nobody() -> None:
    scene = build_scene()
    sitting = scheduled(scene)
    put_item(scene, sitting)
    actor = scene.drafter(scene.committee)
    postpone_sitting(
        sitting=sitting, starts_at=LATER, reason=Reason("Себеби"), actor=actor, now=SET
    )
    assert Notice.objects.count() == 0


def test_cancelled_it_is_closed_and_those_invited_are_told() -> None:
    scene = build_scene()
    sitting = scheduled(scene)
    put_item(scene, sitting)
    invite(scene, sitting)
    actor = scene.drafter(scene.committee)
    reason = Reason("Кворум болбойт")
    cancel_sitting(sitting=sitting, reason=reason, actor=actor, now=SET + timedelta(days=3))
    case = Case.objects.get(pk=sitting.case_id)
    assert (case.is_closed, case.outcome, lines(said(sitting, LAST_DAY).breaches)) == (
        True,
        "cancelled",
        [],
    )
    letter = Notice.objects.get(kind="sitting_cancelled")
    assert "Кворум болбойт" in letter.body


def test_what_was_held_is_neither_moved_nor_cancelled() -> None:
    scene = build_scene()
    sitting = scheduled(scene)
    hold(scene, sitting)
    actor = scene.drafter(scene.committee)
    with pytest.raises(BadInput, match="sitting_held"):
        cancel_sitting(sitting=sitting, reason=Reason("x"), actor=actor, now=HELD)
    with pytest.raises(BadInput, match="sitting_held"):
        postpone_sitting(
            sitting=sitting, starts_at=LATER, reason=Reason("x"), actor=actor, now=HELD
        )


def test_a_reason_is_said() -> None:
    scene = build_scene()
    sitting = scheduled(scene)
    actor = scene.drafter(scene.committee)
    with pytest.raises(BadInput, match="no_words"):
        cancel_sitting(sitting=sitting, reason=Reason("  "), actor=actor, now=SET)
    assert [action for action, _party, _value in entries(sitting)] == ["scheduled"]

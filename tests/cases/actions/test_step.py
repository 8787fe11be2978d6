"""Who may take a step, what is refused for want of standing, and that facts out of turn are recorded."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from makul.cases.actions.step import StatementInput, do_step, judge, state_step, take_step
from makul.cases.models import Case
from makul.cases.queries.judging import status_of
from makul.core.errors import BadInput, NotAllowed
from makul.journal.models import Entry
from tests.scene import START, Scene, build_scene, make_mandate, notified, submitted

pytestmark = pytest.mark.django_db
LATER = START + timedelta(days=2)


@pytest.fixture
def scene() -> Scene:
    return build_scene(bodies=1)


def words(step: str, right: str, **more: object) -> StatementInput:
    return StatementInput(step=step, right=right, text="Себеби", language="ky", **more)


def test_a_party_that_takes_no_part_is_refused(scene: Scene) -> None:
    case = submitted(scene)
    with pytest.raises(NotAllowed) as refused:
        take_step(
            case=case,
            step="withdrawn",
            actor=scene.signatory(scene.bodies[0]),
            right="withdraw",
            now=LATER,
        )
    assert (refused.value.code, refused.value.params["role"]) == ("wrong_role", "none")


def test_the_wrong_role_is_refused_and_nothing_is_recorded(scene: Scene) -> None:
    case, before = submitted(scene), Entry.objects.count()
    with pytest.raises(NotAllowed) as refused:
        do_step(
            case=case,
            step="cleared",
            right="clear",
            actor=scene.signatory(scene.union),
            now=LATER,
        )
    assert (refused.value.code, Entry.objects.count()) == ("wrong_role", before + 0)


@pytest.mark.parametrize(
    ("from_on", "to_on"),
    [(date(2020, 1, 1), date(2026, 9, 2)), (date(2026, 9, 4), None)],
)
def test_a_mandate_counts_from_its_first_to_its_last_day(
    scene: Scene, from_on: date, to_on: date | None
) -> None:
    case = submitted(scene)
    ended = make_mandate(scene.ministry, signs=True, from_on=from_on, to_on=to_on)
    with pytest.raises(NotAllowed) as refused:
        state_step(case=case, content=words("withdrawn", "withdraw"), actor=ended, now=LATER)
    assert refused.value.code == "mandate_ended"


def test_what_leaves_the_house_needs_a_mandate_to_sign(scene: Scene) -> None:
    case = submitted(scene)
    with pytest.raises(NotAllowed) as refused:
        state_step(
            case=case,
            content=words("withdrawn", "withdraw"),
            actor=scene.drafter(scene.ministry),
            now=LATER,
        )
    assert refused.value.code == "may_not_sign"


def test_nothing_follows_a_withdrawal_but_a_complaint(scene: Scene) -> None:
    case = submitted(scene)
    actor = scene.signatory(scene.ministry)
    state_step(case=case, content=words("withdrawn", "withdraw"), actor=actor, now=LATER)
    assert (case.outcome, case.is_closed) == ("withdrawn", True)
    with pytest.raises(BadInput) as refused:
        state_step(case=case, content=words("revised", "revise"), actor=actor, now=LATER)
    assert refused.value.code == "case_closed"
    state_step(case=case, content=words("complained", "complain"), actor=actor, now=LATER)
    assert case.statements.filter(step="complained").count() == 1


def test_an_adoption_before_all_else_is_recorded_and_judged(scene: Scene) -> None:
    case = submitted(scene)
    take_step(
        case=case,
        step="adopted",
        actor=scene.drafter(scene.desk),
        right="record_outcome",
        party=scene.committee,
        now=LATER,
    )
    status = status_of(case, today=LATER.date())
    assert (case.outcome, status.closed) == ("adopted", True)
    assert {"protocol", "forwarded"} <= {one.step for one in status.breaches}
    assert case.breach_count == len(status.breaches)


def test_who_recorded_it_for_another_stands_in_the_entry(scene: Scene) -> None:
    case = submitted(scene)
    entry = take_step(
        case=case,
        step="adopted",
        actor=scene.drafter(scene.union),
        right="record_outcome",
        party=scene.committee,
        now=LATER,
        happened_at=START + timedelta(days=1),
    )
    assert (entry.party, entry.data["recorded_by"]) == ("demo-committee", "demo-union")
    assert (entry.at, entry.data["recorded_at"]) == (
        START + timedelta(days=1),
        LATER.isoformat(),
    )


def test_nothing_is_recorded_for_a_day_to_come(scene: Scene) -> None:
    case = submitted(scene)
    with pytest.raises(BadInput) as refused:
        take_step(
            case=case,
            step="adopted",
            actor=scene.drafter(scene.desk),
            right="record_outcome",
            now=LATER,
            happened_at=LATER + timedelta(minutes=1),
        )
    assert refused.value.code == "in_the_future"


@pytest.mark.parametrize(("text", "code"), [(" \n", "no_words"), ("а" * 20_001, "too_long")])
def test_a_statement_needs_words_and_not_too_many(scene: Scene, text: str, code: str) -> None:
    case = submitted(scene)
    content = StatementInput(step="withdrawn", right="withdraw", text=text, language="ky")
    with pytest.raises(BadInput) as refused:
        state_step(case=case, content=content, actor=scene.signatory(scene.ministry), now=LATER)
    assert (refused.value.code, case.statements.count()) == (code, 0)


def test_a_decision_names_the_one_it_answers(scene: Scene) -> None:
    case = notified(scene)
    asked = state_step(
        case=case,
        content=words("complained", "complain"),
        actor=scene.signatory(scene.union),
        now=LATER,
    )
    decided = state_step(
        case=case,
        content=words("complaint_decided", "decide_appeal", answers=asked),
        actor=scene.signatory(scene.panel),
        now=LATER,
    )
    entry = Entry.objects.get(subject=case.subject, action="complaint_decided")
    assert (entry.to, decided.answers) == ("demo-union", asked)
    assert not [due for due in status_of(case, today=LATER.date()).due if due.party == "demo-panel"]


def test_the_words_stay_out_of_the_journal(scene: Scene) -> None:
    case = submitted(scene)
    state_step(
        case=case,
        content=words("withdrawn", "withdraw"),
        actor=scene.signatory(scene.ministry),
        now=LATER,
    )
    entry = Entry.objects.get(subject=case.subject, action="withdrawn")
    assert "Себеби" not in str(entry.data)
    assert len(entry.data["sha256"]) == 64


def test_what_the_judge_says_is_written_for_the_lists(scene: Scene) -> None:
    case = notified(scene)
    judge(case, now=START + timedelta(days=60))
    fresh = Case.objects.get(pk=case.pk)
    assert fresh.judged_on == (START + timedelta(days=60)).date()
    assert (fresh.stage, fresh.is_closed) == ("protocol", False)

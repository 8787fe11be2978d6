"""A special protocol is led through its steps: what each writes, refuses and puts on record."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from makul.bills.models import Attachment, Bill
from makul.budget.actions.answering import answer_items, write_position
from makul.budget.actions.items import drop_item, table_items, write_item, write_items
from makul.budget.actions.mandate import cast_vote, close_ballot, open_ballot, state_mandate
from makul.budget.actions.sitting import (
    Settled,
    SittingInput,
    keep_trial,
    record_sitting,
    settle_item,
)
from makul.budget.models import Ballot, Item, Position
from makul.core.errors import BadInput, NotAllowed
from makul.journal.models import Entry
from makul.notices.models import Notice
from tests.budget import special_scene as made
from tests.budget.special_scene import DAY, HOUR, OPENED, Special

pytestmark = pytest.mark.django_db


@pytest.fixture
def scene() -> Special:
    return made.build()


def code_of(caught: pytest.ExceptionInfo[BadInput] | pytest.ExceptionInfo[NotAllowed]) -> str:
    return caught.value.code


def actions_of(scene: Special) -> list[str]:
    found = Entry.objects.filter(subject=scene.own.case.subject).order_by("number")
    return list(found.values_list("action", flat=True))


def test_the_whole_way_is_on_record_without_a_breach(scene: Special) -> None:
    made.whole(scene)
    status = scene.status(date(2027, 1, 15))
    assert (status.closed, status.outcome) == (True, "adopted")
    assert [one for one in (*status.breaches, *status.recorded) if one.duty] == []
    steps = [step.key for step in status_steps() if step.key in set(actions_of(scene))]
    taken = [one for one in actions_of(scene) if one in steps]
    assert list(dict.fromkeys(taken)) == [
        *("budget_opened", "items_tabled", "items_answered", "conciliation_sat"),
        *("mandate_given", "special_drawn", "special_signed", "special_attached"),
        *("budget_adopted", "given_stated"),
    ]
    assert Attachment.objects.get().kind == "special_protocol"


def status_steps() -> tuple[object, ...]:
    from makul.law.procedures import procedure

    return procedure("special_protocol").steps


def test_both_sides_are_told_with_their_last_day(scene: Special) -> None:
    made.opened(scene)
    letters = Notice.objects.filter(kind="special_opened")
    assert {one.party.key for one in letters} == {"sp-union", "sp-finance"}
    assert all("6" in one.body and "2026" in one.body for one in letters)


def test_a_second_protocol_of_a_running_year_is_refused(scene: Special) -> None:
    made.opened(scene)
    with pytest.raises(BadInput) as caught:
        made.opened(scene)
    assert code_of(caught) == "special_opened"


def test_of_a_bill_without_one_the_protocol_is_its_conciliation(scene: Special) -> None:
    made.opened(scene)
    bill = Bill.objects.get(special_protocols=scene.own)
    assert (bill.case, bill.matched_by) == (scene.own.case, "hand")


def test_a_ministry_opens_none(scene: Special) -> None:
    from makul.budget.actions.opening import SpecialInput, open_special

    content = SpecialInput(2027, scene.committee, scene.union, scene.finance)
    with pytest.raises(NotAllowed) as caught:
        open_special(content=content, actor=scene.signer(scene.finance), now=OPENED)
    assert code_of(caught) == "wrong_role"


def test_drafts_are_no_fact_until_tabled_and_tabled_ones_stand(scene: Special) -> None:
    made.opened(scene)
    before = Entry.objects.count()
    drafter = scene.drafter(scene.union)
    kept = write_item(protocol=scene.own, content=made.item("target", 5), actor=drafter, now=OPENED)
    gone = write_item(protocol=scene.own, content=made.item("other", 5), actor=drafter, now=OPENED)
    drop_item(item=gone, actor=drafter, now=OPENED)
    assert Entry.objects.count() == before
    with pytest.raises(NotAllowed):
        table_items(protocol=scene.own, actor=drafter, now=OPENED)
    assert table_items(protocol=scene.own, actor=scene.signer(scene.union), now=OPENED) == 1
    kept.refresh_from_db()
    with pytest.raises(BadInput) as caught:
        write_item(protocol=scene.own, content=made.item(), actor=drafter, now=OPENED, item=kept)
    assert code_of(caught) == "item_tabled"
    with pytest.raises(BadInput) as caught:
        table_items(protocol=scene.own, actor=scene.signer(scene.union), now=OPENED)
    assert code_of(caught) == "no_items"


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"subject_ky": "", "subject_ru": " "}, "no_subject"),
        ({"kind": "gift"}, "unknown_kind_of_item"),
        ({"text_ru": "я" * 20_001}, "too_long"),
    ],
)
def test_an_item_that_says_nothing_is_refused(
    scene: Special, changed: dict[str, str], code: str
) -> None:
    made.opened(scene)
    content = made.item(**{"kind": "target", **changed})
    with pytest.raises(BadInput) as caught:
        write_items(
            protocol=scene.own, contents=[content], actor=scene.drafter(scene.union), now=OPENED
        )
    assert code_of(caught) == code


def test_a_sum_of_another_year_is_refused(scene: Special) -> None:
    made.opened(scene)
    with pytest.raises(BadInput) as caught:
        write_item(
            protocol=scene.own,
            content=made.item("target", 1, first=2026),
            actor=scene.drafter(scene.union),
            now=OPENED,
        )
    assert code_of(caught) == "other_year"


def test_a_side_answers_only_the_other_and_only_once(scene: Special) -> None:
    made.opened(scene)
    made.tabled(scene)
    drafter = scene.drafter(scene.finance)
    words = {"text_ky": "", "text_ru": "Нет", "amounts": made.amounts(1), "now": OPENED + 2 * DAY}
    with pytest.raises(BadInput) as caught:
        write_position(item=scene.item(3), actor=drafter, **words)
    assert code_of(caught) == "own_item"
    with pytest.raises(BadInput) as caught:
        answer_items(protocol=scene.own, actor=scene.signer(scene.finance), now=OPENED + 2 * DAY)
    assert code_of(caught) == "no_positions"
    made.answered(scene)
    with pytest.raises(BadInput) as caught:
        write_position(item=scene.item(1), actor=drafter, **words)
    assert code_of(caught) == "position_filed"
    assert Position.objects.filter(filed_at__isnull=True).count() == 0


def test_a_solution_tried_is_kept_and_decides_nothing(scene: Special) -> None:
    made.opened(scene)
    made.tabled(scene)
    sums = {1: made.amounts(85), 2: {2027: None}, 3: made.amounts(35)}
    trial = keep_trial(
        protocol=scene.own, amounts=sums, actor=scene.drafter(scene.finance), now=OPENED + DAY
    )
    assert (trial.number, trial.total_som, trial.amounts["1"]) == (1, 120, {"2027": "85"})
    assert not Item.objects.exclude(outcome="").exists()
    for wrong, code in (({9: made.amounts(1)}, "unknown_item"), ({1: {2027: None}}, "no_sums")):
        with pytest.raises(BadInput) as caught:
            keep_trial(
                protocol=scene.own, amounts=wrong, actor=scene.drafter(scene.desk), now=OPENED
            )
        assert code_of(caught) == code


@pytest.mark.parametrize(
    ("said", "code"),
    [
        (Settled("agreed", made.amounts(85)), "no_item_reasons"),
        (Settled("agreed", reasons_ru="Так"), "no_solution_sum"),
        (Settled("not_agreed", made.amounts(85)), "no_difference"),
    ],
)
def test_no_item_passes_the_sitting_without_its_word(
    scene: Special, said: Settled, code: str
) -> None:
    made.opened(scene)
    made.tabled(scene)
    actor = scene.drafter(scene.committee)
    content = SittingInput(OPENED.date())
    with pytest.raises(BadInput) as caught:
        record_sitting(protocol=scene.own, content=content, actor=actor, now=OPENED + DAY)
    assert (code_of(caught), caught.value.params) == ("item_left_out", {"numbers": [1, 2, 3]})
    for number in (2, 3):
        settle_item(item=scene.item(number), said=Settled("withdrawn"), actor=actor, now=OPENED)
    settle_item(item=scene.item(1), said=said, actor=actor, now=OPENED)
    with pytest.raises(BadInput) as caught:
        record_sitting(protocol=scene.own, content=content, actor=actor, now=OPENED + DAY)
    assert code_of(caught) == code


def test_what_is_recommended_stays_under_the_frame(scene: Special) -> None:
    made.opened(scene, frame=200)
    made.tabled(scene)
    with pytest.raises(BadInput) as caught:
        made.sat(scene, frame_som=Decimal(200))  # 85 + 100 + 40
    assert (code_of(caught), caught.value.params["over"]) == ("above_frame", "25")
    made.sat(scene, frame_som=Decimal(225))
    assert scene.own.frame_som == 225
    with pytest.raises(BadInput) as caught:
        settle_item(
            item=scene.item(1),
            said=Settled("withdrawn"),
            actor=scene.drafter(scene.committee),
            now=OPENED + 6 * DAY,
        )
    assert code_of(caught) == "sitting_recorded"


def test_a_sitting_of_an_earlier_day_is_judged_as_of_that_day(scene: Special) -> None:
    made.opened(scene)
    made.tabled(scene)
    made.sat(scene, at=OPENED + 5 * DAY)
    entry = Entry.objects.get(action="conciliation_sat")
    assert entry.at == OPENED + 5 * DAY


def test_the_board_gives_its_mandate_by_vote(scene: Special) -> None:
    made.opened(scene)
    made.tabled(scene)
    actor = scene.drafter(scene.union)
    with pytest.raises(BadInput) as caught:
        open_ballot(protocol=scene.own, closes_at=OPENED + 9 * DAY, actor=actor, now=OPENED)
    assert code_of(caught) == "not_sat_yet"
    made.sat(scene)
    at = OPENED + 6 * DAY
    ballot = open_ballot(protocol=scene.own, closes_at=at + DAY, actor=actor, now=at)
    with pytest.raises(NotAllowed):
        cast_vote(ballot=ballot, choice="for", actor=actor, now=at)
    for member in scene.board[:3]:
        cast_vote(ballot=ballot, choice="for", actor=member, now=at)
    with pytest.raises(BadInput) as caught:
        close_ballot(ballot=ballot, actor=actor, now=at + HOUR)
    assert code_of(caught) == "vote_runs"
    cast_vote(ballot=ballot, choice="against", actor=scene.board[0], now=at + HOUR)
    assert close_ballot(ballot=ballot, actor=actor, now=at + DAY).counts == {
        "for": 2,
        "against": 1,
        "abstained": 0,
    }
    entry = Entry.objects.get(action="mandate_given")
    assert (entry.value, Ballot.objects.get().is_granted) == ("granted", True)
    assert "choice" not in str(entry.data)


@pytest.mark.parametrize(("against", "value"), [(2, "granted"), (3, "not_granted")])
def test_the_majority_decides(scene: Special, against: int, value: str) -> None:
    made.opened(scene)
    made.tabled(scene)
    made.sat(scene)
    made.voted(scene, against=against)
    assert Entry.objects.get(action="mandate_given").value == value


def test_without_a_board_the_decision_is_stated_from_its_paper(scene: Special) -> None:
    made.opened(scene)
    made.tabled(scene)
    made.sat(scene)
    say = {"protocol": scene.own, "actor": scene.drafter(scene.union), "now": OPENED + 6 * DAY}
    with pytest.raises(BadInput) as caught:
        state_mandate(is_granted=True, document=" ", **say)
    assert code_of(caught) == "no_document"
    state_mandate(is_granted=False, document="№ 4, 07.10.2026", **say)
    assert Entry.objects.get(action="mandate_given").data["document"] == "№ 4, 07.10.2026"

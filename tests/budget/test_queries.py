"""What is read of special protocols: what each may see, in a constant number of queries."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from makul.budget.actions.items import write_item
from makul.budget.queries.bills import budget_bills
from makul.budget.queries.carrying import last_protocol, open_items
from makul.budget.queries.digests import items_digest
from makul.budget.queries.items import items_of, lines_of, shown
from makul.budget.queries.listing import all_years
from makul.budget.queries.signing import awaited, closing_of, hands
from makul.budget.queries.standing import mandate_of
from makul.budget.queries.voting import ballot_of, count_of, outcome_of
from tests.budget import special_scene as made
from tests.budget.special_scene import DAY, OPENED, Special

pytestmark = pytest.mark.django_db


@pytest.fixture
def scene() -> Special:
    return made.build()


def seen(scene: Special, **by: str) -> list[Any]:
    return shown(items_of(scene.own), scene.own, **by)


def test_a_draft_is_seen_by_its_own_side_alone(scene: Special) -> None:
    made.opened(scene)
    content = made.item("target", 90)
    write_item(protocol=scene.own, content=content, actor=scene.drafter(scene.union), now=OPENED)
    assert [one.lsg is None for one in seen(scene, side="lsg")] == [False]
    assert [one.lsg is None for one in seen(scene, side="government")] == [True]
    assert seen(scene)[0].line.amount("lsg", 2027) is None
    assert seen(scene, side="lsg")[0].line.amount("lsg", 2027) == 90
    assert items_of(scene.own, tabled=True) == []


def test_what_the_sitting_is_to_say_is_seen_once_it_was_held(scene: Special) -> None:
    from makul.budget.actions.sitting import Settled, settle_item

    made.opened(scene)
    made.tabled(scene)
    said = Settled("agreed", made.amounts(85), reasons_ru="Так")
    settle_item(
        item=scene.item(1), said=said, actor=scene.drafter(scene.committee), now=OPENED + DAY
    )
    assert (seen(scene)[0].outcome, seen(scene)[0].line.amount("agreed", 2027)) == ("", None)
    assert seen(scene, role="committee")[0].outcome == "agreed"
    made.sat(scene)
    assert (seen(scene)[0].outcome, seen(scene)[0].line.amount("agreed", 2027)) == ("agreed", 85)
    assert [one.gap for one in seen(scene)] == [90, 120, -30]  # nobody has answered


def test_figures_of_an_item(scene: Special) -> None:
    made.whole(scene)
    first = seen(scene)[0]
    assert (first.gap, first.whole_gap) == (10, 205)
    assert first.given_share == Decimal(80) / 85
    assert [year for year, _sums in first.by_year] == [2027, 2028, 2029]
    assert first.before is None
    assert len(lines_of(items_of(scene.own))) == 3


def test_what_is_carried_over(scene: Special) -> None:
    assert last_protocol(before=2028, is_demonstration=True) is None
    made.whole(scene)
    last = last_protocol(before=2028, is_demonstration=True)
    assert last == scene.own
    assert last_protocol(before=2028, is_demonstration=False) is None
    assert [one.number for one in open_items(scene.own)] == [1, 2]


def test_the_digest_knows_every_word_and_sum(scene: Special) -> None:
    made.opened(scene)
    made.tabled(scene)
    items = list(scene.own.items.all())
    before = items_digest(items)
    assert items_digest(reversed(items)) == before
    scene.item(1).amounts.filter(year=2028).update(amount_som=96)
    changed = items_digest(scene.own.items.all())
    assert changed != before
    scene.own.items.filter(number=2).update(mandated_ru="другой")
    assert items_digest(scene.own.items.all()) != changed


def test_votes_are_counted_by_the_rule_of_the_board(scene: Special) -> None:
    assert outcome_of({"for": 1, "against": 1}, members=3) == "not_carried"
    assert outcome_of({}, members=0) == "no_quorum"
    made.opened(scene)
    made.tabled(scene)
    made.sat(scene)
    assert ballot_of(scene.own) is None
    made.voted(scene, against=1)
    ballot = ballot_of(scene.own)
    assert ballot
    count = count_of(ballot, now=OPENED + 30 * DAY)
    assert (count.state, count.members, count.is_whole) == ("carried", 5, True)
    given = mandate_of(scene.own)
    assert (given.value, given.on) == ("granted", date(2026, 10, 7))


def test_hands_under_the_paper(scene: Special) -> None:
    made.opened(scene)
    made.tabled(scene)
    made.drawn(scene)
    assert [one.role for one in hands(scene.own)] == ["association", "government", "committee"]
    made.signed(scene, scene.committee)
    assert [one.key for one in awaited(scene.own)] == ["sp-union", "sp-finance"]
    assert closing_of(scene.own) is None


def test_bills_on_a_budget(scene: Special) -> None:
    assert list(budget_bills(is_demonstration=True)) == [scene.bill]
    assert list(budget_bills(is_demonstration=False)) == []


def test_years_are_listed_in_a_constant_number_of_queries(scene: Special) -> None:
    made.whole(scene)
    with CaptureQueriesContext(connection) as one:
        years = all_years()
    assert (years[0].agreed, years[0].not_agreed, years[0].carried) == (2, 1, 0)
    assert years[0].sums.given == 120
    made.opened(scene, at=OPENED + 365 * DAY, year=2028)
    made.tabled(scene, at=OPENED + 366 * DAY)
    with CaptureQueriesContext(connection) as two:
        assert [year.carried for year in all_years()] == [2, 0]
    assert (len(one), len(two)) == (4, 5)  # last year's sums are one more, of however many

"""The items of special protocols: a line a year, no draft, no figure that is not filed."""

from __future__ import annotations

import pytest

from makul.budget.models import Amount
from makul.portal.parliament.reading_items import (
    all_items,
    ended,
    every_line,
    item_records,
)
from tests.portal.parliament.scene import make_item, make_protocol
from tests.scene import Scene

pytestmark = pytest.mark.django_db


def test_an_item_with_its_sums_by_year(scene: Scene) -> None:
    old = make_item(scene, make_protocol(scene, 2026), "carried", lsg=9)
    protocol = make_protocol(scene, 2027)
    item = make_item(scene, protocol, "agreed", lsg=10, agreed=8, given=8, carried_from=old)
    Amount.objects.create(item=item, side="lsg", year=2028, amount_som=12)
    make_item(scene, protocol, is_tabled=False, lsg=1)
    first, second = item_records(all_items())
    assert (first.budget_year, first.carried_from, first.article) == (2027, "2026-1", "Тиркеме 3")
    assert [(one.year, one.lsg_som, one.recommended_som, one.given_som) for one in first.sums] == [
        (2027, 10, 8, 8),
        (2028, 12, None, None),
    ]
    assert (second.budget_year, second.outcome) == (2026, "carried")
    assert [(one.budget_year, one.year) for one in every_line()] == [
        (2027, 2027),
        (2027, 2028),
        (2026, 2026),
    ]


def test_an_item_without_sums_has_one_line(scene: Scene) -> None:
    make_item(scene, make_protocol(scene, 2027))
    [line] = every_line()
    assert (line.year, line.lsg_som, line.given_som) == (2027, None, None)


def test_neither_an_unfiled_figure_nor_an_outcome_before_the_sitting_is_given(scene: Scene) -> None:
    protocol = make_protocol(scene, 2027, is_sat=False)
    make_item(scene, protocol, "agreed", lsg=10, government=3, agreed=5, is_filed=False)
    [line] = every_line()
    assert (line.lsg_som, line.government_som, line.recommended_som) == (10, None, None)
    assert (line.outcome, list(ended(all_items(), "agreed"))) == ("", [])

"""What the public is told of special protocols: agreed and not agreed with sums, and what was given."""

from __future__ import annotations

import pytest
from django.utils import timezone
from django.utils.translation import override

from makul.portal.parliament.protocols import group, shelf
from tests.portal.parliament.scene import make_item, make_protocol
from tests.scene import Scene

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()


@pytest.fixture
def two(scene: Scene) -> None:
    before = make_protocol(scene, 2026)
    old = make_item(scene, before, "not_agreed", lsg=100, government=0, given=0)
    new = make_protocol(scene, 2027)
    make_item(scene, new, "agreed", lsg=10, government=5, agreed=8, given=8)
    make_item(scene, new, "agreed", lsg=20, government=5, agreed=9, given=3)
    make_item(scene, new, "not_agreed", lsg=90, government=7, carried_from=old)
    make_item(scene, new, "", lsg=1)
    make_item(scene, new, "", lsg=1000, is_tabled=False)


def figures(year: int | None = None) -> dict[str, tuple[float | None, int]]:
    return {one.figure.key: (one.figure.part, one.figure.n) for one in group(year, TODAY).told}


def test_each_figure_has_its_whole_and_a_draft_is_in_none(two) -> None:
    assert figures() == {
        "special_items": (5, 5),
        "special_agreed": (2, 4),
        "special_carried": (1, 5),
        "special_given": (1, 2),
    }
    assert figures(2026) == {
        "special_items": (1, 1),
        "special_agreed": (0, 1),
        "special_carried": (0, 1),
        "special_given": (0, 0),
    }


def test_sums_by_budget_year(two) -> None:
    with override("en"):
        [table] = group(None, TODAY).tables
        assert table.rows == [
            ("2027", [2, 17, 11, 1, 90, 7, None]),
            ("2026", [0, None, None, 1, 100, 0, 0]),
        ]
        assert len(table.heads) == 7


def test_a_figure_that_is_not_filed_is_not_said(scene: Scene) -> None:
    protocol = make_protocol(scene, 2027)
    make_item(scene, protocol, "not_agreed", lsg=90, government=7, is_filed=False)
    with override("en"):
        [table] = group(None, TODAY).tables
    assert table.rows == [("2027", [0, None, None, 1, 90, None, None])]


def test_before_the_sitting_no_outcome_is_said(scene: Scene) -> None:
    make_item(scene, make_protocol(scene, 2027, is_sat=False), "agreed", lsg=9, agreed=5)
    assert figures() == {
        "special_items": (1, 1),
        "special_agreed": (0, 0),
        "special_carried": (0, 1),
        "special_given": (0, 0),
    }
    assert [one.n for one in shelf(TODAY).counts] == [1]


def test_the_shelf_counts_the_newest(two) -> None:
    told = shelf(TODAY)
    assert ([one.n for one in told.counts], told.counts_of) == ([4, 2, 1], "2027")
    assert [one.thing.procedure for one in told.lines] == ["special_protocol"] * 2


@pytest.mark.parametrize(("told", "n"), [(shelf, 1), (lambda day: group(None, day), 6)])
def test_the_queries_do_not_grow(two, told, n: int, django_assert_max_num_queries) -> None:
    with django_assert_max_num_queries(n):
        told(TODAY)

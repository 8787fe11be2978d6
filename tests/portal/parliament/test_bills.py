"""What the public is told of bills: alerts by kind and by initiator, each with its whole."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.utils import timezone
from django.utils.translation import override

from makul.portal.parliament.bills import group, open_bills, shelf, years

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 20)


def at(day: date):
    return timezone.make_aware(timezone.datetime(day.year, day.month, day.day, 12))


@pytest.fixture
def four(bill, alert, finished):
    """Two bills of deputies (one past conciliation), one of the Cabinet with a case, one that touches nobody."""
    first = bill("1", day=date(2026, 3, 2))
    second = bill("2", day=date(2026, 4, 2), touches="likely")
    third = bill("3", day=date(2025, 5, 2), initiator_kind="cabinet", case=finished)
    fourth = bill("4", day=date(2026, 6, 2), initiator_kind="cabinet", touches="no")
    alert(first, "no_case", at=at(date(2026, 3, 3)), answer="opinion", answered_at=timezone.now())
    alert(first, "fast_track", at=at(date(2026, 5, 3)))
    alert(third, "reopened", at=at(date(2025, 6, 3)))
    return first, second, third, fourth


def figures(year: int | None) -> dict[str, tuple[float | None, int]]:
    told = group(year, TODAY).told
    return {one.figure.key: (one.figure.part, one.figure.n) for one in told}


def test_each_figure_has_its_whole(four) -> None:
    assert figures(None) == {
        "bills_touching": (3, 4),
        "bills_conciliated": (1, 3),
        "alerts": (3, 3),
        "alerts_answered": (1, 3),
    }


def test_a_year_counts_bills_by_registration_and_alerts_by_their_day(four) -> None:
    assert figures(2026) == {
        "bills_touching": (2, 3),
        "bills_conciliated": (0, 2),
        "alerts": (2, 2),
        "alerts_answered": (1, 2),
    }
    assert years() == {2025, 2026}


def test_by_kind_and_by_initiator(four) -> None:
    with override("en"):
        told = group(None, TODAY)
        assert [(str(bar["label"]), bar["value"]) for bar in told.bars] == [
            ("No conciliation", 1),
            ("Agenda changed", 0),
            ("Several readings at once", 1),
            ("A settled row was reopened", 1),
        ]
        [table] = told.tables
        assert dict(table.rows) == {
            "Cabinet of Ministers": [1, 1, 0, 0, 0, 1],
            "Deputies of the Jogorku Kenesh": [2, 0, 1, 0, 1, 0],
        }


def test_nothing_registered_is_nothing_to_count(db) -> None:
    told = group(None, TODAY)
    assert (told.is_empty, told.bars, told.tables) == (True, [], [])
    assert shelf(TODAY).counts == []


def test_the_shelf_counts_the_last_twelve_months_and_shows_the_newest(four) -> None:
    told = shelf(TODAY)
    assert [one.n for one in told.counts] == [2, 1, 0, 1, 0]
    assert [one.thing.number for one in told.lines] == ["1", "1", "3"]
    assert told.lines[0].at == date(2026, 5, 3)


def test_only_bills_that_touch_or_were_noticed_are_spoken_of(four, bill, alert) -> None:
    noticed = bill("5", touches="no")
    alert(noticed, "no_case")
    bill("6", touches="unknown")
    assert set(open_bills().values_list("number", flat=True)) == {"1", "2", "3", "5"}


@pytest.mark.parametrize("told", [shelf, lambda day: group(None, day)])
def test_the_queries_do_not_grow_with_the_bills(
    four, bill, alert, told, django_assert_max_num_queries
) -> None:
    for n in range(10, 30):
        alert(bill(str(n)), "no_case", at=timezone.now() - timedelta(days=n))
    with django_assert_max_num_queries(6):
        told(TODAY)

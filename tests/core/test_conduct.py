"""Figures of a body on cases that can be reckoned by hand."""

from __future__ import annotations

import doctest
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from makul.core import conduct
from makul.core.conduct import Course, Figure, by_body, by_month, figures_of, in_year

DAY = date(2026, 1, 5)


def course(number: int, **known: object) -> Course:
    return Course(f"2026-{number:04}", "ministry", DAY, **known)  # type: ignore[arg-type]


def test_replies_on_time_are_counted_of_the_cases_whose_term_is_over() -> None:
    """Five cases: three in time, one late, one never; a sixth is still within its term."""
    replied = [True, True, True, False, False, None]
    found = figures_of(course(n, replied=one) for n, one in enumerate(replied))["on_time"]
    assert (found.part, found.n, found.share) == (3, 5, 0.6)
    assert found.behind == ("2026-0000", "2026-0001", "2026-0002")
    assert found.whole == tuple(f"2026-{n:04}" for n in range(5))


def test_rows_are_counted_by_reply_of_those_answered_or_overdue() -> None:
    """10 rows: 4 accepted, 2 partly, 1 declined, 1 overdue; 2 still wait and are not counted."""
    rows = {"accepted": 4, "partly": 2, "declined": 1, "unanswered": 1, "waiting": 2}
    found = figures_of([course(1, rows=rows), course(2)])
    assert [found[key].part for key in conduct.ANSWERED] == [4, 2, 1, 1]
    assert {found[key].n for key in conduct.ANSWERED} == {8}
    assert found["accepted"].share == 0.5
    assert found["accepted"].whole == ("2026-0001",)


def test_the_middle_of_the_days_is_not_moved_by_one_long_case() -> None:
    days = [10, 12, 14, 20, 400]
    courses = [
        course(n, last_position_on=DAY, decided_on=DAY + timedelta(days=d))
        for n, d in enumerate(days)
    ]
    found = figures_of([*courses, course(9)])["days"]
    assert (found.part, found.n, found.is_few) == (14, 5, False)


def test_a_decision_before_the_last_position_has_no_days() -> None:
    one = course(1, last_position_on=DAY, decided_on=DAY - timedelta(days=1))
    assert one.days_to_decision is None
    assert figures_of([one])["days"].part is None


def test_bypassed_are_counted_of_the_adopted_and_brought_back_of_the_withdrawn() -> None:
    courses = [
        course(1, ending="adopted", is_bypassed=True),
        course(2, ending="adopted"),
        course(3, ending="withdrawn", is_brought_back=True),
        course(4, ending="withdrawn"),
        course(5, ending="rejected"),
    ]
    found = figures_of(courses)
    assert (found["bypassed"].part, found["bypassed"].n) == (1, 2)
    assert (found["withdrawn"].part, found["withdrawn"].n) == (2, 5)
    assert (found["brought_back"].part, found["brought_back"].n) == (1, 2)


def test_of_fewer_than_five_no_share_is_said() -> None:
    assert figures_of([course(n, is_short=True) for n in range(4)])["short"].share is None
    assert figures_of([course(n, is_short=True) for n in range(5)])["short"].share == 1.0
    assert not figures_of([])["cases"].is_few


def test_a_figure_without_a_case_is_nothing_and_not_nought_per_cent() -> None:
    assert {one.share for one in figures_of([]).values()} == {None}


def test_years_and_bodies() -> None:
    last = Course("2025-0001", "agency", date(2025, 12, 31))
    assert in_year([last, course(1)], 2025) == [last]
    assert in_year([last, course(1)], None) == [last, course(1)]
    assert list(by_body([course(2), last, course(1)])) == ["agency", "ministry"]


def test_a_month_with_few_cases_is_a_gap() -> None:
    courses = [course(n, replied=n < 4) for n in range(5)]
    courses.append(Course("2026-0099", "ministry", date(2026, 2, 3), replied=True))
    months = [date(2026, 1, 1), date(2026, 2, 1)]
    found = by_month(courses, told=lambda one: one.replied, months=months)
    assert found == [(months[0], 0.8), (months[1], None)]


COURSES = st.lists(
    st.builds(
        Course,
        case=st.integers(0, 10**6).map(str),
        body=st.just("ministry"),
        opened_on=st.dates(),
        is_short=st.booleans(),
        replied=st.sampled_from([True, False, None]),
        rows=st.dictionaries(st.sampled_from(conduct.ANSWERED), st.integers(0, 50)),
        ending=st.sampled_from(["", "adopted", "withdrawn", "rejected"]),
        is_bypassed=st.booleans(),
        is_brought_back=st.booleans(),
        last_position_on=st.none() | st.dates(),
        decided_on=st.none() | st.dates(),
    ),
    max_size=20,
)


@given(COURSES)
def test_no_part_is_larger_than_its_whole(courses: list[Course]) -> None:
    found = figures_of(courses)
    for one in found.values():
        assert set(one.behind) <= set(one.whole)
        assert one.kind == "median" or 0 <= (one.part or 0) <= one.n
    replies = [found[key] for key in conduct.ANSWERED]
    assert sum(one.part or 0 for one in replies) == replies[0].n


def test_examples() -> None:
    assert doctest.testmod(conduct).failed == 0
    assert Figure("days", "median", 3, 9).share is None

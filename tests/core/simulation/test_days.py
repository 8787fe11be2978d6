"""Working days numbered: there and back, over days off, and the shares of a term."""

from __future__ import annotations

from datetime import date

import pytest

from makul.core.calendar import Calendar, DayOff
from makul.core.errors import LawGap
from makul.core.simulation.days import Days

HOLIDAY = DayOff(date(2026, 3, 9), {}, "demonstration")
CALENDAR = Calendar({HOLIDAY.on: HOLIDAY}, years=range(2026, 2028))
DAYS = Days(CALENDAR, date(2026, 3, 5), years=1)  # a Thursday


def test_a_day_off_and_a_weekend_have_no_place() -> None:
    assert [DAYS.day(place) for place in range(4)] == [
        date(2026, 3, 5),
        date(2026, 3, 6),
        date(2026, 3, 10),
        date(2026, 3, 11),
    ]
    assert [DAYS.place(date(2026, 3, day)) for day in (5, 6, 8, 9, 10)] == [0, 1, 1, 1, 2]
    assert [DAYS.after(date(2026, 3, day)) for day in (5, 6, 9, 10)] == [1, 2, 2, 3]


def test_a_share_of_a_term_is_at_least_its_first_day_and_at_most_its_last() -> None:
    assert [DAYS.within(3, 13, share) for share in (0, 0.05, 0.11, 0.5, 1)] == [4, 4, 5, 8, 13]


def test_weeks_are_counted_from_the_first_day() -> None:
    assert [DAYS.week(DAYS.place(date(2026, 3, day))) for day in (5, 10, 11, 12)] == [0, 0, 0, 1]


def test_drafts_come_in_for_whole_years() -> None:
    assert DAYS.day(DAYS.arriving) == date(2027, 3, 5)
    leap = Calendar({}, years=range(2028, 2030))
    assert Days(leap, date(2028, 2, 29), years=1).arriving > 250


def test_the_year_after_the_last_draft_needs_its_list_too() -> None:
    with pytest.raises(LawGap) as gap:
        Days(CALENDAR, date(2026, 3, 5), years=2)
    assert gap.value.params == {"year": 2028}

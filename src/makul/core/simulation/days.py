"""Working days numbered, so that a play can go from one to the next and reckon with them."""

from __future__ import annotations

from bisect import bisect_right
from datetime import date, timedelta
from math import ceil

from makul.core.calendar import Calendar
from makul.core.errors import LawGap

DAY = timedelta(days=1)


class Days:
    """The working days from a first day on, as far as the lists of days off go."""

    def __init__(self, calendar: Calendar, first: date, *, years: int) -> None:
        for year in range(first.year, first.year + years + 1):
            if year not in calendar.years:  # with a year after it, or no case would come to its end
                raise LawGap("no_days_off", year=year)
        self.first = first
        self._worked: list[int] = []
        day = first
        while day.year in calendar.years:
            if calendar.is_working(day):
                self._worked.append(day.toordinal())
            day += DAY
        self.arriving = (
            self.place(date(first.year + years, first.month, min(first.day, 28)) - DAY) + 1
        )

    def __len__(self) -> int:
        return len(self._worked)

    def day(self, place: int) -> date:
        """The working day at a place; one past the end is its last."""
        return date.fromordinal(self._worked[min(place, len(self) - 1)])

    def place(self, day: date) -> int:
        """The place of a working day; of a day off, that of the working day before."""
        return bisect_right(self._worked, day.toordinal()) - 1

    def after(self, day: date) -> int:
        """The place of the first working day after a day."""
        return bisect_right(self._worked, day.toordinal())

    def within(self, start: int, last: int, share: float) -> int:
        """The place at which such a share of a term is used; the first day after its start at least."""
        return start + max(1, ceil(share * (last - start)))

    def week(self, place: int) -> int:
        """The week of a working day, counted from the first day, from 0."""
        return (self._worked[place] - self.first.toordinal()) // 7

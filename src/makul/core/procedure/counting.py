"""Terms reckoned for the judge: each once, and a gap in the law told as a reason, never raised."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Protocol

from makul.core.calendar import (
    Calendar,
    Reason,
    calendar_days_term,
    months_term,
    received_on,
    term_before,
    working_days_term,
)
from makul.core.errors import MakulError

type Reckoned = tuple[date | None, tuple[Reason, ...]]


RECKON = {
    "wd": working_days_term,
    "cd": calendar_days_term,
    "mo": months_term,
    "before": term_before,
}


class Counting(Protocol):
    """How days are counted; the proof brings a plainer one than the calendar."""

    def last_day(self, start: date, count: int, unit: str) -> Reckoned:
        """The last day of a term that starts by an event of the given day."""

    def day_before(self, event: date, count: int) -> Reckoned:
        """The last day from which so many full working days still lie before an event."""

    def received(self, at: datetime) -> tuple[date, Reason | None]:
        """The day on which a delivery counts as received."""


class CalendarCounting:
    """Counts by a calendar and the evening rule."""

    def __init__(self, calendar: Calendar, *, evening_hour: int | None) -> None:
        self._calendar = calendar
        self._hour = evening_hour
        self._evening = None if evening_hour is None else time(evening_hour)
        self._terms: dict[tuple[date, int, str], Reckoned] = {}
        self._received: dict[date, tuple[date, Reason | None]] = {}

    def last_day(self, start: date, count: int, unit: str) -> Reckoned:
        """The last day and why; without a list of days off: none, and the year that is missing."""
        key = (start, count, unit)
        if key not in self._terms:
            self._terms[key] = self._reckon(start, count, unit)
        return self._terms[key]

    def day_before(self, event: date, count: int) -> Reckoned:
        """The last day before an event and why; without a list of days off: none, and the year."""
        key = (event, count, "before")
        if key not in self._terms:
            self._terms[key] = self._reckon(event, count, "before")
        return self._terms[key]

    def received(self, at: datetime) -> tuple[date, Reason | None]:
        """The day of receipt; after the evening hour the next working day."""
        day = at.date()
        if self._evening is None or at.time() <= self._evening:
            return day, None
        if day not in self._received:
            try:
                late = received_on(at, evening_hour=self._hour, calendar=self._calendar)
            except (MakulError, OverflowError) as gap:
                late = (day, _gap(day, gap))
            self._received[day] = late
        return self._received[day]

    def _reckon(self, start: date, count: int, unit: str) -> Reckoned:
        try:
            term = RECKON[unit](start, count, calendar=self._calendar)
        except (MakulError, OverflowError) as gap:
            return None, (_gap(start, gap),)
        return term.last_day, term.because


def _gap(day: date, gap: Exception) -> Reason:
    """The year whose days off nobody has decided yet."""
    year = gap.params.get("year", day.year) if isinstance(gap, MakulError) else day.year
    return Reason("law_gap", None, {"year": year})

"""Which days are worked in the years whose lists are known, and why the others are not."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Literal

from makul.core.calendar.reasons import DayOff, Reason
from makul.core.errors import BadInput, LawGap

DAY = timedelta(days=1)


@dataclass(frozen=True, eq=False)
class Calendar:
    """Which days are worked, in the years whose lists are known; never changed after it is made.

    `provisional` are years whose list may still change (no yearly decision yet); `basis` cites the
    rule behind each kind of reason. A year that is not in `years` is a gap, never a guess.

    >>> week = Calendar({}, years=range(2026, 2027))
    >>> week.is_working(date(2026, 1, 2)), week.why_off(date(2026, 1, 3))
    (True, 'weekend')
    """

    days_off: Mapping[date, DayOff]
    working_weekends: Mapping[date, str] = field(default_factory=dict, kw_only=True)
    years: Iterable[int] = field(kw_only=True)
    provisional: Iterable[int] = field(default=(), kw_only=True)
    basis: Mapping[str, str] = field(default_factory=dict, kw_only=True)
    # Made once: ordinals of the days worked and of the days skipped, with a ready reason for each.
    _worked: list[int] = field(init=False, repr=False)
    _off: list[int] = field(init=False, repr=False)
    _reasons: list[Reason] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        keep = object.__setattr__
        keep(self, "days_off", dict(self.days_off))  # a copy: what is handed in may change later
        keep(self, "working_weekends", dict(self.working_weekends))
        keep(self, "years", frozenset(self.years))
        keep(self, "provisional", frozenset(self.provisional))
        worked: list[int] = []
        skipped: list[tuple[int, Reason]] = []
        for day in _days_of(self.years):
            why = self.why_off(day)
            if why is None:
                worked.append(day.toordinal())
            else:
                skipped.append((day.toordinal(), _skipped(day, why)))
        keep(self, "_worked", worked)
        keep(self, "_off", [ordinal for ordinal, _ in skipped])
        keep(self, "_reasons", [reason for _, reason in skipped])

    def is_working(self, day: date) -> bool:
        """Whether the day is worked.

        Raises: LawGap("no_days_off", year) where the list of that year is not known.
        """
        return self.why_off(day) is None

    def why_off(self, day: date) -> DayOff | Literal["weekend"] | None:
        """Why the day is not worked, or nothing when it is.

        An *estimated* holiday on a Saturday or Sunday is told as the weekend, which is certain.
        Raises: LawGap("no_days_off", year).
        """
        self.check(day)
        named = self.days_off.get(day)
        weekend = day.weekday() >= 5 and day not in self.working_weekends
        if named is not None and not (weekend and named.estimated):
            return named
        return "weekend" if weekend else None

    def check(self, day: date) -> None:
        """Refuse a day of a year whose list is not known."""
        if day.year not in self.years:
            raise LawGap("no_days_off", year=day.year)

    def worked_day(self, after: date, count: int) -> date:
        """The `count`-th working day after the given one; before it when `count` is negative."""
        if count == 0:
            raise BadInput("bad_term", n=count)
        ordinal = after.toordinal()
        if count > 0:
            place = bisect_right(self._worked, ordinal) + count - 1
        else:
            place = bisect_left(self._worked, ordinal) + count
        if not 0 <= place < len(self._worked):
            raise LawGap("no_days_off", year=self._edge(after, count))
        found = date.fromordinal(self._worked[place])
        self._check_between(after + DAY if count > 0 else after - DAY, found)
        return found

    def count(self, first: date, last: date) -> int:
        """Working days after `first` up to and including `last`, both in known years."""
        self._check_between(first + DAY, last)
        worked = self._worked
        return bisect_right(worked, last.toordinal()) - bisect_right(worked, first.toordinal())

    def skipped(self, first: date, last: date) -> list[Reason]:
        """The days off from `first` to `last`, both included, each with its reason."""
        low = bisect_left(self._off, first.toordinal())
        return self._reasons[low : bisect_right(self._off, last.toordinal())]

    def cite(self, kind: str, **params: object) -> Mapping[str, object]:
        """Parameters of a reason together with the basis of its rule, where one is known."""
        basis = self.basis.get(kind)
        return params if basis is None else {**params, "basis": basis}

    def rule(self, count: int, unit: str, *, first: date, last: date) -> Reason:
        """The rule a term follows; years it runs through with an unfinished list are named."""
        params: dict[str, object] = {"n": count, "unit": unit}
        years = [y for y in range(first.year, last.year + 1) if y in self.provisional]
        if years:
            params["provisional_years"] = tuple(years)
        return Reason("rule", None, self.cite(f"rule_{unit}", **params))

    def _check_between(self, one: date, other: date) -> None:
        """Refuse a stretch of days that touches a year without a list."""
        low, high = sorted((one.year, other.year))
        for year in range(low, high + 1):
            if year not in self.years:
                raise LawGap("no_days_off", year=year)

    def _edge(self, day: date, direction: int) -> int:
        """The first year past the known ones on the way, for the word on what is missing."""
        if direction > 0:
            return max(day.year, max(self.years, default=0) + 1)
        return min(day.year, min(self.years, default=day.year + 1) - 1)


def _skipped(day: date, why: DayOff | Literal["weekend"]) -> Reason:
    """The reason for passing over one day."""
    if isinstance(why, DayOff):
        named = {"names": why.names, "source": why.source, "estimated": why.estimated}
        return Reason("skipped", day, {"why": "day_off", **named})
    return Reason("skipped", day, {"why": "weekend"})


def _days_of(years: Iterable[int]) -> Iterable[date]:
    """Each day of the given years in order."""
    for year in sorted(years):
        first = date(year, 1, 1).toordinal()
        for ordinal in range(first, date(year, 12, 31).toordinal() + 1):
            yield date.fromordinal(ordinal)

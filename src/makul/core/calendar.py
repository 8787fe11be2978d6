"""Working days and terms, each last day with the reasons a person can check by hand."""

from bisect import bisect_left, bisect_right
from calendar import monthrange
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import MAXYEAR, date, datetime, time, timedelta, timezone
from types import MappingProxyType
from typing import Literal

from makul.core.errors import BadInput, LawGap

# Kyrgyzstan has kept UTC+6 the whole year round since 2005; a fixed offset needs no time zone files.
BISHKEK = timezone(timedelta(hours=6), "Asia/Bishkek")
NOTHING: Mapping[str, object] = MappingProxyType({})
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class DayOff:
    """A day off named by the law, with its names in ky, ru, en and the key of its source."""

    on: date
    names: Mapping[str, str] = field(hash=False)
    source: str
    estimated: bool = False


@dataclass(frozen=True, slots=True)
class Reason:
    """One line of the explanation of a due date.

    Kinds: `start` (the day of the event, not counted) · `rule` (`n`, `unit` "wd" or "mo", and
    `provisional_years` whose list of days off is not final) · `evening` (a late receipt, moved
    `to` a working day) · `skipped` (`why`: "weekend" or "day_off" with `names`, `source`,
    `estimated`) · `month_end` (the month has no such date: `day`) · `moved` (the last day was a day
    off: `from`) · `not_before` (a floor under the last day) · `law_gap` (the law does not say).

    >>> Reason("start", date(2026, 3, 2), {"basis": "civil.208"}).as_data()
    {'kind': 'start', 'on': '2026-03-02', 'basis': 'civil.208'}
    """

    kind: str
    on: date | None = None
    params: Mapping[str, object] = field(default=NOTHING, hash=False)

    def as_data(self) -> dict[str, object]:
        """The reason as plain JSON data, its parameters beside `kind` and `on`, dates as ISO."""
        data: dict[str, object] = {"kind": self.kind}
        if self.on is not None:
            data["on"] = self.on.isoformat()
        return data | {name: _plain(value) for name, value in self.params.items()}


@dataclass(frozen=True, slots=True)
class Term:
    """A term reckoned: the event's day, the last day to act, and why it is that day."""

    start: date
    last_day: date
    because: tuple[Reason, ...]

    def as_data(self) -> dict[str, object]:
        """The term as plain JSON data."""
        return {
            "start": self.start.isoformat(),
            "last_day": self.last_day.isoformat(),
            "because": [reason.as_data() for reason in self.because],
        }


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


def working_days_term(start: date, days: int, *, calendar: Calendar) -> Term:
    """The last day of a term in working days; the day of the event is not counted.

    Units: working days, one or more.
    Raises: LawGap("no_days_off", year); BadInput("bad_term", n).
    Source: Civil Code art. 208 (the count starts the day after the event).

    >>> week = Calendar({}, years=range(2026, 2027))
    >>> working_days_term(date(2026, 3, 6), 2, calendar=week).last_day
    datetime.date(2026, 3, 10)
    """
    if days < 1:
        raise BadInput("bad_term", n=days)
    last_day = calendar.worked_day(start, days)
    rule = calendar.rule(days, "wd", first=start + DAY, last=last_day)
    because = (_start(start, calendar), rule, *calendar.skipped(start + DAY, last_day))
    return Term(start, last_day, because)


def months_term(start: date, months: int, *, calendar: Calendar) -> Term:
    """The last day of a term in months: the same date, or the month's end, then a working day.

    Units: calendar months, one or more.
    Raises: LawGap("no_days_off", year); BadInput("bad_term", n).
    Source: Civil Code art. 208, 209(3) and 209(5).

    >>> week = Calendar({}, years=range(2026, 2027))
    >>> months_term(date(2026, 1, 31), 1, calendar=week).last_day  # 28 February is a Saturday
    datetime.date(2026, 3, 2)
    """
    if months < 1:
        raise BadInput("bad_term", n=months)
    nominal = _same_date(start, months)
    working = calendar.is_working(nominal)
    last_day = nominal if working else calendar.worked_day(nominal, 1)
    because = [
        _start(start, calendar),
        calendar.rule(months, "mo", first=start + DAY, last=last_day),
    ]
    if nominal.day != start.day:
        because.append(Reason("month_end", nominal, calendar.cite("month_end", day=start.day)))
    if not working:
        because += calendar.skipped(nominal, last_day)
        because.append(Reason("moved", last_day, calendar.cite("moved", **{"from": nominal})))
    return Term(start, last_day, tuple(because))


def moment(text: str) -> datetime:
    """An ISO moment in Bishkek time; "24:00" is the last instant of its day, still in time.

    Raises: BadInput("bad_moment", text).
    Source: Civil Code art. 210(1) (an act may be done until 24:00 of the last day).

    >>> moment("2026-03-02T24:00").date(), moment("2026-03-02T10:00").isoformat()
    (datetime.date(2026, 3, 2), '2026-03-02T10:00:00+06:00')
    """
    day, separator, hour = text.partition("T")
    at_end = separator and hour in ("24:00", "24:00:00")
    try:
        read = datetime.fromisoformat(f"{day}T23:59:59.999999" if at_end else text)
    except ValueError:
        raise BadInput("bad_moment", text=text) from None
    return read.replace(tzinfo=BISHKEK) if read.tzinfo is None else read.astimezone(BISHKEK)


def received_on(
    at: datetime, *, evening_hour: int | None, calendar: Calendar
) -> tuple[date, Reason | None]:
    """The day on which a delivery counts as received, and the reason if that is a later day.

    The Order (art. 6, `term.evening`) moves only what is delivered *after* the evening hour: at
    18:00 sharp it is still today's. It says nothing of a delivery by daylight on a day off, so this
    stays the event of its own day (Civil Code art. 208) and the count starts on the next. A moment
    without a time zone is read as Bishkek time. Without an evening hour nothing is moved. The rule
    is for receipts only: what is filed is on time until midnight, so a filing never comes here.
    Raises: LawGap("no_days_off", year) when a late receipt moves past the known lists.

    >>> week = Calendar({}, years=range(2026, 2027))
    >>> received_on(datetime(2026, 3, 6, 18, 1), evening_hour=18, calendar=week)[0]
    datetime.date(2026, 3, 9)
    """
    local = at if at.tzinfo is None else at.astimezone(BISHKEK)
    day = local.date()
    if evening_hour is None or local.time() <= time(evening_hour):
        return day, None
    counted = calendar.worked_day(day, 1)
    params = calendar.cite("evening", hour=evening_hour, to=counted)
    return counted, Reason("evening", day, params)


def day_before_event(event: date, days: int, *, calendar: Calendar) -> date:
    """The latest day from which `days` full working days still lie before the event.

    Units: working days, one or more; neither the day found nor the event is counted.
    Raises: LawGap("no_days_off", year); BadInput("bad_term", n).
    Source: the Order, art. 6 (`term.backward`).

    >>> week = Calendar({}, years=range(2026, 2027))
    >>> day_before_event(date(2026, 10, 28), 5, calendar=week)
    datetime.date(2026, 10, 20)
    """
    if days < 1:
        raise BadInput("bad_term", n=days)
    return calendar.worked_day(event, -days) - DAY


def working_days_between(first: date, last: date, *, calendar: Calendar) -> int:
    """Working days after `first` up to and including `last`, counted as a term is.

    Units: working days; negative when `last` lies before `first`.
    Raises: LawGap("no_days_off", year).

    >>> week = Calendar({}, years=range(2026, 2027))
    >>> working_days_between(date(2026, 3, 6), date(2026, 3, 10), calendar=week)
    2
    """
    if last < first:
        return -working_days_between(last, first, calendar=calendar)
    return calendar.count(first, last) if last > first else 0


def _start(day: date, calendar: Calendar) -> Reason:
    """The day of the event, from which the count starts and which is not counted itself."""
    return Reason("start", day, calendar.cite("start"))


def _skipped(day: date, why: DayOff | Literal["weekend"]) -> Reason:
    """The reason for passing over one day."""
    if isinstance(why, DayOff):
        named = {"names": why.names, "source": why.source, "estimated": why.estimated}
        return Reason("skipped", day, {"why": "day_off", **named})
    return Reason("skipped", day, {"why": "weekend"})


def _same_date(start: date, months: int) -> date:
    """The same date so many months later, or the last day of a month that has no such date."""
    years, month = divmod(start.month - 1 + months, 12)
    year = start.year + years
    if year > MAXYEAR:
        raise LawGap("no_days_off", year=year)
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))


def _days_of(years: Iterable[int]) -> Iterable[date]:
    """Each day of the given years in order."""
    for year in sorted(years):
        first = date(year, 1, 1).toordinal()
        for ordinal in range(first, date(year, 12, 31).toordinal() + 1):
            yield date.fromordinal(ordinal)


def _plain(value: object) -> object:
    """A parameter as JSON knows it."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(name): _plain(inner) for name, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(inner) for inner in value]
    return value

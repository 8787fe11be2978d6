"""Counts how norm-making bodies conduct conciliation: each figure with its whole and the cases behind it.

A share is never said of fewer than five: `Figure.is_few` tells it, and the page says "few cases".
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import median

LEAST = 5  # of fewer no share is said


@dataclass(frozen=True, slots=True)
class Course:
    """What one case tells of its initiator.

    `replied`: the replies came within their term (True), later or not at all (False), or their term
    has not ended (None). `rows` counts rows by reply: accepted, partly, declined, unanswered (the
    term is over), waiting (it still runs). `ending`: adopted, rejected, withdrawn, other, or empty.
    """

    case: str
    body: str
    opened_on: date
    is_short: bool = False
    replied: bool | None = None
    rows: Mapping[str, int] | None = None
    ending: str = ""
    is_bypassed: bool = False
    is_brought_back: bool = False
    last_position_on: date | None = None
    decided_on: date | None = None

    @property
    def days_to_decision(self) -> int | None:
        """Calendar days from the last position to the decision; a decision before it counts none."""
        if self.last_position_on is None or self.decided_on is None:
            return None
        days = (self.decided_on - self.last_position_on).days
        return days if days >= 0 else None

    def count(self, *replies: str) -> int:
        """Rows with one of these replies."""
        return sum((self.rows or {}).get(reply, 0) for reply in replies)


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with its whole: `part` of `n`, or a middle of `n` days.

    `kind`: "count" (part is the number), "share" (part of n), "median" (part are days of n cases).
    `behind`: the cases that make up the part, or that were reckoned; `whole`: all of the n.
    """

    key: str
    kind: str
    part: float | None
    n: int
    behind: tuple[str, ...] = ()
    whole: tuple[str, ...] = ()

    @property
    def is_few(self) -> bool:
        """Whether too few for a share or a middle to be said."""
        return self.kind != "count" and self.n < LEAST

    @property
    def share(self) -> float | None:
        """The share, 0 to 1; nothing of fewer than five.

        >>> Figure("short", "share", 3, 6).share, Figure("short", "share", 3, 4).share
        (0.5, None)
        """
        if self.kind != "share" or self.is_few or self.part is None:
            return None
        return self.part / self.n

    @property
    def days(self) -> int:
        """A middle in whole days: half a day between two middle cases is a day begun."""
        return int((self.part or 0) + 0.5)


def _cases(key: str, courses: Sequence[Course]) -> Figure:
    numbers = tuple(one.case for one in courses)
    return Figure(key, "count", len(numbers), len(numbers), numbers, numbers)


def _of(
    key: str,
    courses: Sequence[Course],
    *,
    among: Callable[[Course], bool],
    is_so: Callable[[Course], bool],
) -> Figure:
    """Cases that are so, of those among which it can be asked."""
    whole = [one for one in courses if among(one)]
    behind = [one for one in whole if is_so(one)]
    return Figure(
        key,
        "share",
        len(behind),
        len(whole),
        tuple(one.case for one in behind),
        tuple(one.case for one in whole),
    )


ANSWERED = ("accepted", "partly", "declined", "unanswered")


def _rows(key: str, courses: Sequence[Course]) -> Figure:
    """Rows with one reply, of the rows whose reply was given or is overdue."""
    whole = [one for one in courses if one.count(*ANSWERED)]
    behind = [one for one in whole if one.count(key)]
    return Figure(
        key,
        "share",
        sum(one.count(key) for one in behind),
        sum(one.count(*ANSWERED) for one in whole),
        tuple(one.case for one in behind),
        tuple(one.case for one in whole),
    )


def _days(key: str, courses: Sequence[Course]) -> Figure:
    reckoned = [(one.case, one.days_to_decision) for one in courses]
    known = [(case, days) for case, days in reckoned if days is not None]
    middle = median(days for _case, days in known) if known else None
    numbers = tuple(case for case, _days in known)
    return Figure(key, "median", middle, len(known), numbers, numbers)


def figures_of(courses: Iterable[Course]) -> dict[str, Figure]:
    """Every figure of these cases, by key.

    >>> a = Course("2026-1", "ministry", date(2026, 1, 5), is_short=True)
    >>> b = Course("2026-2", "ministry", date(2026, 2, 5), replied=True)
    >>> found = figures_of([a, b])
    >>> (found["cases"].part, found["short"].part, found["short"].n, found["on_time"].n)
    (2, 1, 2, 1)
    """
    wanted = list(courses)

    def is_replied(one: Course) -> bool:
        return one.replied is not None

    def is_adopted(one: Course) -> bool:
        return one.ending == "adopted"

    found = [
        _cases("cases", wanted),
        _of("on_time", wanted, among=is_replied, is_so=lambda one: bool(one.replied)),
        _of("short", wanted, among=lambda one: True, is_so=lambda one: one.is_short),
        *(_rows(key, wanted) for key in ("accepted", "partly", "declined", "unanswered")),
        _of("bypassed", wanted, among=is_adopted, is_so=lambda one: one.is_bypassed),
        _days("days", wanted),
        _of(
            "withdrawn",
            wanted,
            among=lambda one: True,
            is_so=lambda one: one.ending == "withdrawn",
        ),
        _of(
            "brought_back",
            wanted,
            among=lambda one: one.ending == "withdrawn",
            is_so=lambda one: one.is_brought_back,
        ),
    ]
    return {figure.key: figure for figure in found}


def in_year(courses: Iterable[Course], year: int | None) -> list[Course]:
    """The cases opened in a year; all where none is named."""
    return [one for one in courses if year is None or one.opened_on.year == year]


def by_body(courses: Iterable[Course]) -> dict[str, list[Course]]:
    """The cases of each body, in the order of their numbers."""
    found: dict[str, list[Course]] = {}
    for one in sorted(courses, key=lambda one: one.case):
        found.setdefault(one.body, []).append(one)
    return found


def by_month(
    courses: Iterable[Course], *, told: Callable[[Course], bool | None], months: Sequence[date]
) -> list[tuple[date, float | None]]:
    """Of the cases opened in each month the share that is so; nothing of fewer than five.

    `told` says of a case whether it is so, or that it cannot be asked.
    """
    known = [(one.opened_on.replace(day=1), told(one)) for one in courses]
    found: list[tuple[date, float | None]] = []
    for month in months:
        asked = [is_so for day, is_so in known if day == month and is_so is not None]
        found.append((month, sum(asked) / len(asked) if len(asked) >= LEAST else None))
    return found

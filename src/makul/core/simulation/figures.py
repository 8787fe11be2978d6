"""Small figures of many numbers, and shares that never come without their whole."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from math import ceil
from statistics import fmean, median


def spread(numbers: Iterable[float]) -> dict[str, float | int | None]:
    """How many numbers there are, their mean, middle, ninth tenth and greatest.

    >>> spread([1, 2, 3, 10])
    {'n': 4, 'mean': 4.0, 'median': 2.5, 'p90': 10, 'max': 10}
    >>> spread([])
    {'n': 0, 'mean': None, 'median': None, 'p90': None, 'max': None}
    """
    found = sorted(numbers)
    if not found:
        return {"n": 0, "mean": None, "median": None, "p90": None, "max": None}
    return {
        "n": len(found),
        "mean": round(fmean(found), 1),
        "median": _plain(median(found)),
        "p90": _plain(found[ceil(0.9 * len(found)) - 1]),
        "max": _plain(found[-1]),
    }


def share(part: int, whole: int) -> float | None:
    """A share to three places; nothing where there is no whole.

    >>> share(1, 3), share(0, 0)
    (0.333, None)
    """
    return round(part / whole, 3) if whole else None


def by_group(pairs: Iterable[tuple[str, float]]) -> dict[str, dict[str, float | int | None]]:
    """The figures of each group of numbers, groups in order."""
    groups: dict[str, list[float]] = {}
    for name, number in pairs:
        groups.setdefault(name, []).append(number)
    return {name: spread(groups[name]) for name in sorted(groups)}


def steps_of(numbers: Sequence[float], *, width: int) -> list[tuple[int, int]]:
    """How many numbers fall into each stretch of the given width, from 0 on.

    >>> steps_of([1, 4, 12], width=5)
    [(0, 2), (5, 0), (10, 1)]
    """
    if not numbers:
        return []
    last = int(max(numbers) // width)
    counted = [0] * (last + 1)
    for one in numbers:
        counted[int(one // width)] += 1
    return [(place * width, found) for place, found in enumerate(counted)]


def in_weeks(counted: Mapping[int, float], weeks: int) -> list[float | int]:
    """A number for each week, 0 where nothing happened."""
    return [_plain(round(counted.get(week, 0), 1)) for week in range(weeks)]


def _plain(one: float) -> float | int:
    """A whole number without a point."""
    return int(one) if float(one).is_integer() else round(one, 2)

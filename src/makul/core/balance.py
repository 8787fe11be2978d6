"""The arithmetic of two sides' figures: gaps by item and year, sums by section, room under a frame."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

NOTHING = Decimal(0)
ASKED, OFFERED, AGREED, GIVEN = "lsg", "government", "agreed", "given"
# From this many som on, a sum is told in the larger unit.
SCALES = ((Decimal(10**9), "billion"), (Decimal(10**6), "million"), (Decimal(10**3), "thousand"))

type Years = Mapping[int, Decimal]


@dataclass(frozen=True)
class Line:
    """An item with the figures of each side by year; a side or a year left out is not known.

    `section`: the kind of relation it belongs to. Units: som.
    """

    number: int
    section: str
    amounts: Mapping[str, Years]

    def amount(self, side: str, year: int) -> Decimal | None:
        """What a side reckons for a year; None: it named no sum.

        >>> Line(1, "taxes", {"lsg": {2027: Decimal(5)}}).amount("lsg", 2028)
        """
        return self.amounts.get(side, {}).get(year)

    def over(self, side: str, years: Iterable[int]) -> Decimal | None:
        """The sum of the years that the side named; None: it named none of them."""
        known = [sum_ for year in years if (sum_ := self.amount(side, year)) is not None]
        return sum(known, NOTHING) if known else None


def gap(
    line: Line, *, years: Iterable[int], high: str = ASKED, low: str = OFFERED
) -> Decimal | None:
    """By how much one side's sum exceeds the other's; below zero where it is the lesser.

    Where only one named a sum, the whole of it is the gap: silence is no consent. None: neither did.
    Units: som.

    >>> gap(Line(1, "taxes", {"lsg": {2027: Decimal(9)}, "government": {2027: Decimal(4)}}), years=[2027])
    Decimal('5')
    >>> gap(Line(1, "taxes", {"lsg": {2027: Decimal(9)}}), years=[2027])
    Decimal('9')
    """
    named = tuple(years)
    asked, offered = line.over(high, named), line.over(low, named)
    if asked is None and offered is None:
        return None
    return (asked or NOTHING) - (offered or NOTHING)


def total(lines: Iterable[Line], *, side: str, years: Iterable[int]) -> Decimal:
    """The sum of one side over all items and years; what was not named counts nothing.

    >>> total([Line(1, "taxes", {"lsg": {2027: Decimal(9), 2028: Decimal(1)}})], side="lsg", years=[2027])
    Decimal('9')
    """
    named = tuple(years)
    return sum((line.over(side, named) or NOTHING for line in lines), NOTHING)


def share(part: Decimal | None, *, of: Decimal | None) -> Decimal | None:
    """The part as a share of the whole (0-1 where it lies within); None where there is no whole.

    >>> share(Decimal(3), of=Decimal(4)), share(Decimal(3), of=Decimal(0))
    (Decimal('0.75'), None)
    """
    return None if part is None or not of else part / of


@dataclass(frozen=True, slots=True)
class Sums:
    """What each side makes in all of some items, and how far they are apart. Units: som."""

    items: int
    asked: Decimal
    offered: Decimal
    agreed: Decimal
    given: Decimal

    @property
    def gap(self) -> Decimal:
        """By how much more is asked than offered."""
        return self.asked - self.offered

    @property
    def gap_share(self) -> Decimal | None:
        """The gap as a share of what is asked."""
        return share(self.gap, of=self.asked)

    @property
    def given_share(self) -> Decimal | None:
        """What was given as a share of what was recommended."""
        return share(self.given, of=self.agreed)


def sums(lines: Sequence[Line], *, years: Iterable[int]) -> Sums:
    """The sums of all sides over some items and years.

    >>> sums([Line(1, "taxes", {"lsg": {2027: Decimal(9)}})], years=[2027]).gap
    Decimal('9')
    """
    named = tuple(years)
    each = (total(lines, side=side, years=named) for side in (ASKED, OFFERED, AGREED, GIVEN))
    return Sums(len(lines), *each)


def by_section(lines: Sequence[Line], *, years: Iterable[int]) -> dict[str, Sums]:
    """The sums of each section that has items, in the order in which they come.

    >>> list(by_section([Line(1, "taxes", {}), Line(2, "other", {}), Line(3, "taxes", {})], years=[]))
    ['taxes', 'other']
    """
    named = tuple(years)
    sections = dict.fromkeys(line.section for line in lines)
    return {
        one: sums([line for line in lines if line.section == one], years=named) for one in sections
    }


@dataclass(frozen=True, slots=True)
class Tried:
    """A solution tried: its sum in one year, and what is left under the frame (below zero: over it).

    `met`: the share of the whole gap between the sides that it closes; None where there is no gap.
    """

    total: Decimal
    left: Decimal | None
    met: Decimal | None

    @property
    def fits(self) -> bool:
        """Whether the total is not above the frame, or none was named."""
        return self.left is None or self.left >= 0


def tried(
    lines: Sequence[Line],
    *,
    solution: Mapping[int, Decimal | None],
    year: int,
    frame: Decimal | None = None,
) -> Tried:
    """Try a solution, a sum for each item by its number, for balance in one year.

    Units: som. An item left out of the solution gets nothing.

    >>> line = Line(1, "taxes", {"lsg": {2027: Decimal(10)}, "government": {2027: Decimal(4)}})
    >>> tried([line], solution={1: Decimal(7)}, year=2027, frame=Decimal(6))
    Tried(total=Decimal('7'), left=Decimal('-1'), met=Decimal('0.5'))
    """
    got = sum((solution.get(line.number) or NOTHING for line in lines), NOTHING)
    offered = total(lines, side=OFFERED, years=[year])
    apart = total(lines, side=ASKED, years=[year]) - offered
    return Tried(
        total=got,
        left=None if frame is None else frame - got,
        met=share(got - offered, of=apart),
    )


def scaled(amount: Decimal) -> tuple[Decimal, str]:
    """A sum in the largest unit it reaches, to two places, and the name of the unit.

    Units: `billion`, `million`, `thousand`, or empty for som.

    >>> scaled(Decimal(1_240_000)), scaled(Decimal(-999)), scaled(Decimal(999_999_999))
    ((Decimal('1.24'), 'million'), (Decimal('-999'), ''), (Decimal('1'), 'billion'))
    """
    for size, name in SCALES:
        in_unit = (amount / size).quantize(Decimal("0.01"))
        if abs(in_unit) >= 1 and abs(amount) >= SCALES[-1][0]:
            return Decimal(f"{in_unit.normalize():f}"), name
    return amount, ""

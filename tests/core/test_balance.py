"""Figures of two sides: the parts make the whole, in whatever order they come."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from makul.core.balance import Line, Tried, by_section, gap, scaled, share, sums, total, tried

YEARS = (2027, 2028, 2029)
SOM = st.integers(0, 10**12).map(Decimal)
FIGURES = st.dictionaries(st.sampled_from(YEARS), SOM)
AMOUNTS = st.dictionaries(st.sampled_from(["lsg", "government", "agreed", "given"]), FIGURES)
SECTIONS = st.sampled_from(["equalising", "target", "taxes"])
LINES = st.lists(st.builds(Line, st.integers(1, 99), SECTIONS, AMOUNTS), max_size=8)


def line(**sides: int) -> Line:
    return Line(1, "target", {side: {2027: Decimal(som)} for side, som in sides.items()})


def test_a_sum_not_named_is_not_zero() -> None:
    assert line(lsg=5).amount("government", 2027) is None
    assert line(government=0).amount("government", 2027) == 0
    assert gap(line(), years=YEARS) is None
    assert gap(line(lsg=5), years=YEARS) == 5
    assert gap(line(government=5), years=YEARS) == -5


@given(LINES)
def test_the_gaps_of_the_items_make_the_gap_of_the_whole(lines: list[Line]) -> None:
    gaps = [gap(one, years=YEARS) or 0 for one in lines]
    assert sum(gaps) == sums(lines, years=YEARS).gap


@given(LINES)
def test_the_years_make_the_three_years(lines: list[Line]) -> None:
    for side in ("lsg", "government", "agreed", "given"):
        each = sum(total(lines, side=side, years=[year]) for year in YEARS)
        assert each == total(lines, side=side, years=YEARS)


@given(LINES)
def test_the_sections_make_the_whole(lines: list[Line]) -> None:
    parts, whole = by_section(lines, years=YEARS).values(), sums(lines, years=YEARS)
    for name in ("items", "asked", "offered", "agreed", "given", "gap"):
        assert sum(getattr(one, name) for one in parts) == getattr(whole, name)


@given(LINES, st.randoms())
def test_the_order_of_items_changes_no_sum(lines: list[Line], chance: object) -> None:
    mixed = list(lines)
    chance.shuffle(mixed)  # type: ignore[attr-defined]
    assert sums(mixed, years=YEARS) == sums(lines, years=YEARS)


@given(SOM, SOM)
def test_a_gap_within_what_is_asked_is_a_share_of_it(offered: Decimal, more: Decimal) -> None:
    found = sums([line(lsg=int(offered + more), government=int(offered))], years=YEARS).gap_share
    assert found is None if offered + more == 0 else found is not None and 0 <= found <= 1


@given(SOM, SOM, SOM)
def test_a_frame_is_kept_or_the_excess_is_told(
    first: Decimal, second: Decimal, frame: Decimal
) -> None:
    lines = [Line(1, "taxes", {}), Line(2, "taxes", {})]
    found = tried(lines, solution={1: first, 2: second}, year=2027, frame=frame)
    assert found.total + (found.left or 0) == frame
    assert found.fits == (first + second <= frame)


def test_a_solution_meets_the_gap_from_nothing_to_the_whole() -> None:
    one = line(lsg=10, government=4)
    met = [tried([one], solution={1: Decimal(som)}, year=2027).met for som in (4, 7, 10)]
    assert met == [0, Decimal("0.5"), 1]
    assert tried([one], solution={}, year=2027) == Tried(Decimal(0), None, Decimal(-4) / 6)
    assert tried([line(lsg=4, government=4)], solution={1: Decimal(4)}, year=2027).met is None


def test_a_share_needs_a_whole() -> None:
    assert share(None, of=Decimal(4)) is None
    assert share(Decimal(1), of=None) is None
    assert sums([line(agreed=8, given=6)], years=YEARS).given_share == Decimal("0.75")


def test_large_sums_are_told_in_larger_units() -> None:
    told = {
        1_500: (Decimal("1.5"), "thousand"),
        999: (Decimal(999), ""),
        12_000_000: (Decimal(12), "million"),
        999_995: (Decimal("1"), "million"),
        -2_345_678_901: (Decimal("-2.35"), "billion"),
    }
    assert {som: scaled(Decimal(som)) for som in told} == told

"""Money keeps its total to the last som."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from makul.core.errors import BadInput
from makul.core.money import read_som, round_together, share_out, whole_som

weights = st.lists(st.integers(0, 10**9), min_size=1, max_size=40).filter(any)
amounts = st.lists(st.decimals(-(10**9), 10**9, places=4), max_size=40)


@pytest.mark.parametrize(
    ("typed", "som"),
    [
        ("", None),
        ("0", 0),
        ("60 000", 60000),
        ("60\u00a0000", 60000),
        ("87\u2009498\u2009000 сом", 87498000),
        ("1000000", 1000000),
        ("1500,00", 1500),
        ("12 SOM", 12),
    ],
)
def test_a_typed_sum_is_read(typed: str, som: int | None) -> None:
    assert read_som(typed) == som


@pytest.mark.parametrize("typed", ["-5", "12,50", "миң сом", "1 2 3", "1e9", "9" * 16, "5 доллар"])
def test_what_is_not_whole_som_is_refused(typed: str) -> None:
    with pytest.raises(BadInput) as caught:
        read_som(typed)
    assert caught.value.code == "not_som"


@given(st.integers(0, 10**15))
def test_a_grouped_sum_reads_as_itself(som: int) -> None:
    assert read_som(f"{som:,}".replace(",", " ")) == som


def test_a_half_rounds_away_from_zero_in_both_kinds_of_number() -> None:
    assert [whole_som(Decimal(half)) for half in ("0.5", "-0.5", "1.5")] == [1, -1, 2]
    assert [whole_som(Fraction(half, 2)) for half in (1, -1, 3)] == [1, -1, 2]


@given(st.integers(-(10**12), 10**12), weights)
def test_a_total_shared_out_is_kept_and_each_share_is_within_one_som(
    total: int, weights: list[int]
) -> None:
    shares = share_out(total, weights=weights)
    assert sum(shares) == total
    exact = [Fraction(total * weight, sum(weights)) for weight in weights]
    assert all(abs(share - wanted) < 1 for share, wanted in zip(shares, exact, strict=True))


@given(st.integers(0, 10**12), weights)
def test_who_weighs_more_gets_no_less(total: int, weights: list[int]) -> None:
    pairs = sorted(zip(weights, share_out(total, weights=weights), strict=True))
    assert [share for _, share in pairs] == sorted(share for _, share in pairs)


def test_largest_remainder_gives_the_published_seats() -> None:
    """The textbook example of Hamilton's method: 100 000 votes, 10 seats."""
    votes = [47_000, 16_000, 15_900, 12_000, 6_000, 3_100]
    assert share_out(10, weights=votes) == (5, 2, 1, 1, 1, 0)


@pytest.mark.parametrize("weights", [[], [0, 0], [3, -1]])
def test_nothing_to_share_by_is_refused(weights: list[int]) -> None:
    with pytest.raises(BadInput) as caught:
        share_out(100, weights=weights)
    assert caught.value.code == "bad_weights"


def test_nothing_is_shared_out_to_nobody() -> None:
    assert share_out(0, weights=[]) == ()
    assert share_out(0, weights=[0, 0]) == (0, 0)


@given(amounts)
def test_rounding_together_keeps_the_rounded_total(amounts: list[Decimal]) -> None:
    rounded = round_together(amounts)
    assert sum(rounded) == whole_som(sum(map(Fraction, amounts), Fraction(0)))
    pairs = zip(rounded, map(Fraction, amounts), strict=True)
    assert all(abs(som - amount) < 1 for som, amount in pairs)

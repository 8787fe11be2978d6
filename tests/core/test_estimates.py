"""Three estimates keep their order, and the parts keep the sum."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from makul.core.errors import BadInput
from makul.core.estimates import Estimate, expected_som, expected_together, total

som = st.integers(0, 10**12)
estimates = st.tuples(som, som, som).map(lambda three: Estimate(*sorted(three)))


@given(estimates)
def test_the_expectation_lies_between_the_bounds(one: Estimate) -> None:
    assert one.low_som <= expected_som(one) <= one.high_som


@given(st.lists(estimates, max_size=20))
def test_the_parts_add_up_to_the_total(several: list[Estimate]) -> None:
    found = total(several)
    assert found.low_som <= found.expected_som <= found.high_som
    assert sum(expected_together(several)) == found.expected_som
    assert (found.low_som, found.high_som) == (
        sum(one.low_som for one in several),
        sum(one.high_som for one in several),
    )


@given(estimates, st.integers(0, 500))
def test_like_bodies_pay_so_many_times(one: Estimate, bodies: int) -> None:
    assert one.times(bodies).exact == one.exact * bodies


def test_a_known_answer() -> None:
    """The worked example of the method: 60, 90 and 150 thousand for 3 bodies."""
    three = Estimate(60_000, 90_000, 150_000)
    assert three.exact == Fraction(570_000, 6)
    assert total([three.times(3)]).expected_som == 285_000


@pytest.mark.parametrize("wrong", [(2, 1, 3), (1, 3, 2), (-1, 0, 1)])
def test_estimates_out_of_order_are_refused(wrong: tuple[int, int, int]) -> None:
    with pytest.raises(BadInput, match="estimate_order"):
        Estimate(*wrong)

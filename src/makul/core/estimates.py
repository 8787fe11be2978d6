"""What something costs where nobody knows for certain: three estimates, their expectation, their sums."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from makul.core.errors import BadInput
from makul.core.money import round_together, whole_som

# The expectation lies between the bounds, four times nearer to the likely one.
WEIGHT_OF_LIKELY = 4


@dataclass(frozen=True, slots=True)
class Estimate:
    """What one body pays, three times over. Units: whole som.

    Raises: BadInput `estimate_order` unless low <= likely <= high, and none is below zero.
    """

    low_som: int
    likely_som: int
    high_som: int

    def __post_init__(self) -> None:
        if not 0 <= self.low_som <= self.likely_som <= self.high_som:
            raise BadInput(
                "estimate_order", low=self.low_som, likely=self.likely_som, high=self.high_som
            )

    @property
    def exact(self) -> Fraction:
        """The expectation before it is rounded."""
        whole = self.low_som + WEIGHT_OF_LIKELY * self.likely_som + self.high_som
        return Fraction(whole, WEIGHT_OF_LIKELY + 2)

    def times(self, bodies: int) -> Estimate:
        """What so many like bodies pay together."""
        return Estimate(self.low_som * bodies, self.likely_som * bodies, self.high_som * bodies)


@dataclass(frozen=True, slots=True)
class Total:
    """A sum of estimates: its range, what is likely, and what is expected. Units: whole som."""

    low_som: int
    likely_som: int
    expected_som: int
    high_som: int


def expected_som(estimate: Estimate) -> int:
    """What is expected of three estimates, in whole som: (low + 4 * likely + high) / 6.

    Source: Malcolm, Roseboom, Clark, Fazar, Operations Research 7 (1959), 646-669 (PERT).

    >>> expected_som(Estimate(60_000, 90_000, 150_000))
    95000
    """
    return whole_som(estimate.exact)


def total(estimates: Iterable[Estimate]) -> Total:
    """The estimates added up. Bounds add to bounds: bodies under one draft do not err independently,
    so the range is not narrowed by their number.

    >>> total([Estimate(10, 20, 60), Estimate(1, 1, 1)])
    Total(low_som=11, likely_som=21, expected_som=26, high_som=61)
    """
    found = list(estimates)
    return Total(
        sum(one.low_som for one in found),
        sum(one.likely_som for one in found),
        whole_som(sum((one.exact for one in found), Fraction(0))),
        sum(one.high_som for one in found),
    )


def expected_together(estimates: Iterable[Estimate]) -> tuple[int, ...]:
    """What is expected of each, so rounded that the parts add up to the expectation of the total.

    >>> expected_together([Estimate(0, 0, 2), Estimate(0, 0, 2), Estimate(0, 0, 2)])
    (1, 0, 0)
    """
    return round_together([one.exact for one in estimates])

"""Money in som: reading what people type, and rounding that keeps the total."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from makul.core.errors import BadInput

_TYPED = re.compile(r"(\d{1,3}(?:[\s'’]?\d{3})*|\d+)(?:[.,]0{1,2})?(?:\s*(?:сом|som)\.?)?", re.I)
LARGEST_SOM = 10**15


def read_som(text: str) -> int | None:
    """Whole som out of what a person typed; nothing typed is None, not zero.

    Raises: BadInput `not_som`, for part of a som, a minus, words, or more than exists.

    >>> read_som("87 498 000"), read_som("60000 сом"), read_som("  ")
    (87498000, 60000, None)
    """
    typed = text.strip()
    if not typed:
        return None
    found = _TYPED.fullmatch(typed)
    if found is None:
        raise BadInput("not_som", text=typed[:40])
    som = int(re.sub(r"\D", "", found[1]))
    if som > LARGEST_SOM:
        raise BadInput("not_som", text=typed[:40])
    return som


def whole_som(amount: Decimal | Fraction | int) -> int:
    """The amount in whole som, a half rounded away from zero.

    >>> whole_som(Decimal("2.5")), whole_som(Decimal("-2.5")), whole_som(Fraction(7, 3))
    (3, -3, 2)
    """
    if isinstance(amount, Decimal):
        return int(amount.quantize(Decimal(1), rounding=ROUND_HALF_UP))
    exact = Fraction(amount)
    whole = int((abs(exact) * 2 + 1) // 2)
    return whole if exact >= 0 else -whole


def share_out(total: int, *, weights: Sequence[Decimal | Fraction | int]) -> tuple[int, ...]:
    """The total shared in proportion to the weights, in whole som and to the last som.

    Method of the largest remainder; equal remainders go to the one who stands first.

    Units: whole som.
    Raises: BadInput `bad_weights`, for a weight below zero, or nothing to share by.

    >>> share_out(100, weights=[1, 1, 1])
    (34, 33, 33)
    """
    exact = [Fraction(weight) for weight in weights]
    if any(weight < 0 for weight in exact) or (total and not sum(exact)):
        raise BadInput("bad_weights")
    if total < 0:
        return tuple(-share for share in share_out(-total, weights=weights))
    whole = sum(exact) or Fraction(1)
    return _keep(total, shares=[total * weight / whole for weight in exact])


def round_together(amounts: Sequence[Decimal | Fraction | int]) -> tuple[int, ...]:
    """Each amount in whole som, so that they add up to the rounded sum of all.

    Each differs from its amount by less than one som.

    Units: whole som.

    >>> round_together([Decimal("1.4"), Decimal("1.4"), Decimal("1.4")])
    (2, 1, 1)
    """
    exact = [Fraction(amount) for amount in amounts]
    return _keep(whole_som(sum(exact, Fraction(0))), shares=exact)


def _keep(total: int, *, shares: Sequence[Fraction]) -> tuple[int, ...]:
    floors = [share.numerator // share.denominator for share in shares]
    left = total - sum(floors)
    order = sorted(range(len(shares)), key=lambda i: (floors[i] - shares[i], i))
    for i in order[:left]:
        floors[i] += 1
    return tuple(floors)

"""The picture of the gaps: for each item what is asked, offered and recommended, drawn to one scale."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from makul.budget.queries.items import Shown

WIDE = 100


@dataclass(frozen=True, slots=True)
class Bar:
    """One item: how far each figure reaches, 0-100 of the largest of all; None: not named."""

    item: Shown
    asked: Decimal | None
    offered: Decimal | None
    marked: Decimal | None  # what is recommended, or tried
    asked_wide: float
    offered_wide: float
    marked_at: float

    @property
    def low(self) -> float:
        """Where the gap begins."""
        return min(self.asked_wide, self.offered_wide)

    @property
    def gap_wide(self) -> float:
        """How wide the gap is drawn."""
        return round(abs(self.asked_wide - self.offered_wide), 2)


def gap_rows(
    items: Sequence[Shown], *, solution: Mapping[int, Decimal | None] | None = None
) -> list[Bar]:
    """The bars of the budget year; `solution` is marked in the place of what is recommended."""
    figures = [figures_of(one, solution) for one in items]
    most = max((som for three in figures for som in three if som), default=Decimal(1))
    return [
        Bar(one, *three, *(wide(som, most) for som in three))
        for one, three in zip(items, figures, strict=True)
    ]


def figures_of(
    one: Shown, solution: Mapping[int, Decimal | None] | None
) -> tuple[Decimal | None, Decimal | None, Decimal | None]:
    asked, offered, agreed = (
        one.line.amount(side, one.year) for side in ("lsg", "government", "agreed")
    )
    return asked, offered, agreed if solution is None else solution.get(one.item.number)


def wide(som: Decimal | None, most: Decimal) -> float:
    """How far a sum reaches, of a hundred."""
    return round(float((som or Decimal(0)) / most) * WIDE, 2)

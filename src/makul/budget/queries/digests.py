"""The digest of items with all words and figures, so that the journal proves them without holding them."""

from __future__ import annotations

from collections.abc import Iterable

from makul.budget.models import Item
from makul.documents.storing import digest

WORDS = (
    *("kind", "side", "subject_ky", "subject_ru", "mandated_ky", "mandated_ru"),
    *("basis", "basis_ky", "basis_ru", "outcome", "solution_ky", "solution_ru"),
    *("reasons_ky", "reasons_ru", "difference_ky", "difference_ru"),
)


def items_digest(items: Iterable[Item]) -> str:
    """SHA-256 of what is filed on these items, in the order of their numbers."""
    parts: list[str] = []
    for item in sorted(items, key=lambda one: one.number):
        parts += [str(item.number), *(str(getattr(item, name)) for name in WORDS)]
        sums = sorted((one.side, one.year, one.amount_som) for one in item.amounts.all())
        parts += [f"{side} {year} {som}" for side, year, som in sums]
        said = sorted((one.side, one.text_ky, one.text_ru) for one in item.positions.all())
        parts += ["\x1e".join(one) for one in said]
    return digest("\x1f".join(parts).encode())

"""Reads what one year's protocol leaves to the next."""

from __future__ import annotations

from makul.budget.models import Item, SpecialProtocol
from makul.budget.queries.items import items_of, line_of


def last_protocol(*, before: int, is_demonstration: bool) -> SpecialProtocol | None:
    """The protocol of the latest budget year before this one (one query)."""
    former = SpecialProtocol.objects.filter(
        budget_year__lt=before, case__is_demonstration=is_demonstration
    )
    return former.select_related("case").order_by("-budget_year", "-pk").first()


def open_items(protocol: SpecialProtocol) -> list[Item]:
    """The items to be carried over: not agreed, put off, or given less than was recommended."""
    return [item for item in items_of(protocol, tabled=True) if is_open(item, protocol)]


def is_open(item: Item, protocol: SpecialProtocol) -> bool:
    """Whether the item still waits for what it asked, or for what was agreed."""
    if item.outcome == Item.Outcome.WITHDRAWN:
        return False
    if item.outcome != Item.Outcome.AGREED:
        return True
    line, year = line_of(item), protocol.budget_year
    agreed, given = line.amount("agreed", year), line.amount("given", year)
    return given is not None and agreed is not None and given < agreed

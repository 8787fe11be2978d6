"""Reads the special protocols of all years, with their sums, for lists and for the statistics."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from makul.budget.models import Item, SpecialProtocol
from makul.budget.queries.items import Shown, shown, with_figures
from makul.core.balance import Sums, share, sums


@dataclass(frozen=True, slots=True)
class Year:
    """The protocol of one year with its items and what they make in all."""

    protocol: SpecialProtocol
    items: Sequence[Shown]

    @property
    def sums(self) -> Sums:
        """The sums of the budget year, over the items that were not withdrawn."""
        lines = [one.line for one in self.items if one.outcome != "withdrawn"]
        return sums(lines, years=[self.protocol.budget_year])

    @property
    def agreed(self) -> int:
        return sum(one.outcome == "agreed" for one in self.items)

    @property
    def not_agreed(self) -> int:
        return sum(one.outcome == "not_agreed" for one in self.items)

    @property
    def carried(self) -> int:
        """How many items came over from the year before."""
        return sum(one.item.carried_from_id is not None for one in self.items)

    @property
    def is_given_known(self) -> bool:
        year = self.protocol.budget_year
        return any(one.line.amount("given", year) is not None for one in self.items)

    @property
    def given_share(self) -> Decimal | None:
        """What was given of what was asked, in the budget year."""
        found = self.sums
        return share(found.given, of=found.asked) if self.is_given_known else None


def years(protocols: Sequence[SpecialProtocol]) -> list[Year]:
    """The protocols with their tabled items (constant queries)."""
    found: dict[int, list[Item]] = {one.pk: [] for one in protocols}
    tabled = Item.objects.filter(protocol__in=protocols, tabled_at__isnull=False)
    for item in with_figures(tabled):
        found[item.protocol_id].append(item)
    return [Year(one, shown(found[one.pk], one)) for one in protocols]


def all_years(*, is_demonstration: bool | None = None) -> list[Year]:
    """Every year, the newest first (constant queries)."""
    found = SpecialProtocol.objects.select_related("case", "bill", "previous")
    if is_demonstration is not None:
        found = found.filter(case__is_demonstration=is_demonstration)
    return years(list(found))

"""Reads the items of a protocol with their figures, and what of them one side may see of the other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Prefetch, QuerySet

from makul.budget.models import Amount, Item, Position, SpecialProtocol
from makul.budget.sides import OTHER
from makul.core.balance import Line, gap, share

PREPARING = frozenset({"committee", "facilitator"})


def items_of(protocol: SpecialProtocol, *, tabled: bool | None = None) -> list[Item]:
    """The items in their order with amounts, positions and last year's (constant queries)."""
    found = protocol.items.all()
    if tabled is not None:
        found = found.filter(tabled_at__isnull=not tabled)
    return list(with_figures(found))


def with_figures(items: QuerySet[Item]) -> QuerySet[Item]:
    """Items with all that a line of the table needs."""
    before = Prefetch("carried_from__amounts", queryset=Amount.objects.order_by("year"))
    return items.select_related(
        "protocol__case", "carried_from__protocol__case", "followed"
    ).prefetch_related("amounts", "positions", before)


def line_of(item: Item, *, for_side: str | None = None) -> Line:
    """The figures of an item; with `for_side`, without those the other side has not filed yet."""
    amounts: dict[str, dict[int, Decimal]] = {}
    for one in item.amounts.all():
        amounts.setdefault(one.side, {})[one.year] = one.amount_som
    if for_side is not None:
        hidden = [side for side in OTHER if side != for_side and not is_filed(item, side)]
        amounts = {side: sums for side, sums in amounts.items() if side not in hidden}
    return Line(item.number, item.kind, amounts)


def lines_of(items: Iterable[Item], *, for_side: str | None = None) -> list[Line]:
    return [line_of(item, for_side=for_side) for item in items]


def is_filed(item: Item, side: str) -> bool:
    """Whether what a side says on an item has left its house."""
    if item.side == side:
        return item.tabled_at is not None
    return any(one.side == side and one.filed_at for one in item.positions.all())


def position_of(item: Item, side: str, *, for_side: str | None = None) -> Position | None:
    """What a side says on an item, if it may be seen; `for_side` sees its own drafts."""
    found = next((one for one in item.positions.all() if one.side == side), None)
    if found is None or (side != for_side and not is_filed(item, side)):
        return None
    return found


@dataclass(frozen=True)
class Shown:
    """An item as a page or a paper shows it: who says what, with which figures.

    `years`: those the amounts are told for. A position or sum the other side keeps is not there.
    """

    item: Item
    line: Line
    years: Sequence[int]
    lsg: Position | None
    government: Position | None
    is_sat: bool = True  # what the sitting says of it may be seen

    @property
    def outcome(self) -> str:
        """What became of the item at the sitting; empty before."""
        return self.item.outcome if self.is_sat else ""

    @property
    def has_solution(self) -> bool:
        """Whether there is more to say of it than its outcome."""
        item = self.item
        return self.is_sat and any(
            (item.solution_ky, item.solution_ru, item.reasons_ky, item.reasons_ru)
        )

    @property
    def year(self) -> int:
        return self.years[0]

    @property
    def gap(self) -> Decimal | None:
        """The gap of the budget year."""
        return gap(self.line, years=[self.year])

    @property
    def whole_gap(self) -> Decimal | None:
        """The gap of all years."""
        return gap(self.line, years=self.years)

    @property
    def given_share(self) -> Decimal | None:
        """What was given in the budget year, of what was recommended or, if nothing was, asked."""
        line = self.line
        wanted = line.amount("agreed", self.year)
        of = line.amount("lsg", self.year) if wanted is None else wanted
        return share(line.amount("given", self.year), of=of)

    @property
    def before(self) -> Line | None:
        """Last year's figures, where the item was carried over."""
        return line_of(self.item.carried_from) if self.item.carried_from else None

    @property
    def by_year(self) -> list[tuple[int, dict[str, Decimal | None]]]:
        """Each year with what each side says of it and the gap."""
        sides = ("lsg", "government", "agreed", "given")
        return [
            (
                year,
                {side: self.line.amount(side, year) for side in sides}
                | {"gap": gap(self.line, years=[year])},
            )
            for year in self.years
        ]


def shown(
    items: Iterable[Item], protocol: SpecialProtocol, *, side: str = "", role: str = ""
) -> list[Shown]:
    """Items as one side sees them; the public is no side.

    What the sitting is to say is seen by those who prepare it (`role`), by all once it was held.
    """
    is_sat = protocol.sat_on is not None or role in PREPARING
    return [
        Shown(
            item=item,
            line=line_seen(item, side=side, is_sat=is_sat),
            years=protocol.years,
            lsg=position_of(item, "lsg", for_side=side),
            government=position_of(item, "government", for_side=side),
            is_sat=is_sat,
        )
        for item in items
    ]


def line_seen(item: Item, *, side: str, is_sat: bool) -> Line:
    """The figures of an item that may be seen."""
    line = line_of(item, for_side=side)
    if is_sat:
        return line
    amounts = {one: sums for one, sums in line.amounts.items() if one != "agreed"}
    return Line(line.number, line.section, amounts)

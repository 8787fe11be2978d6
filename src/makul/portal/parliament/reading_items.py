"""Reads the items of special protocols with their sums by year; drafts of a side are never read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import batched
from typing import Any

from django.db.models import QuerySet

from makul.budget.models import Item, Side
from makul.portal.parliament.protocols import open_amounts, open_items
from makul.portal.parliament.records import SpecialItemRecord, SpecialLineRecord, SumRecord
from makul.portal.parliament.told import page_of

A_BATCH = 100
NAMES = {
    Side.LSG: "lsg_som",
    Side.GOVERNMENT: "government_som",
    Side.AGREED: "recommended_som",
    Side.GIVEN: "given_som",
}
SAME = ("number", "side", "kind", "subject_ky", "subject_ru")


def all_items() -> QuerySet[Item]:
    """All items that are tabled, those of the newest budget first."""
    found = open_items().select_related("protocol__case", "carried_from__protocol", "followed")
    return found.order_by("-protocol__budget_year", "-protocol", "number")


def ended(found: QuerySet[Item], outcome: str) -> QuerySet[Item]:
    """Those that ended so, as far as it is said."""
    return found.filter(outcome=outcome, protocol__sat_on__isnull=False)


def item_records(found: Iterable[Item]) -> list[SpecialItemRecord]:
    """The items of one page (two queries, whatever their number)."""
    wanted = list(found)
    sums = sums_of(wanted)
    return [SpecialItemRecord(**values(one), sums=sums.get(one.pk, [])) for one in wanted]


def values(one: Item) -> dict[str, Any]:
    case, before = one.protocol.case, one.carried_from
    return {
        "protocol": case.number,
        "url": page_of(case),
        "budget_year": one.protocol.budget_year,
        "outcome": one.outcome if one.protocol.sat_on else "",  # said once the sitting was held
        "carried_from": f"{before.protocol.budget_year}-{before.number}" if before else "",
        "article": one.followed.article if hasattr(one, "followed") else "",
        "is_demonstration": case.is_demonstration,
        **{name: getattr(one, name) for name in SAME},
    }


def sums_of(items: Iterable[Item]) -> dict[int, list[SumRecord]]:
    """Of each item its sums, a record a year (one query)."""
    found: dict[tuple[int, int], dict[str, int]] = {}
    amounts = open_amounts().filter(item__in=[one.pk for one in items]).order_by("item", "year")
    for key, year, side, som in amounts.values_list("item", "year", "side", "amount_som"):
        found.setdefault((key, year), {})[NAMES[Side(side)]] = int(som)
    records: dict[int, list[SumRecord]] = {}
    for (key, year), own in found.items():
        said = dict.fromkeys(NAMES.values()) | own
        records.setdefault(key, []).append(SumRecord(year=year, **said))
    return records


def every_line() -> Iterator[SpecialLineRecord]:
    """A line for each item and year; an item without sums has one of its budget year."""
    for batch in batched(all_items().iterator(chunk_size=A_BATCH), A_BATCH):
        sums = sums_of(batch)
        for one in batch:
            nothing = SumRecord(year=one.protocol.budget_year, **dict.fromkeys(NAMES.values()))
            for said in sums.get(one.pk, [nothing]):
                yield SpecialLineRecord(**values(one), **said.model_dump())

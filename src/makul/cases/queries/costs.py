"""Reads what a draft costs local budgets, side by side: each side's sheet, and what bodies asked for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q, Sum

from makul.cases.models import Case, Position, Remark
from makul.parties.models import Party


@dataclass(frozen=True, slots=True)
class Reckoning:
    """What one side reckoned; None: nobody estimated it, which is not zero.

    `party` is None for the sum of what the bodies reckoned each for itself (`bodies` of them).
    """

    party: Party | None
    once_som: int | None
    yearly_som: int | None
    bodies: int = 0


def reckonings_of(case: Case) -> list[Reckoning]:
    """The sheets of the mechanism that the case belongs to, then the sum of what bodies filed."""
    return [*_sheets(case), *_asked(case)]


def _sheets(case: Case) -> list[Reckoning]:
    """The arrow points down: the case finds its draft by the draft's own key to it."""
    draft: Any = getattr(case, "draftact", None)
    lines = draft.costs.select_related("party").order_by("party", "order") if draft else ()
    by_party: dict[int, list[Any]] = {}
    for line in lines:
        by_party.setdefault(line.party_id, []).append(line)
    return [
        Reckoning(
            group[0].party,
            _total((one.once_som, one.bodies) for one in group),
            _total((one.yearly_som, one.bodies) for one in group),
        )
        for group in by_party.values()
    ]


def _total(lines: Iterable[tuple[int | None, int]]) -> int | None:
    known = [som * bodies for som, bodies in lines if som is not None]
    return sum(known) if known else None


def _asked(case: Case) -> list[Reckoning]:
    """The bodies' own sums, each body's remarks added (one query)."""
    filed = Remark.objects.filter(
        position__case=case,
        position__state=Position.State.FILED,
        position__party__kind__in=(Party.Kind.EXECUTIVE, Party.Kind.KENESH),
    )
    with_sum = Q(once_som__isnull=False) | Q(yearly_som__isnull=False)
    sums = filed.aggregate(
        once=Sum("once_som"),
        yearly=Sum("yearly_som"),
        bodies=Count("position__party", filter=with_sum, distinct=True),
    )
    if not sums["bodies"]:
        return []
    return [Reckoning(None, sums["once"], sums["yearly"], sums["bodies"])]

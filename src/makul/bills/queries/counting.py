"""Counts what the watch noticed: by kind, by month, by initiator, and what came of it; each with its whole."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q
from django.utils import timezone

from makul.bills.models import Alert, Bill
from makul.bills.queries.listing import PASSED, TOUCHING
from makul.bills.stages import BECAME_LAW

MONTHS = 12


@dataclass(frozen=True, slots=True)
class OfInitiator:
    """The bills of one kind of initiator that touch local communities."""

    kind: str
    touching: int
    without_case: int
    became_law: int
    passed: int
    alerts: int


def answers_by_kind() -> dict[tuple[str, str], int]:
    """(kind of alert, answer) -> how many; an empty answer is none yet (one query)."""
    rows = Alert.objects.order_by().values_list("kind", "answer").annotate(n=Count("pk"))
    return {(kind, answer): n for kind, answer, n in rows}


def alerts_by_month(today: date) -> list[tuple[date, dict[str, int]]]:
    """The last twelve months, the oldest first, with the alerts of each kind (one query)."""
    months = [today.replace(day=1)]
    while len(months) < MONTHS:
        last = months[-1]
        months.append(
            last.replace(year=last.year - 1, month=12)
            if last.month == 1
            else last.replace(month=last.month - 1)
        )
    since = months[-1]
    found: Counter[tuple[date, str]] = Counter()
    raised = Alert.objects.order_by().filter(raised_at__date__gte=since)
    for at, kind in raised.values_list("raised_at", "kind"):
        found[timezone.localdate(at).replace(day=1), kind] += 1
    return [
        (month, {kind: found[month, kind] for kind in Alert.Kind.values})
        for month in reversed(months)
    ]


def by_initiator() -> list[OfInitiator]:
    """The kinds of initiators that have bills touching local communities, most first (two queries)."""
    touching = Bill.objects.filter(TOUCHING).order_by()
    rows = touching.values("initiator_kind").annotate(
        touching=Count("pk"),
        without_case=Count("pk", filter=Q(case__isnull=True)),
        became_law=Count("pk", filter=Q(stage__in=BECAME_LAW)),
        passed=Count("pk", filter=PASSED),
    )
    alerts = dict(
        Alert.objects.order_by().values_list("bill__initiator_kind").annotate(n=Count("pk"))
    )
    found = [
        OfInitiator(
            kind=row["initiator_kind"],
            alerts=alerts.get(row["initiator_kind"], 0),
            **{
                name: int(row[name])
                for name in ("touching", "without_case", "became_law", "passed")
            },
        )
        for row in rows
    ]
    return sorted(found, key=lambda one: (-one.touching, one.kind))

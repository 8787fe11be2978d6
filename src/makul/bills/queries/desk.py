"""Reads the work on bills: alerts to answer, bills to look at, cases to confirm, files taken in."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import QuerySet

from makul.bills.models import Alert, Bill, Feed, Intake, Suggestion
from makul.bills.stages import BECAME_LAW

SHOWN = 20


@dataclass(frozen=True, slots=True)
class Pile[T]:
    """The first of a kind of work, and how much of it there is."""

    total: int
    rows: list[T]


def open_alerts(*, is_demonstration: bool) -> Pile[Alert]:
    """Alerts without an answer, the newest first (two queries)."""
    found = Alert.objects.filter(answered_at__isnull=True, bill__is_demonstration=is_demonstration)
    shown = found.select_related("bill", "event").order_by("-raised_at", "-pk")[:SHOWN]
    return Pile(found.count(), list(shown))


def to_find(*, is_demonstration: bool) -> Pile[Bill]:
    """Bills whose words point to local communities and nobody has looked, those on their way first."""
    found = Bill.objects.filter(
        touches=Bill.Touches.LIKELY, is_demonstration=is_demonstration, case__isnull=True
    ).exclude(stage__in=(*BECAME_LAW, Bill.Stage.REJECTED, Bill.Stage.WITHDRAWN))
    return Pile(found.count(), list(found.order_by("-registered_on", "-pk")[:SHOWN]))


def to_confirm(*, is_demonstration: bool) -> Pile[Suggestion]:
    """Cases suggested for bills, the likest first (two queries)."""
    found = Suggestion.objects.filter(
        is_refused=False, bill__case__isnull=True, bill__is_demonstration=is_demonstration
    )
    shown = found.select_related("bill", "case").order_by("-likeness", "pk")[:SHOWN]
    return Pile(found.count(), list(shown))


def intakes(*, is_demonstration: bool) -> QuerySet[Intake]:
    """Files and feeds taken in, the newest first, without their long lists."""
    found = Intake.objects.filter(is_demonstration=is_demonstration)
    return found.defer("refusals", "changes").order_by("-begun_at", "-pk")


def feeds(*, is_demonstration: bool) -> QuerySet[Feed]:
    return Feed.objects.filter(is_demonstration=is_demonstration)

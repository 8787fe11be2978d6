"""Reads the public list of bills: by view, stage, initiator and words; quick with a hundred thousand."""

from __future__ import annotations

from collections.abc import Mapping

from django.db.models import Count, Exists, OuterRef, Prefetch, Q, QuerySet

from makul.bills.models import Alert, Bill
from makul.bills.stages import BECAME_LAW
from makul.core.wordforms import sought

LONGEST_QUERY = 100
DEEPEST = 5_000  # a list is read to here; who looks for more narrows it
TOUCHING = Q(touches__in=(Bill.Touches.LIKELY, Bill.Touches.YES))
# Became law though nobody asked: no conciliation, or one whose package never came to the decider.
PASSED = TOUCHING & Q(stage__in=BECAME_LAW) & (Q(case__isnull=True) | Q(matched_by="motion"))
VIEWS: Mapping[str, Q] = {
    "touching": TOUCHING,
    "no_case": TOUCHING & Q(case__isnull=True),
    "noticed": Q(Exists(Alert.objects.filter(bill=OuterRef("pk")))),
    "passed": PASSED,
    "all": Q(),
}


def bills_in(
    view: str = "touching", *, stage: str = "", initiator: str = "", text: str = ""
) -> QuerySet[Bill]:
    """The bills of a view, the newest first, each with its alerts (two queries for a page)."""
    found = Bill.objects.filter(VIEWS.get(view, TOUCHING))
    if stage in Bill.Stage.values:
        found = found.filter(stage=stage)
    if initiator in Bill.Initiator.values:
        found = found.filter(initiator_kind=initiator)
    words = sought(text[:LONGEST_QUERY])
    if text.strip() and not words:
        return found.none()
    for word in words:
        begun = Q()
        for beginning in {*word.kyrgyz, *word.russian}:
            begun |= Q(search__contains=f" {beginning}")
        found = found.filter(begun)
    alerts = Prefetch("alerts", Alert.objects.order_by("raised_at"))
    return found.select_related("case").prefetch_related(alerts).order_by("-registered_on", "-pk")


def counts() -> dict[str, int]:
    """How many bills are in each view (one query)."""
    wanted = {name: Count("pk", filter=view) for name, view in VIEWS.items() if name != "all"}
    found = Bill.objects.aggregate(all=Count("pk"), **wanted)
    return {name: int(n) for name, n in found.items()}

"""Reads the ministry's desk: the rows of a case with their replies and who drafts them, filtered."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Count, Q

from makul.cases.models import Assignment, Case
from makul.parties.models import Mandate


@dataclass(frozen=True, slots=True)
class Assigned:
    """How many rows of a case an office is to answer: without a word yet, and drafted."""

    case: Case
    unanswered: int
    drafted: int


def assigned_counts(mandate: Mandate) -> list[Assigned]:
    """What is assigned to an office and not published, by open case, the oldest first (two queries)."""
    mine = Assignment.objects.filter(
        mandate=mandate, row__case__is_closed=False, row__reply__published_at__isnull=True
    )
    counted = (
        mine.order_by()
        .values_list("row__case")
        .annotate(
            unanswered=Count("pk", filter=Q(row__reply__isnull=True)),
            drafted=Count("pk", filter=Q(row__reply__isnull=False)),
        )
    )
    found = {case: (unanswered, drafted) for case, unanswered, drafted in counted}
    cases = Case.objects.filter(pk__in=found).order_by("opened_at", "pk")
    return [Assigned(case, *found[case.pk]) for case in cases]

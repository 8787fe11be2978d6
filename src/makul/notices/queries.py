"""Reads the outbox."""

from __future__ import annotations

from django.db.models import Count, QuerySet

from makul.notices.models import Notice


def notices_of(subject: str) -> QuerySet[Notice]:
    """The letters of a case with their parties (one query)."""
    return Notice.objects.filter(subject=subject).select_related("party")


def counts_of(subject: str) -> dict[str, int]:
    """How many letters of a case stand in each state (one query)."""
    found = Notice.objects.filter(subject=subject).values_list("state").annotate(n=Count("pk"))
    return dict.fromkeys(Notice.State.values, 0) | dict(found)


def unrecorded(limit: int = 200) -> QuerySet[Notice]:
    """Letters delivered or failed whose entry does not stand in the journal yet."""
    done = Notice.objects.filter(recorded_at__isnull=True).exclude(state=Notice.State.QUEUED)
    return done.select_related("party")[:limit]

"""Reads the letters a party has to do with: those to it, and those of the cases it conducts."""

from __future__ import annotations

from django.db.models import Count, Q, QuerySet

from makul.cases.models import Participation
from makul.notices.models import Notice
from makul.parties.models import Party

CONDUCTS = ("facilitator", "association", "initiator")


def letters_of(party: Party) -> QuerySet[Notice]:
    """Letters to the party and letters of cases it conducts, the newest first."""
    numbers = Participation.objects.filter(party=party, role__in=CONDUCTS).values_list(
        "case__number", flat=True
    )
    subjects = [f"case:{number}" for number in numbers]
    mine = Notice.objects.filter(Q(party=party) | Q(subject__in=subjects))
    return mine.select_related("party").order_by("-pk")


def states_of(letters: QuerySet[Notice]) -> dict[str, int]:
    """How many of the letters stand in each state (one query)."""
    counted = letters.order_by().values_list("state").annotate(n=Count("pk"))
    return dict.fromkeys(Notice.State.values, 0) | dict(counted)

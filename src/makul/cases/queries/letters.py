"""Reads the letters a party has to do with: those to it, and those of the cases it conducts."""

from __future__ import annotations

from collections.abc import Sequence

from django.db.models import Case as Choose
from django.db.models import Count, Q, QuerySet, Value, When

from makul.cases.models import Participation
from makul.notices.models import Notice
from makul.parties.models import Party

CONDUCTS = ("facilitator", "association", "initiator")
PREFIX = "case:"


def letters_of(party: Party) -> QuerySet[Notice]:
    """Letters to the party and letters of cases it conducts, the newest first."""
    numbers = Participation.objects.filter(party=party, role__in=CONDUCTS).values_list(
        "case__number", flat=True
    )
    subjects = [f"{PREFIX}{number}" for number in numbers]
    mine = Notice.objects.filter(Q(party=party) | Q(subject__in=subjects))
    return mine.select_related("party").order_by("-pk")


def failed_first(letters: QuerySet[Notice]) -> QuerySet[Notice]:
    """What came back on top, then what waits, then what arrived; the newest first in each."""
    order = Choose(
        When(state=Notice.State.FAILED, then=Value(0)),
        When(state=Notice.State.QUEUED, then=Value(1)),
        default=Value(2),
    )
    return letters.defer("body", "calendar").order_by(order, "-pk")


def picked_letters(
    letters: QuerySet[Notice], *, state: str = "", kind: str = "", number: str = ""
) -> QuerySet[Notice]:
    """Those in a state, of a kind, of a case; an unknown state is no filter."""
    if state in Notice.State.values:
        letters = letters.filter(state=state)
    if kind:
        letters = letters.filter(kind=kind)
    return letters.filter(subject=f"{PREFIX}{number}") if number else letters


def states_of(letters: QuerySet[Notice]) -> dict[str, int]:
    """How many of the letters stand in each state (one query)."""
    counted = letters.order_by().values_list("state").annotate(n=Count("pk"))
    return dict.fromkeys(Notice.State.values, 0) | dict(counted)


def kinds_of(letters: QuerySet[Notice]) -> dict[str, int]:
    """How many letters there are of each kind (one query)."""
    return dict(letters.order_by("kind").values_list("kind").annotate(n=Count("pk")))


def numbers_of(letters: QuerySet[Notice]) -> list[str]:
    """The numbers of the cases that the letters are about, the newest first (one query)."""
    subjects = letters.order_by().values_list("subject", flat=True).distinct()
    numbers = [one.removeprefix(PREFIX) for one in subjects if one.startswith(PREFIX)]
    return sorted(numbers, reverse=True)


def by_case(letters: Sequence[Notice]) -> dict[str, list[Notice]]:
    """The letters under the numbers of their cases; one about no case is left out."""
    found: dict[str, list[Notice]] = {}
    for one in letters:
        if one.subject.startswith(PREFIX):
            found.setdefault(one.subject.removeprefix(PREFIX), []).append(one)
    return found

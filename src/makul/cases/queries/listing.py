"""Reads lists of cases from their cached columns: by state, by words of the title, with their counts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet, Value
from django.db.models.functions import Concat

from makul.cases.models import Case, Participation, Position
from makul.core.provisions import folded, normal
from makul.journal.models import Entry
from makul.parties.models import Party

LONGEST_QUERY = 100


def with_road() -> QuerySet[Case]:
    """All cases, each with whether its package was forwarded to a decider (`is_forwarded`)."""
    subject = Concat(Value("case:"), OuterRef("number"))
    entries = Entry.objects.filter(subject=subject, action="forwarded")
    return Case.objects.of("npa").annotate(is_forwarded=Exists(entries))


# Adopted although nothing was forwarded (Order, art. 2: bypass). What was skipped beside is told on
# the page of the case.
BYPASSED = Q(outcome="adopted", is_forwarded=False, breach_count__gt=0)
NOT_AGREED = Q(protocol__kind="disagreements")
STATES: Mapping[str, Q] = {
    "open": Q(is_closed=False),
    "late": Q(breach_count__gt=0, is_closed=False),
    "agreed": Q(protocol__kind__in=("agreement", "certificate")),
    "not_agreed": NOT_AGREED,
    "adopted": Q(outcome="adopted"),
    "bypassed": BYPASSED,
    "ended": Q(is_closed=True) & ~Q(outcome="adopted"),
}


def cases_in(state: str = "", text: str = "") -> QuerySet[Case]:
    """Cases in a state (an unknown one is no filter) whose number or title holds the words."""
    found = with_road().select_related("protocol")
    if state in STATES:
        found = found.filter(STATES[state])
    if text.strip():
        found = found.filter(pk__in=sought(text))
    return found.order_by(F("opened_at").desc(), "-pk")


def sought(text: str) -> list[int]:
    """The cases whose number or title in either language holds every word (one query).

    Compared in Python: SQLite folds no Cyrillic, and titles are few and short.
    """
    words = [(normal(word), folded(word)) for word in text[:LONGEST_QUERY].split()]
    rows = Case.objects.of("npa").order_by().values_list("pk", "number", "title_ky", "title_ru")
    return [
        pk
        for pk, number, ky, ru in rows
        if all(
            word in number or word in _normal(ky) or word in _normal(ru) or bare in _folded(ky)
            for word, bare in words
        )
    ]


@lru_cache(maxsize=20_000)
def _normal(title: str) -> str:
    return normal(title)


@lru_cache(maxsize=20_000)
def _folded(title: str) -> str:
    return folded(title)


def state_counts() -> dict[str, int]:
    """How many cases are in each state (one query)."""
    wanted = {name: Count("pk", filter=state) for name, state in STATES.items()}
    counts = with_road().aggregate(all=Count("pk"), **wanted)
    return {name: int(n) for name, n in counts.items()}


@dataclass(frozen=True, slots=True)
class Line:
    """A case in a list: who proposed the draft, how many were asked and how many answered."""

    case: Case
    initiator: Party | None
    asked: int
    answered: int


def lines_of(cases: Iterable[Case]) -> list[Line]:
    """The cases with what a list says of each (three queries, whatever their number)."""
    wanted = list(cases)
    keys = [case.pk for case in wanted]
    seats = Participation.objects.filter(case__in=keys, role="initiator").select_related("party")
    initiators = {seat.case_id: seat.party for seat in seats}
    asked = _counted(Participation.objects.filter(case__in=keys, role="lsg"))
    answered = _counted(
        Position.objects.filter(
            case__in=keys,
            state=Position.State.FILED,
            party__participations__case=F("case"),
            party__participations__role="lsg",
        )
    )
    return [
        Line(case, initiators.get(case.pk), asked.get(case.pk, 0), answered.get(case.pk, 0))
        for case in wanted
    ]


def _counted(rows: QuerySet[Participation] | QuerySet[Position]) -> dict[int, int]:
    pairs = rows.order_by().values_list("case").annotate(n=Count("pk", distinct=True))
    return dict(pairs)

"""Reads the register of experts: who is on it, what they gave and declared, who fits an expertise."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Prefetch, Q, QuerySet

from makul.expertise.models import Expert, Expertise, InterestDeclaration
from makul.expertise.queries.opinion import kinds_of


@dataclass(frozen=True, slots=True)
class Entered:
    """An expert on the register: how many opinions were given, how many are under way, what is declared."""

    expert: Expert
    given: int
    under_way: int
    recused: int
    standing: Sequence[InterestDeclaration]


@dataclass(frozen=True, slots=True)
class Candidate:
    """An expert who might be appointed: the kinds of interest that fit, and what speaks against."""

    entered: Entered
    fitting: Sequence[str]
    conflicts: Sequence[InterestDeclaration]

    @property
    def expert(self) -> Expert:
        """The expert on the register."""
        return self.entered.expert


def standing_on(day: date) -> QuerySet[InterestDeclaration]:
    """Standing declarations that hold on a day."""
    held = Q(to_on__isnull=True) | Q(to_on__gte=day)
    found = InterestDeclaration.objects.filter(held, expertise__isnull=True, from_on__lte=day)
    return found.select_related("body")


def register(*, on: date, only: Iterable[int] | None = None) -> list[Entered]:
    """The register, by key (two queries, whatever its length)."""
    active = Q(appointments__recused_at__isnull=True, appointments__isnull=False)
    signed = Q(appointments__expertise__verdicts__signed_at__isnull=False)
    experts = Expert.objects.select_related("party").annotate(
        n_all=Count("appointments__expertise", filter=active, distinct=True),
        n_given=Count("appointments__expertise", filter=active & signed, distinct=True),
        n_recused=Count(
            "appointments", filter=Q(appointments__recused_at__isnull=False), distinct=True
        ),
        n_open=Count(
            "appointments__expertise",
            filter=active & Q(appointments__expertise__case__is_closed=False),
            distinct=True,
        ),
    )
    if only is not None:
        experts = experts.filter(pk__in=list(only))
    held = Prefetch("declarations", queryset=standing_on(on), to_attr="held")
    return [
        Entered(one, one.n_given, one.n_open, one.n_recused, one.held)
        for one in experts.prefetch_related(held).order_by("party__key")
    ]


def candidates(expertise: Expertise, *, on: date) -> list[Candidate]:
    """Whoever may be appointed: without a likely conflict first, then those who know most of it.

    A conflict is likely where a standing declaration names a body that takes part (four queries).
    """
    seats = set(expertise.case.participations.values_list("party_id", flat=True))
    appointed = set(expertise.appointments.values_list("expert_id", flat=True))
    kinds = kinds_of(expertise)
    found = [
        Candidate(
            entered,
            [kind for kind in kinds if kind in entered.expert.fields],
            [one for one in entered.standing if one.body_id in seats],
        )
        for entered in register(on=on)
        if entered.expert.suspended_on is None and entered.expert.pk not in appointed
    ]
    return sorted(found, key=lambda one: (bool(one.conflicts), -len(one.fitting)))

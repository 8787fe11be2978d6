"""Reads the public list of expertises: by verdict, with second deliberations, each counted once."""

from __future__ import annotations

from collections.abc import Mapping

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery

from makul.expertise.models import Expertise, Verdict

UNFAVOURABLE = ("not_acceptable",)
FILTERS: Mapping[str, Q] = {
    "under_way": Q(case__is_closed=False),
    "acceptable": Q(first_value="acceptable"),
    "acceptable_with_changes": Q(first_value="acceptable_with_changes"),
    "not_acceptable": Q(first_value="not_acceptable"),
    "insufficient": Q(first_value="insufficient"),
    "second": Q(second_value__isnull=False),
}


def expertises(state: str = "") -> QuerySet[Expertise]:
    """Expertises with the first and the second verdict as signed; an unknown state is no filter."""
    found = Expertise.objects.annotate(first_value=_value(1), second_value=_value(2))
    found = found.select_related("case", "bill", "ordered_by")
    return found.filter(FILTERS[state]) if state in FILTERS else found


def counts() -> dict[str, int]:
    """How many are in each state, an expertise once in each (one query)."""
    wanted = {name: Count("pk", filter=state) for name, state in FILTERS.items()}
    found = expertises().order_by().aggregate(all=Count("pk"), **wanted)
    return {name: int(n) for name, n in found.items()}


def given_by(expert_id: int) -> QuerySet[Expertise]:
    """The expertises an expert was appointed to and not recused from."""
    own = Q(appointments__expert=expert_id, appointments__recused_at__isnull=True)
    return expertises().filter(own).distinct()


def _value(deliberation: int) -> Subquery:
    signed = Verdict.objects.filter(
        expertise=OuterRef("pk"), deliberation=deliberation, signed_at__isnull=False
    )
    return Subquery(signed.values("value")[:1])

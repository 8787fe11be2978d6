"""Whom a case may concern: local bodies by kind, by oblast, by name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date

from django.db.models import QuerySet

from makul.cases.models import Case
from makul.parties.models import Party, Territory
from makul.parties.queries import local_bodies
from makul.parties.searching import sought


def bodies_for(case: Case, *, on: date) -> QuerySet[Party]:
    """The local bodies a case may concern; a demonstration concerns only invented ones."""
    return local_bodies(on=on).filter(is_demonstration=case.is_demonstration)


def bodies_chosen(
    case: Case, *, kinds: Sequence[str], oblasts: Sequence[str], on: date
) -> list[Party]:
    """Bodies of these kinds in these oblasts; an empty choice of either means all of them."""
    found = bodies_for(case, on=on)
    if kinds:
        found = found.filter(body_kind__in=kinds)
    if oblasts:
        found = found.filter(oblast__in=oblasts)
    return list(found)


def bodies_named(case: Case, text: str, *, on: date) -> QuerySet[Party]:
    """Bodies found by a part of their name, without those that are in the case already."""
    inside = case.participations.values("party")
    return bodies_for(case, on=on).filter(sought(text)).exclude(pk__in=inside)


def counts_by(case: Case, column: str, *, on: date) -> dict[str, int]:
    """How many bodies a case may concern, by `body_kind` or by `oblast` (one query)."""
    return dict(Counter(bodies_for(case, on=on).order_by().values_list(column, flat=True)))


def oblast_names(codes: Sequence[str], *, language: str) -> dict[str, str]:
    """Names of oblasts by the code that bodies bear, whole or its beginning (one query)."""
    kinds = (Territory.Kind.OBLAST, Territory.Kind.CITY_REPUBLIC)
    rows = Territory.objects.filter(kind__in=kinds).order_by("edition_on")
    known = {one.code: one.name(language) for one in rows}
    short = {code[3:5]: name for code, name in known.items()}
    return {code: known.get(code) or short.get(code) or code for code in codes}

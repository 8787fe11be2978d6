"""The circle of affected bodies: who can be chosen, how many there are of each kind and in each oblast."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from makul.cases.models import Case
from makul.law import forms as law
from makul.parties.kinds import PARTY_KINDS
from makul.parties.models import Party, Territory
from makul.parties.queries import local_bodies
from makul.parties.searching import sought

KENESH = f"{Party.Kind.KENESH}-"


@dataclass(frozen=True, slots=True)
class Count:
    """How many bodies there are of a kind or in an oblast, and how many of them are in the circle."""

    key: str
    name: str
    all: int
    chosen: int


def candidates(case: Case, *, on: date) -> QuerySet[Party]:
    """The local bodies a case may concern; a demonstration concerns invented ones only."""
    return local_bodies(on=on).filter(is_demonstration=case.is_demonstration)


def chosen_keys(case: Case) -> frozenset[str]:
    """The bodies that are in the circle already (one query)."""
    seats = case.participations.filter(role="lsg")
    return frozenset(seats.values_list("party__key", flat=True))


def found_bodies(case: Case, text: str, *, on: date) -> QuerySet[Party]:
    """The bodies with every word of `text` in their names; none before something is sought."""
    found = candidates(case, on=on)
    return found.filter(sought(text)) if text else found.none()


def picked(bodies: Sequence[Party], *, kinds: Sequence[str], oblasts: Sequence[str]) -> list[Party]:
    """The bodies of these kinds in these oblasts; where none is named, of all of them."""
    return [
        one
        for one in bodies
        if (not kinds or kind_of(one) in kinds) and (not oblasts or one.oblast in oblasts)
    ]


def kind_of(party: Party) -> str:
    """What a body is in one word: the kind of its place, and whether it is a kenesh."""
    return f"{KENESH}{party.body_kind}" if party.kind == Party.Kind.KENESH else party.body_kind


def kind_name(key: str, language: str) -> str:
    place = key.removeprefix(KENESH)
    said = law.values("body.kind").get(place, {}).get(language, place)
    return f"{said} — {str(PARTY_KINDS['kenesh']).lower()}" if key.startswith(KENESH) else said


def counts_by_kind(
    bodies: Sequence[Party], chosen: frozenset[str], *, language: str
) -> list[Count]:
    """A row for each kind there is, in the order of the forms (no query)."""
    groups = {one.key: kind_of(one) for one in bodies}
    order = [*law.values("body.kind"), *(f"{KENESH}{kind}" for kind in law.values("body.kind"))]
    keys = sorted(set(groups.values()), key=lambda key: (key not in order, *places(order, key)))
    return _counts(groups, chosen, {key: kind_name(key, language) for key in keys})


def places(order: Sequence[str], key: str) -> tuple[int, str]:
    return (order.index(key) if key in order else len(order), key)


def counts_by_oblast(
    bodies: Sequence[Party], chosen: frozenset[str], *, language: str
) -> list[Count]:
    """A row for each oblast there is, in the order of the codes (one query)."""
    groups = {one.key: one.oblast for one in bodies if one.oblast}
    return _counts(groups, chosen, oblast_names(sorted(set(groups.values())), language=language))


def oblast_names(codes: Sequence[str], *, language: str) -> dict[str, str]:
    """Names of oblasts by the code that bodies bear, whole or its beginning (one query)."""
    kinds = (Territory.Kind.OBLAST, Territory.Kind.CITY_REPUBLIC)
    rows = Territory.objects.filter(kind__in=kinds).order_by("edition_on")
    known = {one.code: one.name(language) for one in rows}
    short = {code[3:5]: name for code, name in known.items()}
    return {code: known.get(code) or short.get(code) or code for code in codes}


def _counts(
    groups: Mapping[str, str], chosen: frozenset[str], names: Mapping[str, str]
) -> list[Count]:
    every = Counter(groups.values())
    within = Counter(group for key, group in groups.items() if key in chosen)
    return [Count(key, name, every[key], within[key]) for key, name in names.items()]

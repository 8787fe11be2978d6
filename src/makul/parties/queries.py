"""Reads the registry and the bodies: what stands on a day, what lies in what, who may sign."""

from __future__ import annotations

from datetime import date

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from makul.parties.models import ListEdition, Mandate, Party, Territory
from makul.parties.ordering import by_name
from makul.parties.searching import sought

CITIES = (
    Territory.Kind.CITY_REPUBLIC,
    Territory.Kind.CITY_OBLAST,
    Territory.Kind.CITY_RAION,
)
LSG_KINDS = (Party.Kind.EXECUTIVE, Party.Kind.KENESH)


def loaded_editions() -> QuerySet[ListEdition]:
    """The lists that were loaded, the newest first."""
    return ListEdition.objects.order_by("-edition_on", "-pk")


def covering() -> dict[str, ListEdition]:
    """For each kind of territory the newest list that names every one of it (one query)."""
    found: dict[str, ListEdition] = {}
    for edition in loaded_editions():
        for kind in edition.covers:
            found.setdefault(kind, edition)
    return found


def newest() -> QuerySet[Territory]:
    """Each code once, as the newest list that names it has it."""
    later = Territory.objects.filter(code=OuterRef("code"), edition_on__gt=OuterRef("edition_on"))
    return Territory.objects.filter(~Exists(later))


def standing(*, on: date) -> QuerySet[Territory]:
    """The territories there are on a day, of each kind as the newest list that covers it has them.

    What passed into another, or is not in the list any more, does not stand (two queries).
    """
    gone = Q()
    for kind, edition in covering().items():
        gone |= Q(kind=kind, edition_on__lt=edition.edition_on)
    heirs = Territory.objects.filter(predecessors=OuterRef("pk"))
    found = newest().exclude(valid_to__lt=on).filter(~Exists(heirs))
    return found.exclude(gone) if gone else found


def search_territories(text: str, *, on: date) -> QuerySet[Territory]:
    """Territories by a part of their name in any language, or by the beginning of their code."""
    by_code = Q(code__startswith=text) if text.isdigit() else Q()
    matches = by_code if text.isdigit() else sought(text)
    ever = newest().filter(matches).select_related("parent")
    return ever.annotate(is_standing=Exists(standing(on=on).filter(pk=OuterRef("pk"))))


def editions_of(code: str) -> QuerySet[Territory]:
    """One territory as each list had it, the newest first, with what it came from and became."""
    rows = Territory.objects.filter(code=code).select_related("parent")
    return rows.prefetch_related("predecessors", "successors").order_by("-edition_on")


def counts_within(codes: list[str], *, on: date) -> dict[str, dict[str, int]]:
    """How many territories of each kind lie below each of these codes, one or two steps down."""
    rows = (
        standing(on=on)
        .filter(Q(parent__code__in=codes) | Q(parent__parent__code__in=codes))
        .values_list("kind", "parent__code", "parent__parent__code")
        .annotate(n=Count("pk"))
    )
    found: dict[str, dict[str, int]] = {code: {} for code in codes}
    for kind, parent, higher, n in rows:
        for code in {parent, higher} & found.keys():
            found[code][kind] = found[code].get(kind, 0) + n
    return found


def bodies(*, text: str = "", kind: str = "", language: str = "ky") -> QuerySet[Party]:
    """The bodies, by kind and by a part of their name, in the order of the letters of a language."""
    found = Party.objects.select_related("territory").order_by("kind", by_name(language), "key")
    if kind:
        found = found.filter(kind=kind)
    return found.filter(sought(text)) if text else found


def local_bodies(*, on: date, language: str = "ky") -> QuerySet[Party]:
    """The bodies of local self-government there are on a day."""
    alive = Q(valid_from__isnull=True) | Q(valid_from__lte=on)
    return (
        Party.objects.filter(alive, kind__in=LSG_KINDS)
        .exclude(valid_to__lt=on)
        .order_by("oblast", "body_kind", by_name(language), "key")
    )


def mandates_of(party: Party) -> QuerySet[Mandate]:
    """The mandates of a body, the valid ones first, with the users behind them (one query)."""
    found = party.mandates.select_related("person__user", "party")
    return found.order_by("-may_sign", "from_on", "pk")


def signatories(party: Party, *, on: date) -> QuerySet[Mandate]:
    """Who may sign for a body on a day."""
    return party.mandates.filter(may_sign=True, from_on__lte=on).exclude(to_on__lt=on)


def totals(*, on: date) -> dict[str, int]:
    """How many territories of each kind stand on a day."""
    rows = standing(on=on).order_by().values_list("kind").annotate(n=Count("pk"))
    return dict(rows)


def nameless(*, on: date) -> int:
    """How many territories have no Kyrgyz name in any list."""
    return standing(on=on).filter(name_ky="").count()


def kinds_behind() -> list[tuple[str, ListEdition]]:
    """Kinds that the newest list does not cover, with the older list they are known from."""
    known = covering()
    last = max((one.edition_on for one in known.values()), default=None)
    return [(kind, one) for kind, one in known.items() if one.edition_on != last]


def above(territory: Territory) -> list[Territory]:
    """What a territory lies in, the largest first."""
    found: list[Territory] = []
    parent = territory.parent
    while parent:
        found.insert(0, parent)
        parent = parent.parent
    return found

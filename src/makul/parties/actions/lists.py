"""Loads lists of territories, each beside those before it."""

from __future__ import annotations

import hashlib
from datetime import date, datetime

from django.db import transaction

from makul.core.errors import BadInput
from makul.journal.actions import record
from makul.parties.actions.operator import OPERATOR
from makul.parties.models import ListEdition, Mandate, Territory
from makul.parties.queries import newest
from makul.parties.registry.difference import Difference, difference
from makul.parties.registry.reading import Edition
from makul.parties.registry.rows import TerritoryRow
from makul.parties.searching import searchable

SUBJECT = "registry"
FIELDS = ("kind", "name_ky", "name_ru", "name_en", "valid_from", "valid_to", "source")


def known_edition() -> Edition:
    """What the registry holds now, as an edition that another can be compared with."""
    rows = tuple(_as_row(one) for one in newest().select_related("parent").order_by("code"))
    last = max((row.edition_on for row in rows), default=date.min)
    return Edition("", last, "", (), rows)


def _as_row(one: Territory) -> TerritoryRow:
    return TerritoryRow(
        code=one.code,
        parent_code=one.parent.code if one.parent else "",
        predecessor_codes=(),
        edition_on=one.edition_on,
        **{name: getattr(one, name) for name in FIELDS},
    )


def difference_from_known(edition: Edition) -> Difference:
    """What the registry would learn from a list, for a person to look through before it is loaded."""
    return difference(known_edition(), new=edition)


def fingerprint(edition: Edition) -> str:
    """SHA-256 of everything a list says."""
    said = (edition.title, edition.edition_on, edition.source, edition.covers, *edition.rows)
    return hashlib.sha256("\n".join(map(repr, said)).encode()).hexdigest()


def is_loaded(edition: Edition) -> bool:
    return ListEdition.objects.filter(sha256=fingerprint(edition)).exists()


@transaction.atomic
def import_registry(*, edition: Edition, actor: Mandate | None, now: datetime) -> ListEdition:
    """Load a list: its rows stand beside those of earlier lists, nothing is written over.

    Loading the same list again changes nothing. Raises: BadInput `territories_edition_taken` where
    another list of the same day says something else of a code.
    """
    digest = fingerprint(edition)
    if known := ListEdition.objects.filter(sha256=digest).first():
        return known
    changes = difference_from_known(edition)
    places = _store_rows(edition)
    _store_parents(edition, places)
    _store_predecessors(edition, places)
    loaded = ListEdition.objects.create(
        title=edition.title,
        edition_on=edition.edition_on,
        source=edition.source,
        covers=list(edition.covers),
        rows=len(edition.rows),
        sha256=digest,
        loaded_at=now,
    )
    record(
        subject=SUBJECT,
        action="registry_loaded",
        party=actor.party.key if actor else OPERATOR,
        at=now,
        value=edition.edition_on.isoformat(),
        data={"sha256": digest, "title": edition.title, "rows": len(edition.rows)}
        | {name: len(getattr(changes, name)) for name in changes.__slots__},
    )
    return loaded


def _store_rows(edition: Edition) -> dict[str, Territory]:
    """The rows of a list by code: those that are new are written, equal ones are left as they are."""
    codes = [row.code for row in edition.rows]
    same_day = Territory.objects.filter(edition_on=edition.edition_on, code__in=codes)
    places = {one.code: one for one in same_day}
    fresh = []
    for row in edition.rows:
        one = Territory(code=row.code, edition_on=row.edition_on)
        for name in FIELDS:
            setattr(one, name, getattr(row, name))
        one.search = searchable(row.name_ky, row.name_ru, row.name_en, longest=600)
        if row.code not in places:
            fresh.append(one)
        elif any(getattr(places[row.code], name) != getattr(one, name) for name in FIELDS):
            raise BadInput("territories_edition_taken", value=row.code, day=edition.edition_on)
    Territory.objects.bulk_create(fresh, batch_size=500)
    return places | {one.code: one for one in fresh}


def _store_parents(edition: Edition, places: dict[str, Territory]) -> None:
    lying = [row for row in edition.rows if row.parent_code]
    for row in lying:
        places[row.code].parent = places[row.parent_code]
    Territory.objects.bulk_update([places[row.code] for row in lying], ["parent"], batch_size=500)


def _store_predecessors(edition: Edition, places: dict[str, Territory]) -> None:
    """Tie each territory to those that passed into it, as the list before this one had them."""
    wanted = {code for row in edition.rows for code in row.predecessor_codes}
    earlier = Territory.objects.filter(code__in=wanted, edition_on__lt=edition.edition_on)
    before = {one.code: one for one in earlier.order_by("edition_on")}
    through = Territory.predecessors.through
    pairs = [
        (places[row.code].pk, before[code].pk)
        for row in edition.rows
        for code in row.predecessor_codes
        if code in before and code != row.code
    ]
    through.objects.bulk_create(
        [through(from_territory_id=new, to_territory_id=old) for new, old in pairs],
        ignore_conflicts=True,
    )

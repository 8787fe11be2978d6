"""Loads lists of territories, gives mandates and ends them."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date, datetime

from django.contrib.auth import get_user_model
from django.db import transaction
from django.utils import timezone

from makul.core.errors import BadInput, NotAllowed
from makul.journal.actions import record
from makul.parties.access import ROLE_OF_KIND, require
from makul.parties.models import ListEdition, Mandate, Party, Person, Territory
from makul.parties.queries import newest, signatories
from makul.parties.registry.difference import Difference, difference
from makul.parties.registry.reading import Edition
from makul.parties.registry.rows import TerritoryRow
from makul.parties.searching import searchable

SUBJECT = "registry"
OPERATOR = "operator"  # who loads a list from the command line, where nobody is signed in
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


@dataclass(frozen=True, slots=True)
class MandateInput:
    """Who is to act for a body: the name under which a person signs in, the office, the days."""

    user_name: str
    office_ky: str
    office_ru: str
    from_on: date
    office_en: str = ""
    to_on: date | None = None
    may_sign: bool = False


def stand_for(party: Party, actor: Mandate, right: str, *, now: datetime) -> None:
    """Only one who may sign for a body gives and ends its mandates. Raises NotAllowed."""
    require(actor, right, role=ROLE_OF_KIND[actor.party.kind], on=timezone.localdate(now))
    if actor.party_id != party.pk:
        raise NotAllowed("not_your_body", party=party.key)


@transaction.atomic
def give_mandate(*, party: Party, content: MandateInput, actor: Mandate, now: datetime) -> Mandate:
    """Let a person act for the actor's body. The journal names the office, never the person.

    Raises: NotAllowed; BadInput `no_such_user`, `no_office`, `days_reversed`, `mandate_twice`.
    """
    stand_for(party, actor, "give_mandate", now=now)
    user = get_user_model().objects.filter(username=content.user_name.strip()).first()
    if user is None:
        raise BadInput("no_such_user", name=content.user_name[:150])
    if not (content.office_ky.strip() and content.office_ru.strip()):
        raise BadInput("no_office")
    if content.to_on and content.to_on < content.from_on:
        raise BadInput("days_reversed")
    person, _new = Person.objects.get_or_create(user=user)
    offices = {"office_ky": content.office_ky.strip(), "office_ru": content.office_ru.strip()}
    held = party.mandates.filter(person=person, **offices).exclude(to_on__lt=content.from_on)
    if held.exists():
        raise BadInput("mandate_twice", name=content.user_name)
    mandate = Mandate.objects.create(
        person=person,
        party=party,
        office_en=content.office_en.strip(),
        from_on=content.from_on,
        to_on=content.to_on,
        may_sign=content.may_sign,
        **offices,
    )
    record(
        subject=f"party:{party.key}",
        action="mandate_given",
        party=party.key,
        at=now,
        value="may_sign" if mandate.may_sign else "",
        data={"mandate": mandate.pk, "from_on": mandate.from_on.isoformat(), **offices}
        | {"to_on": mandate.to_on.isoformat() if mandate.to_on else ""},
    )
    return mandate


@transaction.atomic
def end_mandate(*, mandate: Mandate, last_on: date, actor: Mandate, now: datetime) -> Mandate:
    """End a mandate of the actor's body with a day. Its former acts stay valid.

    Raises: NotAllowed; BadInput `days_reversed`, `already_ended`, `last_signatory` where nobody
    would be left to sign.
    """
    mandate = Mandate.objects.select_for_update().select_related("party").get(pk=mandate.pk)
    stand_for(mandate.party, actor, "end_mandate", now=now)
    if last_on < mandate.from_on:
        raise BadInput("days_reversed")
    if mandate.to_on and mandate.to_on < timezone.localdate(now):
        raise BadInput("already_ended", ended_on=mandate.to_on)
    others = signatories(mandate.party, on=timezone.localdate(now)).exclude(pk=mandate.pk)
    if mandate.may_sign and not others.exists():
        raise BadInput("last_signatory")
    mandate.to_on = last_on
    mandate.save(update_fields=["to_on"])
    record(
        subject=f"party:{mandate.party.key}",
        action="mandate_ended",
        party=actor.party.key,
        at=now,
        data={"mandate": mandate.pk, "to_on": last_on.isoformat()},
    )
    return mandate

"""Enters bodies into the register and changes what it says of them; each is one entry of the journal."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.utils import timezone

from makul.core.errors import BadInput
from makul.journal.actions import record
from makul.law.forms import values
from makul.parties.access import ROLE_OF_KIND, require
from makul.parties.actions.mandates import stand_for
from makul.parties.actions.operator import OPERATOR
from makul.parties.models import Mandate, Party, Territory
from makul.parties.queries import LSG_KINDS, above, newest
from makul.parties.searching import searchable

KEY = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
LANGUAGES = ("ky", "ru")
WITH_OBLAST = (Territory.Kind.OBLAST, Territory.Kind.CITY_REPUBLIC)


@dataclass(frozen=True, slots=True)
class PartyInput:
    """What the register says of a body. `territory` and `oblast` are codes of the official list."""

    key: str
    kind: str
    name_ky: str
    name_ru: str
    name_en: str = ""
    body_kind: str = ""
    territory: str = ""
    oblast: str = ""
    email: str = ""
    language: str = "ky"
    valid_from: date | None = None
    valid_to: date | None = None


def said_of(party: Party) -> PartyInput:
    """What the register says of a body now."""
    said = {each.name: getattr(party, each.name) for each in fields(PartyInput)}
    return PartyInput(**said | {"territory": party.territory.code if party.territory else ""})


@transaction.atomic
def enter_party(*, content: PartyInput, actor: Mandate | None, now: datetime) -> Party:
    """Enter a body. Of its address the journal keeps the digest only.

    Raises: NotAllowed unless the operator or a facilitator does it; BadInput `party_twice` and what
    `_check` refuses.
    """
    if actor:  # the desk, which checks packages, keeps the register too
        role = ROLE_OF_KIND[actor.party.kind]
        require(actor, "check_package", role=role, on=timezone.localdate(now))
    place = _check(content)
    if Party.objects.filter(key=content.key).exists():
        raise BadInput("party_twice", key=content.key)
    party = Party.objects.create(**_columns(content, place))
    record(
        subject=f"party:{party.key}",
        action="party_entered",
        party=actor.party.key if actor else OPERATOR,
        at=now,
        value=party.kind,
        data=_public(said_of(party)),
    )
    return party


@transaction.atomic
def change_party(
    *, party: Party, content: PartyInput, actor: Mandate | None, now: datetime
) -> Party:
    """Change what the register says of a body; where nothing differs, nothing is recorded.

    Its key and its kind never change. Raises: NotAllowed unless the operator or one who may sign for
    the body does it; BadInput `party_fixed` and what `_check` refuses.
    """
    if actor:
        stand_for(party, actor, "give_mandate", now=now)
    party = Party.objects.select_for_update().get(pk=party.pk)
    if (content.key, content.kind) != (party.key, party.kind):
        raise BadInput("party_fixed", key=party.key)
    before, place = _public(said_of(party)), _check(content)
    for name, value in _columns(content, place).items():
        setattr(party, name, value)
    after = _public(said_of(party))
    if after == before:
        return party
    party.save()
    record(
        subject=f"party:{party.key}",
        action="party_changed",
        party=actor.party.key if actor else OPERATOR,
        at=now,
        data={name: value for name, value in after.items() if value != before[name]},
    )
    return party


def _public(content: PartyInput) -> dict[str, Any]:
    """What the journal keeps of a body: the address as its digest, days as texts."""
    said = {each.name: getattr(content, each.name) for each in fields(content)}
    said = {name: value for name, value in said.items() if name not in {"key", "kind", "email"}}
    for name in ("valid_from", "valid_to"):
        said[name] = said[name].isoformat() if said[name] else ""
    address = content.email.strip().lower()
    digest = hashlib.sha256(address.encode()).hexdigest() if address else ""
    return {**said, "email_sha256": digest}


def _columns(content: PartyInput, place: Territory | None) -> dict[str, Any]:
    """The columns of a body; its oblast, where not said, is the one its territory lies in."""
    said = {each.name: getattr(content, each.name) for each in fields(content)}
    if place and not content.oblast:
        higher = [one.code for one in [*above(place), place] if one.kind in WITH_OBLAST]
        said["oblast"] = higher[0] if higher else ""
    names = (content.name_ky, content.name_ru, content.name_en)
    return said | {"territory": place, "search": searchable(*names)}


def _check(content: PartyInput) -> Territory | None:
    """The territory it names, if any, where all else holds together.

    Raises: BadInput `party_lacks`, `party_bad_key`, `party_unknown_value`, `party_too_long`,
    `party_bad_email`, `party_no_territory`, `days_reversed`.
    """
    needed = ("key", "kind", "name_ky", "name_ru")
    if lacking := [name for name in needed if not getattr(content, name).strip()]:
        raise BadInput("party_lacks", key=content.key or "?", names=", ".join(lacking))
    if not KEY.fullmatch(content.key):
        raise BadInput("party_bad_key", key=content.key)
    _check_values(content)
    for each in fields(content):
        longest = getattr(Party._meta.get_field(each.name), "max_length", None)
        value = getattr(content, each.name)
        if longest and isinstance(value, str) and len(value) > longest:
            raise BadInput("party_too_long", key=content.key, name=each.name, longest=longest)
    if content.valid_from and content.valid_to and content.valid_to < content.valid_from:
        raise BadInput("days_reversed")
    if not content.territory:
        return None
    if place := newest().filter(code=content.territory).select_related("parent").first():
        return place
    raise BadInput("party_no_territory", key=content.key, territory=content.territory)


def _check_values(content: PartyInput) -> None:
    """What may be only one of a few, and the address."""
    is_local = content.kind in LSG_KINDS
    known = {
        "kind": tuple(Party.Kind.values),
        "body_kind": tuple(values("body.kind")) if is_local else ("",),
        "language": LANGUAGES,
    }
    for name, choices in known.items():
        if getattr(content, name) not in choices:
            said = ", ".join(choices) if any(choices) else "nothing"
            value = getattr(content, name) or "nothing"
            raise BadInput(
                "party_unknown_value", key=content.key, name=name, value=value, known=said
            )
    try:
        if content.email:
            validate_email(content.email)
    except ValidationError as error:
        raise BadInput("party_bad_email", key=content.key, email=content.email) from error

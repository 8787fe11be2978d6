"""Gives mandates and ends them; opens the account of one who is to hold the first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.contrib.auth import get_user_model
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone, translation

from makul.core.errors import BadInput, NotAllowed
from makul.journal.actions import record
from makul.parties.access import ROLE_OF_KIND, require
from makul.parties.actions.operator import OPERATOR
from makul.parties.models import Mandate, Party, Person
from makul.parties.queries import signatories


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
    is_board: bool = False  # a member of an association's board


def stand_for(party: Party, actor: Mandate, right: str, *, now: datetime) -> None:
    """Only one who may sign for a body gives and ends its mandates. Raises NotAllowed."""
    require(actor, right, role=ROLE_OF_KIND[actor.party.kind], on=timezone.localdate(now))
    if actor.party_id != party.pk:
        raise NotAllowed("not_your_body", party=party.key)


def days_of(mandate: Mandate) -> dict[str, object]:
    """What the entry of a mandate says beside the office: its days, and a seat in the board."""
    return {
        "mandate": mandate.pk,
        "from_on": mandate.from_on.isoformat(),
        "to_on": mandate.to_on.isoformat() if mandate.to_on else "",
        **({"board": True} if mandate.is_board else {}),
    }


@transaction.atomic
def give_mandate(
    *, party: Party, content: MandateInput, actor: Mandate | None, now: datetime
) -> Mandate:
    """Let a person act for the actor's body. The journal names the office, never the person.

    Without an actor the operator gives it. Raises: NotAllowed; BadInput `no_such_user`, `no_office`, `days_reversed`, `mandate_twice`.
    """
    if actor:
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
        is_board=content.is_board,
        **offices,
    )
    record(
        subject=f"party:{party.key}",
        action="mandate_given",
        party=party.key if actor else OPERATOR,
        at=now,
        value="may_sign" if mandate.may_sign else "",
        data={**days_of(mandate), **offices},
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


@transaction.atomic
def open_account(*, party: Party, content: MandateInput, password: str, now: datetime) -> Mandate:
    """Make the account of one who signs in and give it a mandate; the operator alone does this.

    Raises: BadInput `bad_user_name`, `user_twice`, `weak_password`, and those of `give_mandate`.
    """
    users, name = get_user_model().objects, content.user_name.strip()
    if users.filter(username__iexact=name).exists():
        raise BadInput("user_twice", name=name)
    user = get_user_model()(username=name)
    try:
        user.username_validator(name)
        with translation.override("en"):
            validate_password(password, user)
    except ValidationError as error:
        if getattr(error, "code", None) == "invalid":
            raise BadInput("bad_user_name", name=name[:150]) from error
        raise BadInput("weak_password", why=" ".join(error.messages).rstrip(".")) from error
    users.create_user(name, password=password)
    return give_mandate(party=party, content=content, actor=None, now=now)

"""Keeps the register of experts: who is on it, who is suspended and why, which interests they declared."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from makul.core.errors import BadInput, NotAllowed
from makul.documents.storing import digest
from makul.expertise.models import Expert, InterestDeclaration
from makul.journal.actions import record
from makul.law.forms import values
from makul.parties.access import ROLE_OF_KIND, require
from makul.parties.models import Mandate, Party

LONGEST = 5_000
LANGUAGES = ("ky", "ru", "en")


@dataclass(frozen=True, slots=True)
class ExpertInput:
    """What the register says of an expert; `fields` are kinds of interest the expert knows."""

    fields: Sequence[str]
    languages: Sequence[str]
    region: str = ""
    experience_ky: str = ""
    experience_ru: str = ""


@transaction.atomic
def enter_expert(*, party: Party, content: ExpertInput, actor: Mandate, now: datetime) -> Expert:
    """Enter an expert into the register; the party is a body of the kind `expert` that Makul knows.

    Raises: NotAllowed; BadInput `not_an_expert`, `expert_twice`, `no_fields`, `unknown_field`.
    """
    _may_keep(actor, now=now)
    if party.kind != Party.Kind.EXPERT:
        raise BadInput("not_an_expert", party=party.key)
    if Expert.objects.filter(party=party).exists():
        raise BadInput("expert_twice", party=party.key)
    _check(content)
    expert = Expert.objects.create(
        party=party, since=timezone.localdate(now), added_by=actor, **_columns(content)
    )
    _record(expert, "expert_entered", actor=actor, now=now, data=_said(content))
    return expert


@transaction.atomic
def change_expert(*, expert: Expert, content: ExpertInput, actor: Mandate, now: datetime) -> Expert:
    """Change what the register says of an expert. Raises as `enter_expert` does."""
    _may_keep(actor, now=now)
    _check(content)
    for name, value in _columns(content).items():
        setattr(expert, name, value)
    expert.save()
    _record(expert, "expert_changed", actor=actor, now=now, data=_said(content))
    return expert


@transaction.atomic
def suspend_expert(*, expert: Expert, reason: str, actor: Mandate, now: datetime) -> Expert:
    """Suspend an expert's place, with the reason, which is public.

    Raises: NotAllowed; BadInput `no_suspension_reason`.
    """
    _may_keep(actor, now=now)
    if not reason.strip():
        raise BadInput("no_suspension_reason")
    expert.suspended_on, expert.suspended_reason = timezone.localdate(now), reason.strip()
    expert.save(update_fields=["suspended_on", "suspended_reason"])
    _record(expert, "expert_suspended", actor=actor, now=now, data={"sha256": _digest(reason)})
    return expert


@transaction.atomic
def restore_expert(*, expert: Expert, actor: Mandate, now: datetime) -> Expert:
    """Give a suspended expert the place back."""
    _may_keep(actor, now=now)
    expert.suspended_on, expert.suspended_reason = None, ""
    expert.save(update_fields=["suspended_on", "suspended_reason"])
    _record(expert, "expert_restored", actor=actor, now=now, data={})
    return expert


@transaction.atomic
def declare_standing(
    *,
    expert: Expert,
    text: str,
    language: str,
    body: Party | None,
    to_on: date | None,
    actor: Mandate,
    now: datetime,
) -> InterestDeclaration:
    """An interest that holds for every expertise; only the expert declares it.

    Raises: NotAllowed `not_your_body`; BadInput `no_words`, `too_long`, `days_reversed`.
    """
    if actor.party_id != expert.party_id:
        raise NotAllowed("not_your_body")
    require(actor, "declare_interest", role="expert", on=timezone.localdate(now))
    check_text(text)
    today = timezone.localdate(now)
    if to_on and to_on < today:
        raise BadInput("days_reversed")
    declaration = InterestDeclaration.objects.create(
        expert=expert,
        body=body,
        text=text.strip(),
        language=language,
        from_on=today,
        to_on=to_on,
        declared_by=actor,
        declared_at=now,
    )
    data = {
        "body": body.key if body else "",
        "to_on": to_on.isoformat() if to_on else "",
        "sha256": _digest(text),
    }
    _record(expert, "interest_declared", actor=actor, now=now, data=data)
    return declaration


def check_text(text: str) -> None:
    if not text.strip():
        raise BadInput("no_words", step="interests_declared")
    if len(text) > LONGEST:
        raise BadInput("too_long", number=1, limit=LONGEST)


def _may_keep(actor: Mandate, *, now: datetime) -> None:
    role = ROLE_OF_KIND[actor.party.kind]
    require(actor, "keep_experts", role=role, on=timezone.localdate(now))


def _check(content: ExpertInput) -> None:
    if not content.fields or not content.languages:
        raise BadInput("no_fields")
    strange = (set(content.fields) - set(values("interest"))) | (
        set(content.languages) - set(LANGUAGES)
    )
    if strange:
        raise BadInput("unknown_field", value=sorted(strange)[0])


def _columns(content: ExpertInput) -> dict[str, object]:
    return {
        "fields": list(content.fields),
        "languages": list(content.languages),
        "region": content.region,
        "experience_ky": content.experience_ky.strip(),
        "experience_ru": content.experience_ru.strip(),
    }


def _said(content: ExpertInput) -> dict[str, object]:
    """What the entry says of an expert: words about a person stay out of it, but for their digest."""
    experience = f"{content.experience_ky.strip()}\x1f{content.experience_ru.strip()}"
    open_ = {"fields": list(content.fields), "languages": list(content.languages)}
    return open_ | {"region": content.region, "sha256": _digest(experience)}


def _digest(text: str) -> str:
    return digest(text.strip().encode())


def _record(
    expert: Expert, action: str, *, actor: Mandate, now: datetime, data: Mapping[str, object]
) -> None:
    record(subject=expert.subject, action=action, party=actor.party.key, at=now, data=dict(data))

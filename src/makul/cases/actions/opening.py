"""Opens cases: on a package submitted, or on the association's own motion where none was."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from makul.cases.actions.step import judge
from makul.cases.models import Agreement, Case, Participation
from makul.core.errors import BadInput
from makul.journal.actions import lock, record
from makul.law.agreements import check_terms
from makul.parties.access import require
from makul.parties.models import Mandate, Party

PROCEDURE, EDITION = "npa", "2026-proposed"


@dataclass(frozen=True, slots=True)
class Opening:
    """What a case is opened with; `roles` are its parties by role, deciders in their order."""

    act_kind: str
    track: str
    title_ky: str
    title_ru: str
    roles: Mapping[str, Sequence[Party]]
    agreement: Agreement | None = None
    previous: Case | None = None
    authentic_language: str = ""
    is_demonstration: bool = False
    procedure: str = PROCEDURE
    edition: str = EDITION


def agreement_of(*, initiator: Party, on: date, procedure: str = PROCEDURE) -> Agreement | None:
    """The agreement by which the order of a procedure binds its initiator on a day, the newest first."""
    return (
        Agreement.objects.filter(procedure=procedure, initiator=initiator, signed_on__lte=on)
        .filter(Q(left_on__isnull=True) | Q(left_on__gt=on))
        .order_by("-signed_on", "-pk")
        .first()
    )


@transaction.atomic
def open_case(
    *,
    opening: Opening,
    actor: Mandate,
    now: datetime,
    step: str = "submitted",
    right: str = "submit",
    value: str = "",
    data: dict[str, Any] | None = None,
) -> Case:
    """A new case with its parties, begun by its first step: of drafts `submitted`, or `opened`.

    Raises NotAllowed unless the actor's role in the case carries the right to take that step.
    """
    require(actor, right, role=role_in(opening, actor.party), on=timezone.localdate(now))
    case = create_case(opening, now=now)
    seat(case, opening.roles)
    kind = {"act_kind": case.act_kind} if case.act_kind else {}  # of a case about an act
    facts = {**kind, "track": case.track, **(data or {})}
    if opening.authentic_language:
        facts["authentic_language"] = opening.authentic_language
    if opening.previous:
        facts["previous"] = opening.previous.number
    record(
        subject=case.subject,
        action=step,
        party=actor.party.key,
        at=now,
        value=value,
        data=facts,
    )
    judge(case, now=now)
    return case


def create_case(opening: Opening, *, now: datetime) -> Case:
    """The row of a new case under the next number."""
    lock()  # numbers are given out one by one
    return Case.objects.create(
        number=next_number(now),
        procedure=opening.procedure,
        edition=opening.edition,
        agreement=opening.agreement,
        track=opening.track,
        act_kind=opening.act_kind,
        title_ky=opening.title_ky,
        title_ru=opening.title_ru,
        authentic_language=opening.authentic_language,
        opened_at=now,
        previous=opening.previous,
        is_demonstration=opening.is_demonstration,
    )


def role_in(opening: Opening, party: Party) -> str | None:
    return next((role for role, parties in opening.roles.items() if party in parties), None)


def next_number(now: datetime) -> str:
    year = timezone.localdate(now).year
    last = (
        Case.objects.filter(number__startswith=f"{year}-")
        .order_by("-number")
        .values_list("number", flat=True)
        .first()
    )
    return f"{year}-{int(last.split('-')[1]) + 1 if last else 1:04}"


def seat(case: Case, roles: Mapping[str, Sequence[Party]]) -> None:
    """Give each party its role. The facilitator may hold no other (Model Order, Q23)."""
    seats = [
        Participation(case=case, party=party, role=role, order=order)
        for role, parties in roles.items()
        for order, party in enumerate(parties)
    ]
    keys = [seat.party_id for seat in seats]
    if len(keys) != len(set(keys)):
        raise BadInput("two_roles")
    Participation.objects.bulk_create(seats)


@transaction.atomic
def set_circle(*, case: Case, bodies: Sequence[Party], actor: Mandate, now: datetime) -> int:
    """Add affected bodies to a case; those already in it stay. Returns how many are new."""
    require(actor, "notify", role=role_in_case(case, actor), on=timezone.localdate(now))
    present = set(case.participations.values_list("party_id", flat=True))
    new = [body for body in bodies if body.pk not in present]
    Participation.objects.bulk_create(
        [Participation(case=case, party=body, role="lsg") for body in new]
    )
    record(
        subject=case.subject,
        action="circle_set",
        party=actor.party.key,
        at=now,
        data={"added": sorted(body.key for body in new)},
    )
    judge(case, now=now)
    return len(new)


def role_in_case(case: Case, actor: Mandate) -> str | None:
    return case.participations.filter(party=actor.party).values_list("role", flat=True).first()


@transaction.atomic
def join_case(*, case: Case, actor: Mandate, now: datetime) -> Participation:
    """A body that was not asked declares itself affected and takes part (Order, art. 9)."""
    if actor.party.kind not in {Party.Kind.EXECUTIVE, Party.Kind.KENESH}:
        raise BadInput("not_a_local_body", party=actor.party.key)
    require(actor, "join", role="lsg", on=timezone.localdate(now))
    seat_, new = Participation.objects.get_or_create(
        case=case, party=actor.party, defaults={"role": "lsg"}
    )
    if new:
        record(subject=case.subject, action="joined", party=actor.party.key, at=now)
        judge(case, now=now)
    return seat_


@transaction.atomic
def make_agreement(*, agreement: Agreement, now: datetime) -> Agreement:
    """Enter an agreement that applies the Order between its parties.

    Its terms are proved like any edition before they can be used.
    Raises BadInput `agreement_not_sound`; LawGap for an unknown edition.
    """
    check_terms(agreement.procedure, agreement.edition, agreement.terms)
    agreement.save()
    record(
        subject=f"agreement:{agreement.pk}",
        action="agreement_entered",
        party=agreement.initiator.key,
        to=agreement.association.key,
        at=now,
        data={
            "document": agreement.document,
            "signed_on": agreement.signed_on.isoformat(),
            "terms": agreement.terms,
            "facilitator": agreement.facilitator.key,
            "appeal_body": agreement.appeal_body.key,
        },
    )
    return agreement


@transaction.atomic
def leave_agreement(
    *, agreement: Agreement, on: date, actor: Mandate | None, now: datetime
) -> Agreement:
    """A side leaves: from that day the agreement binds no new case; those begun are completed under it.

    Without an actor the operator enters it from the paper (Order, art. 41, part 5).
    Raises: NotAllowed unless one who may sign for a side; BadInput `agreement_left`, `days_reversed`.
    """
    agreement = Agreement.objects.select_for_update().get(pk=agreement.pk)
    if actor:
        sides = {agreement.initiator_id: "initiator", agreement.association_id: "association"}
        require(actor, "sign", role=sides.get(actor.party_id), on=timezone.localdate(now))
    if agreement.left_on:
        raise BadInput("agreement_left", left_on=agreement.left_on)
    if on < agreement.signed_on:
        raise BadInput("days_reversed")
    agreement.left_on = on
    agreement.save(update_fields=["left_on"])
    record(
        subject=f"agreement:{agreement.pk}",
        action="agreement_left",
        party=actor.party.key if actor else "operator",
        at=now,
        value=on.isoformat(),
    )
    return agreement

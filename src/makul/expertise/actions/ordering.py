"""Orders an expertise, appoints its experts, takes their declarations of interest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from makul.bills.models import Bill
from makul.cases.actions.opening import Opening, agreement_of, open_case
from makul.cases.actions.step import StatementInput, judge, stand, state_step, take_step
from makul.cases.models import Case, Participation, Statement
from makul.cases.queries.judging import role_of
from makul.core.errors import BadInput, NotAllowed
from makul.documents.models import Version
from makul.documents.storing import digest
from makul.expertise.letters import appointed_letter
from makul.expertise.models import Appointment, Expert, Expertise, InterestDeclaration
from makul.law.method import EDITION as METHOD
from makul.law.order import order_terms
from makul.law.procedures import editions
from makul.notices.actions import queue_notice
from makul.parties.models import Mandate, Party

PROCEDURE = "expertise"
ORDERERS = {Party.Kind.COMMITTEE: "committee", Party.Kind.ASSOCIATION: "association"}
SEATS = {Appointment.Role.LEAD: "lead", Appointment.Role.MEMBER: "expert"}
DECLARATION_OF_ROLE = {
    "lead": "interests_declared",
    "expert": "interests_declared",
    "replacement": "replacement_declared",
}


@dataclass(frozen=True, slots=True)
class OrderInput:
    """What is ordered: of which bill or draft, which text, what is asked, and who takes part.

    `parties`: the committee on the bill, the initiator, the facilitator, associations beside the one
    that orders.
    """

    facilitator: Party
    bill: Bill | None = None
    conciliation: Case | None = None
    version: Version | None = None
    committee: Party | None = None
    initiator: Party | None = None
    associations: Sequence[Party] = ()
    task_ky: str = ""
    task_ru: str = ""
    track: str = "ordinary"


@transaction.atomic
def order_expertise(*, content: OrderInput, actor: Mandate, now: datetime) -> Expertise:
    """Open the case of an expertise by its first step `ordered`.

    Raises: NotAllowed; BadInput `nothing_to_examine` without bill and draft, `nobody_answers` with
    neither initiator nor committee, `two_roles`.
    """
    opening = opening_of(content, actor.party, on=timezone.localdate(now))
    case = open_case(
        opening=opening,
        actor=actor,
        now=now,
        step="ordered",
        right="order_expertise",
        data=facts_of(content),
    )
    return Expertise.objects.create(
        case=case,
        bill=content.bill,
        conciliation=content.conciliation,
        version=content.version,
        ordered_by=actor.party,
        task_ky=content.task_ky.strip(),
        task_ru=content.task_ru.strip(),
        method=METHOD,
    )


def opening_of(content: OrderInput, orderer: Party, *, on: date) -> Opening:
    """With what the case is opened; refuses an order of nothing, or that nobody would answer.

    It is bound by the agreement on expertises of the state's side: the committee, else the initiator.
    """
    about, state = content.bill or content.conciliation, content.committee or content.initiator
    if about is None:
        raise BadInput("nothing_to_examine")
    if state is None:
        raise BadInput("nobody_answers")
    return Opening(
        act_kind="",
        track=content.track,
        title_ky=about.title_ky,
        title_ru=about.title_ru,
        roles=roles_of(content, orderer),
        agreement=agreement_of(initiator=state, on=on, procedure=PROCEDURE),
        is_demonstration=about.is_demonstration,
        procedure=PROCEDURE,
        edition=editions(PROCEDURE)[-1],
    )


def facts_of(content: OrderInput) -> dict[str, str]:
    """What the entry says of the order: of what, which text, by which method."""
    facts = {
        "bill": str(content.bill) if content.bill else "",
        "conciliation": content.conciliation.number if content.conciliation else "",
        "version": content.version.blob_id if content.version else "",
        "method": METHOD,
    }
    return {key: value for key, value in facts.items() if value}


def roles_of(content: OrderInput, orderer: Party) -> dict[str, list[Party]]:
    """The parties by role; the one that orders is among them, and nobody holds two."""
    named = {
        "committee": [content.committee] if content.committee else [],
        "association": list(content.associations),
        "facilitator": [content.facilitator],
        "initiator": [content.initiator] if content.initiator else [],
    }
    if (role := ORDERERS.get(Party.Kind(orderer.kind))) and orderer not in named[role]:
        named[role].append(orderer)
    return named


@transaction.atomic
def appoint_expert(
    *, expertise: Expertise, expert: Expert, actor: Mandate, now: datetime
) -> Appointment:
    """Appoint an expert of the register, or one in place of a recused one.

    The first one leads, and the first after one who led was recused. Raises: NotAllowed; BadInput
    `expert_suspended`, `already_appointed`, `too_many_experts`, `two_roles`, `case_closed`.
    """
    case = expertise.case
    stand(case, actor, "appoint_expert", now=now)
    check_free(expertise, expert)
    step = "replaced" if lacks_replacement(expertise) else "appointed"
    active = expertise.appointments.filter(recused_at__isnull=True)
    leads = not active.filter(role=Appointment.Role.LEAD).exists()
    kind = Appointment.Role.LEAD if leads else Appointment.Role.MEMBER
    seat = "replacement" if step == "replaced" else SEATS[kind]
    Participation.objects.create(case=case, party=expert.party, role=seat)
    appointment = Appointment.objects.create(
        expertise=expertise, expert=expert, role=kind, by=actor, at=now
    )
    queue_notice(letter=appointed_letter(expertise, expert.party), party=expert.party, now=now)
    take_step(
        case=case,
        step=step,
        actor=actor,
        right="appoint_expert",
        now=now,
        to=expert.party,
        value=kind,
    )
    return appointment


def check_free(expertise: Expertise, expert: Expert) -> None:
    if expert.suspended_on:
        raise BadInput("expert_suspended", expert=expert.party.key)
    if expertise.appointments.filter(expert=expert).exists():
        raise BadInput("already_appointed", expert=expert.party.key)
    if role_of(expertise.case, expert.party):
        raise BadInput("two_roles")
    most = order_terms(expertise.case.edition, procedure=PROCEDURE)["experts"]
    limit = most.on(expertise.case.track)
    if expertise.appointments.filter(recused_at__isnull=True).count() >= limit:
        raise BadInput("too_many_experts", limit=limit)


def lacks_replacement(expertise: Expertise) -> bool:
    """Whether more experts were recused than appointed in their place."""
    recused = expertise.appointments.filter(recused_at__isnull=False).count()
    replaced = expertise.case.participations.filter(role="replacement").count()
    return recused > replaced


@transaction.atomic
def declare_interest(
    *,
    expertise: Expertise,
    has_conflict: bool,
    text: str,
    language: str,
    actor: Mandate,
    now: datetime,
) -> InterestDeclaration:
    """An appointed expert declares a conflict, which recuses from that moment, or that there is none.

    Raises: NotAllowed; BadInput `already_declared`, `no_words` for a conflict without words.
    """
    role = stand(expertise.case, actor, "declare_interest", now=now)
    appointment = own_appointment(expertise, actor)
    check_declaration(expertise, appointment, words_missing=has_conflict and not text.strip())
    declaration = InterestDeclaration.objects.create(
        expert=appointment.expert,
        expertise=expertise,
        has_conflict=has_conflict,
        text=text.strip(),
        language=language,
        from_on=timezone.localdate(now),
        declared_by=actor,
        declared_at=now,
    )
    take_step(
        case=expertise.case,
        step=DECLARATION_OF_ROLE[role],
        actor=actor,
        right="declare_interest",
        now=now,
        value="conflict" if has_conflict else "none",
        data={"sha256": digest(text.strip().encode())} if text.strip() else {},
    )
    if has_conflict:
        recuse(appointment, now=now)
    return declaration


def check_declaration(
    expertise: Expertise, appointment: Appointment, *, words_missing: bool
) -> None:
    if expertise.declarations.filter(expert=appointment.expert).exists():
        raise BadInput("already_declared")
    if words_missing:
        raise BadInput("no_words", step="interests_declared")


def recuse(appointment: Appointment, *, now: datetime) -> None:
    """Nothing more is owed by an expert with a conflict; the case is judged without them."""
    case = appointment.expertise.case
    appointment.recused_at = now
    appointment.save(update_fields=["recused_at"])
    case.participations.filter(party=appointment.expert.party).update(role="recused")
    judge(case, now=now)


def own_appointment(expertise: Expertise, actor: Mandate) -> Appointment:
    """The appointment of the one who acts. Raises NotAllowed `not_appointed`."""
    found = expertise.appointments.filter(expert__party=actor.party, recused_at__isnull=True)
    appointment = found.select_related("expert", "expertise__case").first()
    if appointment is None:
        raise NotAllowed("not_appointed")
    return appointment


@transaction.atomic
def revoke_order(
    *, expertise: Expertise, reason: str, language: str, actor: Mandate, now: datetime
) -> Statement:
    """Whoever ordered the expertise revokes it, with the reason, which is public.

    Raises: NotAllowed `not_your_order`; BadInput `no_words`, `case_closed`.
    """
    if expertise.ordered_by_id != actor.party_id:
        raise NotAllowed("not_your_order")
    content = StatementInput(
        step="order_revoked", right="order_expertise", text=reason, language=language
    )
    return state_step(case=expertise.case, content=content, actor=actor, now=now)

"""The opinion is signed, dissented from, answered, deliberated on again, and put into the dossier."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from makul.bills.actions.dossier import attach
from makul.cases.actions.step import StatementInput, stand, state_step, take_step
from makul.cases.models import Statement
from makul.core.errors import BadInput, NotAllowed
from makul.documents.models import Document
from makul.documents.storing import File, digests, store_document, store_versions
from makul.expertise.actions.materials import answering, kept
from makul.expertise.actions.ordering import own_appointment
from makul.expertise.files import papers_of
from makul.expertise.letters import answered_letter, verdict_letter
from makul.expertise.models import Appointment, Expertise, Verdict
from makul.expertise.queries.opinion import attached_at, text_digest
from makul.notices.actions import queue_notice
from makul.parties.models import Mandate, Party

FIRST, SECOND = Verdict.Deliberation.FIRST, Verdict.Deliberation.SECOND
EXPERTS = ("lead", "expert", "replacement", "recused")
STEPS = {FIRST: "verdict", SECOND: "second_deliberation"}
ATTACHED = {FIRST: "expertise_attached", SECOND: "second_attached"}
ANSWERS = {
    "acceptable_with_changes": "changes_answered",
    "not_acceptable": "verdict_answered",
}


@transaction.atomic
def sign_verdict(*, verdict: Verdict, sha256: str, actor: Mandate, now: datetime) -> Verdict:
    """The leading expert signs the common opinion: its paper is drawn and frozen.

    `sha256`: the digest of what the signer was shown. Raises: NotAllowed `not_the_lead`; BadInput
    `text_changed`, `verdict_signed`, `no_reasons`, `no_wording`, `not_answered`, `case_closed`.
    """
    expertise = verdict.expertise
    case = expertise.case
    stand(case, actor, "sign_verdict", now=now)
    _leads(expertise, actor)
    _check(verdict, sha256=sha256)
    verdict.by, verdict.signed_at = actor, now
    verdict.document = draw(expertise, verdict, author=actor.party, now=now)
    verdict.save(update_fields=["by", "signed_at", "document"])
    tell(expertise, verdict, now=now)
    take_step(
        case=case,
        step=STEPS[Verdict.Deliberation(verdict.deliberation)],
        actor=actor,
        right="sign_verdict",
        now=now,
        value=verdict.value,
        data={"sha256": sha256, "papers": digests(verdict.document)},
    )
    return verdict


def _leads(expertise: Expertise, actor: Mandate) -> None:
    """The leading expert signs; where the one who led was recused, any of the others."""
    own = own_appointment(expertise, actor)
    active = expertise.appointments.filter(recused_at__isnull=True, role=Appointment.Role.LEAD)
    if own.role != Appointment.Role.LEAD and active.exists():
        raise NotAllowed("not_the_lead")


def _check(verdict: Verdict, *, sha256: str) -> None:
    expertise = verdict.expertise
    if verdict.signed_at:
        raise BadInput("verdict_signed")
    if sha256 != text_digest(verdict):
        raise BadInput("text_changed")
    if not (verdict.reasons_ky or verdict.reasons_ru):
        raise BadInput("no_reasons")
    if verdict.value == "acceptable_with_changes" and not expertise.proposals.exists():
        raise BadInput("no_wording")
    is_answered = expertise.case.statements.filter(step="verdict_answered").exists()
    if verdict.deliberation == SECOND and not is_answered and not _is_deemed(expertise):
        raise BadInput("not_answered")


def _is_deemed(expertise: Expertise) -> bool:
    """Whether the initiator's silence has answered already: the case stands at the deliberation."""
    return expertise.case.stage == "second_deliberation"


def draw(expertise: Expertise, verdict: Verdict, *, author: Party, now: datetime) -> Document:
    """The paper of a verdict: a PDF in both languages, and Word in each."""
    return store_document(
        subject=expertise.case.subject,
        kind=Document.Kind.ATTACHMENT,
        author=author,
        files=papers_of(verdict, now=now),
        now=now,
    )


def tell(expertise: Expertise, verdict: Verdict, *, now: datetime) -> None:
    """Everyone but the experts is told of the opinion."""
    seats = expertise.case.participations.exclude(role__in=EXPERTS)
    for seat in seats.select_related("party"):
        letter = verdict_letter(expertise, seat.party, verdict)
        queue_notice(letter=letter, party=seat.party, now=now)


@transaction.atomic
def dissent(
    *, expertise: Expertise, text: str, language: str, actor: Mandate, now: datetime
) -> Statement:
    """An expert who does not agree with the common opinion says so, word for word.

    Raises: NotAllowed; BadInput `no_verdict`, `already_dissented`, `no_words`, `too_long`.
    """
    case = expertise.case
    stand(case, actor, "dissent_from_verdict", now=now)
    own_appointment(expertise, actor)
    signed_verdict(expertise, FIRST)
    if case.statements.filter(step="dissented", party=actor.party).exists():
        raise BadInput("already_dissented")
    content = StatementInput(
        step="dissented", right="dissent_from_verdict", text=text, language=language
    )
    return state_step(case=case, content=content, actor=actor, now=now)


@transaction.atomic
def answer_verdict(
    *,
    expertise: Expertise,
    value: str,
    text: str,
    language: str,
    files: Sequence[File],
    actor: Mandate,
    now: datetime,
) -> Statement:
    """The initiator answers: the text is changed, or kept with reasons.

    Raises: NotAllowed; BadInput `no_verdict`, `no_answer_asked`, `answered_already`, `no_words`.
    """
    case = expertise.case
    stand(case, actor, "answer_expertise", now=now)
    if actor.party not in answering(expertise):
        raise NotAllowed("not_your_answer")
    verdict = signed_verdict(expertise, FIRST)
    step = ANSWERS.get(verdict.value)
    if step is None:
        raise BadInput("no_answer_asked")
    if case.statements.filter(step=step).exists():
        raise BadInput("answered_already")
    if step == "verdict_answered":
        for one in expertise.appointments.filter(recused_at__isnull=True).select_related(
            "expert__party"
        ):
            letter = answered_letter(expertise, one.expert.party, value=value)
            queue_notice(letter=letter, party=one.expert.party, now=now)
    content = StatementInput(
        step=step, right="answer_expertise", text=text, language=language, value=value
    )
    data = kept(expertise, files, actor, now)
    return state_step(case=case, content=content, actor=actor, now=now, data=data)


@transaction.atomic
def attach_opinion(
    *, expertise: Expertise, deliberation: int, actor: Mandate, now: datetime
) -> Verdict:
    """Put the opinion, or the second deliberation, into the dossier of the bill, beside the others.

    With dissents its paper is drawn once more, so that they lie with it; the signed one stays.
    Raises: NotAllowed; BadInput `no_verdict`, `already_attached`.
    """
    case = expertise.case
    stand(case, actor, "attach_expertise", now=now)
    verdict = signed_verdict(expertise, deliberation)
    if attached_at(expertise, deliberation):
        raise BadInput("already_attached")
    document = verdict.document
    if document and deliberation == FIRST and case.statements.filter(step="dissented").exists():
        store_versions(document, files=papers_of(verdict, now=now), number=2, now=now)
    if document and expertise.bill:
        attach(
            bill=expertise.bill,
            kind="expertise",
            document=document,
            case=case,
            actor=actor,
            now=now,
        )
    take_step(
        case=case,
        step=ATTACHED[Verdict.Deliberation(deliberation)],
        actor=actor,
        right="attach_expertise",
        now=now,
        value=verdict.value,
        data={"papers": digests(document)} if document else {},
    )
    return verdict


def signed_verdict(expertise: Expertise, deliberation: int) -> Verdict:
    """The verdict of a deliberation as signed. Raises BadInput `no_verdict`."""
    found = expertise.verdicts.filter(deliberation=deliberation, signed_at__isnull=False)
    verdict = found.select_related("document", "expertise__case").first()
    if verdict is None:
        raise BadInput("no_verdict")
    return verdict

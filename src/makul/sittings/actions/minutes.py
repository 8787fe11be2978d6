"""The minutes: drafted, corrected by those who were present, answered, approved."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from makul.cases.actions.step import MOST_CHARACTERS, stand, take_step
from makul.cases.queries.judging import edition_of, status_of
from makul.core.calendar import working_days_term
from makul.core.errors import BadInput, LawGap, NotAllowed
from makul.documents.storing import digest, digests
from makul.journal.actions import lock, record
from makul.law.days_off import calendar
from makul.notices.actions import queue_notice
from makul.parties.models import Mandate
from makul.sittings.actions.depositing import keep_files, locked, put_in_dossiers
from makul.sittings.letters import drafted_letter
from makul.sittings.models import AgendaItem, Correction, Minutes, Sitting
from makul.sittings.queries.houses import present_parties

CORRECTED = "minutes_corrected"


@transaction.atomic
def draft_minutes(*, sitting: Sitting, actor: Mandate, now: datetime) -> Minutes:
    """The record becomes a draft of the minutes; those who were there are told. Twice is once.

    Raises: NotAllowed; BadInput `sitting_not_held`, `case_closed`.
    """
    case = sitting.case
    stand(case, actor, "draft_minutes", now=now)
    if not sitting.held_at:
        raise BadInput("sitting_not_held")
    lock()
    if known := Minutes.objects.filter(sitting=sitting).first():
        return known
    minutes = Minutes.objects.create(sitting=sitting, drafted_at=now, drafted_by=actor)
    tell_present(minutes, now=now)
    take_step(case=case, step="minutes_drafted", actor=actor, right="draft_minutes", now=now)
    return minutes


def tell_present(minutes: Minutes, *, now: datetime) -> None:
    """Those who were there learn that the draft can be read, and until when it may be corrected."""
    last_day = corrections_until(minutes.sitting, drafted_on=timezone.localdate(now))
    for party in present_parties(minutes.sitting):
        queue_notice(letter=drafted_letter(minutes, party, last_day=last_day), party=party, now=now)


def corrections_until(sitting: Sitting, *, drafted_on: date) -> date | None:
    """The last day for corrections; none where the days off of the year are not known."""
    days = edition_of(sitting.case).terms["correct"].on(sitting.case.track)
    try:
        return working_days_term(drafted_on, days, calendar=calendar()).last_day
    except LawGap:
        return None


@transaction.atomic
def correct_minutes(
    *,
    minutes: Minutes,
    text: str,
    language: str,
    actor: Mandate,
    now: datetime,
    item: AgendaItem | None = None,
) -> Correction:
    """What one who was present says the minutes should say; the same words twice are one correction.

    Raises: NotAllowed `was_not_present`; BadInput `no_text_given`, `too_long`, `minutes_approved`,
    `correction_term_over`.
    """
    case = minutes.sitting.case
    stand(case, actor, "correct_record", now=now)
    check_correction(minutes, text, actor=actor, now=now)
    if same := minutes.corrections.filter(by=actor, item=item, text=text.strip()).first():
        return same
    correction = Correction.objects.create(
        minutes=minutes,
        party=actor.party,
        by=actor,
        item=item,
        language=language,
        text=text.strip(),
        at=now,
    )
    take_step(
        case=case,
        step=CORRECTED,
        actor=actor,
        right="correct_record",
        now=now,
        data={"item": item and item.pk, "sha256": digest(correction.text.encode())},
    )
    return correction


def check_correction(minutes: Minutes, text: str, *, actor: Mandate, now: datetime) -> None:
    if not present_parties(minutes.sitting).filter(pk=actor.party_id).exists():
        raise NotAllowed("was_not_present", party=actor.party.key)
    if minutes.approved_at:
        raise BadInput("minutes_approved", number=minutes.sitting.number)
    if not text.strip():
        raise BadInput("no_text_given")
    if len(text) > MOST_CHARACTERS:
        raise BadInput("too_long", number=1, limit=MOST_CHARACTERS)
    status = status_of(minutes.sitting.case, today=timezone.localdate(now))
    if not any(one.step == CORRECTED and one.party == actor.party.key for one in status.may):
        raise BadInput("correction_term_over", number=minutes.sitting.number)


@transaction.atomic
def answer_correction(
    *, correction: Correction, is_taken: bool, answer: str, actor: Mandate, now: datetime
) -> Correction:
    """The house takes a correction or says why not; either way it stays attached.

    Raises: NotAllowed; BadInput `give_a_reason`, `minutes_approved`.
    """
    minutes = correction.minutes
    stand(minutes.sitting.case, actor, "draft_minutes", now=now)
    if minutes.approved_at:
        raise BadInput("minutes_approved", number=minutes.sitting.number)
    if not is_taken and not answer.strip():
        raise BadInput("give_a_reason")
    correction.is_taken, correction.answer = is_taken, answer.strip()
    correction.answered_by, correction.answered_at = actor, now
    correction.save(update_fields=["is_taken", "answer", "answered_by", "answered_at"])
    record(
        subject=minutes.sitting.case.subject,
        action="correction_answered",
        party=actor.party.key,
        to=correction.party.key,
        at=now,
        value="taken" if is_taken else "declined",
        data={"correction": correction.pk, "sha256": digest(correction.answer.encode())},
    )
    return correction


@transaction.atomic
def approve_minutes(*, minutes: Minutes, actor: Mandate, now: datetime) -> Minutes:
    """Approve the minutes: their exact bytes are kept, and lie in the dossier of each bill. Twice is once.

    Raises: NotAllowed without a mandate to sign; BadInput `corrections_waiting` where one is not
    answered, `case_closed`.
    """
    sitting = minutes.sitting
    stand(sitting.case, actor, "approve_minutes", now=now)
    minutes = locked(minutes)
    if minutes.approved_at:
        return minutes
    if waiting := minutes.corrections.filter(is_taken__isnull=True).count():
        raise BadInput("corrections_waiting", n=waiting)
    minutes.approved_at, minutes.approved_by = now, actor
    document = keep_files(minutes, now=now)
    put_in_dossiers(minutes, document, actor=actor, now=now)
    take_step(
        case=sitting.case,
        step="minutes_approved",
        actor=actor,
        right="approve_minutes",
        now=now,
        data={"sha256": minutes.sha256, "papers": digests(document)},
    )
    return minutes

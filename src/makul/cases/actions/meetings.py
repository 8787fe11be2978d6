"""Meetings: the invitation with its agenda, who was there, and what became of each row."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from makul.cases.actions.step import stand, take_step
from makul.cases.invitations import invitation, invited_parties
from makul.cases.minutes import minutes_letter
from makul.cases.models import (
    AgendaItem,
    Case,
    Meeting,
    MeetingTask,
    Presence,
    Row,
    RowResult,
)
from makul.cases.queries.judging import unsettled_rows
from makul.cases.queries.meetings import CONSENT, DISPUTED, agenda_of_meeting, proposed_agenda
from makul.core.errors import BadInput
from makul.documents.storing import digest
from makul.journal.actions import record
from makul.notices.actions import queue_notice
from makul.parties.models import Mandate, Party


@dataclass(frozen=True, slots=True)
class PresenceInput:
    """One who was present, by office."""

    party: Party
    office: str
    may_decide: bool = False
    is_remote: bool = False


@dataclass(frozen=True, slots=True)
class ResultInput:
    """What the meeting did with a row; a settled one has the wording both sides accept."""

    row: Row
    is_settled: bool
    wording_ky: str = ""
    wording_ru: str = ""
    note_ky: str = ""
    note_ru: str = ""


@dataclass(frozen=True, slots=True)
class TaskInput:
    """What the meeting asks a party to do."""

    party: Party
    text_ky: str = ""
    text_ru: str = ""
    due_on: date | None = None


@dataclass(frozen=True, slots=True)
class MeetingRecord:
    """The record of a meeting held; with `is_consent_taken` the consent list needs no results."""

    held_at: datetime
    presences: Sequence[PresenceInput]
    results: Sequence[ResultInput]
    record_ky: str = ""
    record_ru: str = ""
    is_consent_taken: bool = False
    tasks: Sequence[TaskInput] = ()


@transaction.atomic
def invite_meeting(
    *,
    case: Case,
    planned_at: datetime,
    place: str,
    actor: Mandate,
    now: datetime,
    disputed: Collection[int] = (),
) -> Meeting:
    """Invite to a meeting, by letter; a meeting not yet held is moved to the new time.

    The consent list holds the rows where the sides are near, without those in `disputed` (keys of
    rows). Raises BadInput `nothing_unsettled`: without an unsettled row no meeting is needed (art. 25).
    """
    stand(case, actor, "hold_meeting", now=now)
    if not unsettled_rows(case).exists():
        raise BadInput("nothing_unsettled")
    if planned_at < now:
        raise BadInput("in_the_past", at=planned_at)
    meeting, _new = Meeting.objects.update_or_create(
        case=case,
        held_at=None,
        defaults={"planned_at": planned_at, "place": place, "invited_at": now},
    )
    consent = write_agenda(meeting, disputed=disputed)
    told = send_invitations(meeting, now=now)
    record(
        subject=case.subject,
        action="invited",
        party=actor.party.key,
        at=now,
        data={
            "planned_at": planned_at.isoformat(),
            "meeting": meeting.pk,
            "to": told,
            "consent": consent,
        },
    )
    return meeting


def send_invitations(meeting: Meeting, *, now: datetime) -> list[str]:
    """A letter to each whom the Order names, once for each day and hour; returns their keys."""
    told = invited_parties(meeting.case)
    for party in told:
        letter = invitation(meeting, party)
        queue_notice(letter=letter, party=party, now=now, again=meeting.planned_at.isoformat())
    return [party.key for party in told]


def write_agenda(meeting: Meeting, *, disputed: Collection[int]) -> list[int]:
    """The agenda anew: what was near and was not moved; returns the numbers of the consent list.

    A row that a side has had moved to the discussion stays there when the meeting is moved.
    """
    moved = {*disputed, *meeting.agenda.filter(part=DISPUTED).values_list("row", flat=True)}
    agenda = proposed_agenda(meeting.case)
    consent = [one for one in agenda.consent if one.row.pk not in moved]
    rest = [one for one in agenda.rows if one not in consent]
    meeting.agenda.all().delete()
    parts = [(one, CONSENT) for one in consent] + [
        (one, DISPUTED) for one in sorted(rest, key=lambda one: one.row.number)
    ]
    AgendaItem.objects.bulk_create(
        AgendaItem(meeting=meeting, row=one.row, part=part, order=order)
        for order, (one, part) in enumerate(parts, 1)
    )
    return [one.row.number for one in consent]


@transaction.atomic
def discuss_row(*, meeting: Meeting, row: Row, actor: Mandate, now: datetime) -> AgendaItem:
    """Move a row out of the consent list: either side may, and need not say why (art. 25).

    Raises: NotAllowed; BadInput `already_held`, `not_on_consent`.
    """
    stand(meeting.case, actor, "discuss_row", now=now)
    if meeting.held_at:
        raise BadInput("already_held", number=meeting.case.number)
    item = meeting.agenda.filter(row=row, part=CONSENT).first()
    if item is None:
        raise BadInput("not_on_consent", row=row.number)
    item.part = DISPUTED
    item.save(update_fields=["part"])
    record(
        subject=meeting.case.subject,
        action="row_to_discuss",
        party=actor.party.key,
        at=now,
        data={"meeting": meeting.pk, "row": row.number},
    )
    return item


@transaction.atomic
def hold_meeting(
    *, meeting: Meeting, content: MeetingRecord, actor: Mandate, now: datetime
) -> Meeting:
    """Record a meeting as it was held, row by row.

    The quorum is an initiator's representative who may decide and one of the LSG side (art. 26).
    Without it no row is settled. Raises BadInput `already_held`, `not_a_row_here`.
    """
    case = meeting.case
    stand(case, actor, "hold_meeting", now=now)
    if meeting.held_at:
        raise BadInput("already_held", number=case.number)
    results = [*content.results, *consent_results(meeting, content)]
    write_record(meeting, content)
    write_results(meeting, results)
    write_tasks(meeting, content.tasks)
    tell_present(meeting, now=now)
    text = f"{meeting.record_ky}\x1f{meeting.record_ru}"
    take_step(
        case=case,
        step="meeting",
        actor=actor,
        right="hold_meeting",
        now=now,
        happened_at=content.held_at,
        data={
            "quorum": meeting.has_quorum,
            "settled": sorted(one.row.number for one in results if one.is_settled),
            "tasks": len(content.tasks),
            "sha256": digest(text.encode()),
        },
    )
    return meeting


def consent_results(meeting: Meeting, content: MeetingRecord) -> Iterator[ResultInput]:
    """Where the consent list was taken in one go: each of its rows with the wording of the reply."""
    if content.is_consent_taken:
        said = {one.row.pk for one in content.results}
        for shown in agenda_of_meeting(meeting).consent:
            if shown.published and shown.row.pk not in said:
                reply = shown.published
                yield ResultInput(shown.row, True, reply.wording_ky, reply.wording_ru)


def write_record(meeting: Meeting, content: MeetingRecord) -> None:
    meeting.held_at = content.held_at
    meeting.has_quorum = has_quorum(meeting.case, content.presences)
    meeting.record_ky, meeting.record_ru = content.record_ky, content.record_ru
    meeting.save()
    Presence.objects.bulk_create(
        [
            Presence(
                meeting=meeting,
                party=one.party,
                office=one.office,
                may_decide=one.may_decide,
                is_remote=one.is_remote,
            )
            for one in content.presences
        ]
    )


def has_quorum(case: Case, presences: Sequence[PresenceInput]) -> bool:
    roles = dict(case.participations.values_list("party_id", "role"))
    initiator = any(roles.get(one.party.pk) == "initiator" and one.may_decide for one in presences)
    lsg_side = any(roles.get(one.party.pk) in {"association", "lsg"} for one in presences)
    return initiator and lsg_side


def write_results(meeting: Meeting, results: Sequence[ResultInput]) -> None:
    for one in results:
        if one.row.case_id != meeting.case_id:
            raise BadInput("not_a_row_here", row=one.row.number)
        RowResult.objects.update_or_create(
            row=one.row,
            defaults={
                "meeting": meeting,
                "is_settled": one.is_settled and bool(meeting.has_quorum),
                "wording_ky": one.wording_ky,
                "wording_ru": one.wording_ru,
                "note_ky": one.note_ky,
                "note_ru": one.note_ru,
            },
        )


def write_tasks(meeting: Meeting, tasks: Sequence[TaskInput]) -> None:
    """What the meeting asked of whom, and by when (art. 26)."""
    MeetingTask.objects.bulk_create(
        MeetingTask(
            meeting=meeting,
            party=one.party,
            text_ky=one.text_ky,
            text_ru=one.text_ru,
            due_on=one.due_on,
        )
        for one in tasks
    )


def tell_present(meeting: Meeting, *, now: datetime) -> None:
    """Those who were there learn that the minutes are ready, and until when they may correct them."""
    for party in Party.objects.filter(pk__in=meeting.presences.values("party")).order_by("key"):
        letter = minutes_letter(meeting, party)
        queue_notice(letter=letter, party=party, now=now, again=str(meeting.pk))

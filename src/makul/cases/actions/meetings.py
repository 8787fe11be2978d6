"""Meetings: the invitation, who was there, and what became of each row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from makul.cases.actions.step import stand, take_step
from makul.cases.invitations import invitation, invited_parties
from makul.cases.models import Case, Meeting, Presence, Row, RowResult
from makul.cases.queries.judging import unsettled_rows
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
class MeetingRecord:
    """The record of a meeting held."""

    held_at: datetime
    presences: Sequence[PresenceInput]
    results: Sequence[ResultInput]
    record_ky: str = ""
    record_ru: str = ""


@transaction.atomic
def invite_meeting(
    *, case: Case, planned_at: datetime, place: str, actor: Mandate, now: datetime
) -> Meeting:
    """Invite to a meeting, by letter; a meeting not yet held is moved to the new time.

    Raises BadInput `nothing_unsettled`: without an unsettled row no meeting is needed (art. 25).
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
    told = invited_parties(case)
    for party in told:
        letter = invitation(meeting, party)
        queue_notice(letter=letter, party=party, now=now, again=planned_at.isoformat())
    record(
        subject=case.subject,
        action="invited",
        party=actor.party.key,
        at=now,
        data={
            "planned_at": planned_at.isoformat(),
            "meeting": meeting.pk,
            "to": [party.key for party in told],
        },
    )
    return meeting


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
    write_record(meeting, content)
    write_results(meeting, content.results)
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
            "settled": sorted(one.row.number for one in content.results if one.is_settled),
            "sha256": digest(text.encode()),
        },
    )
    return meeting


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

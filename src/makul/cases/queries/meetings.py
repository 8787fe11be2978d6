"""Reads a meeting: its agenda in two parts, who may have been there, and what its minutes hold."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import Q

from makul.cases.models import AgendaItem, Case, Correction, Meeting, MeetingTask, Presence
from makul.cases.queries.judging import unsettled_rows
from makul.cases.queries.table import TableRow, table_of
from makul.parties.models import Mandate, Party

CONSENT, DISPUTED = AgendaItem.Part.CONSENT, AgendaItem.Part.DISPUTED


@dataclass
class Agenda:
    """The rows of a meeting: the consent list, taken together, and the disputed, one by one."""

    consent: list[TableRow] = field(default_factory=list)
    disputed: list[TableRow] = field(default_factory=list)

    @property
    def rows(self) -> list[TableRow]:
        return [*self.consent, *self.disputed]


def is_near(shown: TableRow) -> bool:
    """Whether the sides are near: the reply takes the row into account in part and offers a wording.

    That wording is what the consent list would settle the row with (Model Order, art. 25).
    """
    reply = shown.published
    return bool(reply and reply.kind == "partly" and (reply.wording_ky or reply.wording_ru))


def proposed_agenda(case: Case) -> Agenda:
    """The agenda as the rule divides it, before anyone has moved a row (two queries)."""
    table = table_of(case, unsettled_rows(case), is_reply_term_over=True)
    return Agenda(
        [one for one in table if is_near(one)], [one for one in table if not is_near(one)]
    )


def agenda_of_meeting(meeting: Meeting) -> Agenda:
    """The agenda as it was sent and moved since; a row that came later is discussed (three queries).

    Of a meeting held it is what was on the agenda; of one to come, what is still unsettled of it.
    """
    case = meeting.case
    parts = dict(meeting.agenda.values_list("row", "part"))
    if not parts:  # invited before agendas were kept, or nothing was near
        return proposed_agenda(case) if not meeting.held_at else discussed(meeting)
    of_agenda = case.rows.filter(pk__in=list(parts))
    rows = of_agenda if meeting.held_at else unsettled_rows(case)
    agenda = Agenda()
    for shown in table_of(case, rows, is_reply_term_over=True):
        is_consent = parts.get(shown.row.pk) == CONSENT
        (agenda.consent if is_consent else agenda.disputed).append(shown)
    return agenda


def discussed(meeting: Meeting) -> Agenda:
    """The rows with a result of this meeting, where no agenda was kept."""
    rows = meeting.case.rows.filter(result__meeting=meeting)
    return Agenda(disputed=table_of(meeting.case, rows, is_reply_term_over=True))


def planned_meeting(case: Case) -> Meeting | None:
    """The meeting invited and not held yet."""
    return case.meetings.filter(held_at__isnull=True).first()


def held_meetings(case: Case) -> list[Meeting]:
    """Those that were held, the latest first."""
    return list(case.meetings.filter(held_at__isnull=False).order_by("-held_at", "-pk"))


def parties_at_table(case: Case, rows: Iterable[TableRow]) -> list[Party]:
    """Who may be at the table: both sides, the desk, the deciders, authors of rows, in this order."""
    authors = [one.row.author_id for one in rows]
    at_table = case.participations.filter(~Q(role="lsg") | Q(party__in=authors))
    seats = at_table.exclude(role="appeal_body").select_related("party")
    order = ("initiator", "association", "lsg", "facilitator", "decider")
    return [
        seat.party for seat in sorted(seats, key=lambda one: (order.index(one.role), one.party.key))
    ]


def offices_of(parties: Iterable[Party]) -> list[Mandate]:
    """The mandates of the parties, those who may sign first (one query)."""
    found = Mandate.objects.filter(party__in=list(parties)).select_related("party")
    return list(found.order_by("party", "-may_sign", "pk"))


@dataclass(frozen=True, slots=True)
class Present:
    """One who was there; `mandate` where the office is known here, valid on that day."""

    presence: Presence
    mandate: Mandate | None


@dataclass(frozen=True, slots=True)
class Minutes:
    """All that the minutes of a meeting say."""

    meeting: Meeting
    number: int  # which meeting of the case
    agenda: Agenda
    present: list[Present]
    absent: list[Party]
    tasks: list[MeetingTask]
    corrections: list[Correction]

    @property
    def settled(self) -> int:
        return sum(bool(one.result and one.result.is_settled) for one in self.agenda.rows)

    @property
    def is_consent_taken(self) -> bool:
        """Whether the consent list was taken in one go."""
        results = [one.result for one in self.agenda.consent]
        return bool(results) and all(one and one.is_settled for one in results)


def minutes_of(meeting: Meeting) -> Minutes:
    """The minutes of a meeting that was held (nine queries, whatever the number of rows)."""
    agenda = agenda_of_meeting(meeting)
    presences = list(meeting.presences.select_related("party").order_by("pk"))
    known = offices_of(one.party for one in presences)
    there = {one.party_id for one in presences}
    called = meeting.case.participations.filter(role__in=("initiator", "association"))
    return Minutes(
        meeting=meeting,
        number=meeting.case.meetings.filter(pk__lte=meeting.pk).count(),
        agenda=agenda,
        present=[Present(one, mandate_behind(one, known, meeting)) for one in presences],
        absent=[
            seat.party for seat in called.select_related("party") if seat.party_id not in there
        ],
        tasks=list(meeting.tasks.select_related("party")),
        corrections=list(meeting.corrections.select_related("party", "by")),
    )


def mandate_behind(
    presence: Presence, known: Iterable[Mandate], meeting: Meeting
) -> Mandate | None:
    """The mandate of the party whose office was named, if it was valid on the day of the meeting."""
    day = (meeting.held_at or meeting.planned_at).date()
    said = presence.office.casefold()
    for one in known:
        offices = {one.office_ky, one.office_ru, one.office_en} - {""}
        is_named = any(office.casefold() in said for office in offices)
        if one.party_id == presence.party_id and is_named and one.is_valid_on(day):
            return one
    return None

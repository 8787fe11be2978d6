"""The letter that invites to a conciliation meeting, in the language of its reader's paperwork."""

from __future__ import annotations

from django.conf import settings
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from makul.cases.answers import place
from makul.cases.models import Case, Meeting
from makul.cases.queries.judging import unsettled_rows
from makul.cases.queries.meetings import Agenda, agenda_of_meeting
from makul.cases.queries.table import TableRow
from makul.notices.actions import Letter
from makul.notices.invitation import meeting_calendar
from makul.notices.writing import Words, letter_to, moment_said, page_address
from makul.parties.models import Party

INVITED = "invited"


def invited_parties(case: Case) -> list[Party]:
    """Both sides, the deciders and the authors of unsettled rows (Order, art. 25)."""
    authors = unsettled_rows(case).values_list("author_id", flat=True)
    called = Q(role__in=("initiator", "association", "decider")) | Q(party__in=authors)
    seats = case.participations.filter(called).select_related("party")
    return [seat.party for seat in seats.order_by("party__key")]


def invitation(meeting: Meeting, party: Party) -> Letter:
    """When, where, and which rows; the table itself is one link away."""
    case, language = meeting.case, party.language
    path = reverse("meeting_agenda", args=[case.number])

    def words() -> Words:
        title = _("Conciliation meeting: case %(number)s") % {"number": case.number}
        return Words(
            title=title,
            opening=_("You are invited to a conciliation meeting on a draft act:"),
            lines=[
                "",
                _("Day and hour (Bishkek): %(day)s") % {"day": moment_said(meeting.planned_at)},
                _("Place: %(place)s") % {"place": meeting.place or _("will be told")},
                "",
                *lines_of(agenda_of_meeting(meeting), language=language),
            ],
            way=_(
                "The agenda, also as Word and PDF, with the replies and who stands behind each row:"
            ),
            calendar=event_of(meeting, title=title, description=case.title(language), path=path),
        )

    return letter_to(party, about=case, kind=INVITED, path=path, words=words)


def event_of(meeting: Meeting, *, title: str, description: str, path: str) -> str:
    """The meeting as iCalendar; a later invitation moves it."""
    return meeting_calendar(
        uid=f"{meeting.case.number}-meeting-{meeting.pk}@{settings.MAKUL_ORIGIN}",
        title=title,
        starts_at=meeting.planned_at,
        place=meeting.place,
        description=description,
        address=page_address(path),
        now=meeting.invited_at or meeting.planned_at,
    )


def lines_of(agenda: Agenda, *, language: str) -> list[str]:
    """The agenda in its two parts, a row to a line; the first only where it holds something."""
    consent = [_("Consent list: settled together, unless a side asks to discuss a row:")]
    parts = [*consent, *named(agenda.consent, language), ""] if agenda.consent else []
    if agenda.disputed:
        parts += [_("For discussion, one by one:"), *named(agenda.disputed, language), ""]
    return parts


def named(rows: list[TableRow], language: str) -> list[str]:
    return [f"{one.row.number}. {place(one, language)}" for one in rows]

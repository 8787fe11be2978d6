"""The letter that invites to a conciliation meeting, in the language of its reader's paperwork."""

from __future__ import annotations

from django.conf import settings
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from makul.cases.models import Case, Meeting
from makul.cases.queries.judging import unsettled_rows
from makul.cases.queries.meetings import Agenda, agenda_of_meeting
from makul.cases.queries.table import TableRow
from makul.core.provisions.labels import label
from makul.notices.actions import Letter
from makul.notices.invitation import meeting_calendar
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
    with translation.override(language):
        title = _("Conciliation meeting: case %(number)s") % {"number": case.number}
        body = body_of(meeting, party, path=path)
    event = meeting_calendar(
        uid=f"{case.number}-meeting-{meeting.pk}@{settings.MAKUL_ORIGIN}",
        title=title,
        starts_at=meeting.planned_at,
        place=meeting.place,
        description=case.title(language),
        address=f"{settings.BASE_URL}{path}",
        now=meeting.invited_at or meeting.planned_at,
    )
    return Letter(
        kind=INVITED,
        subject=case.subject,
        language=language,
        title=title,
        body=body,
        calendar=event,
        path=path,
    )


def body_of(meeting: Meeting, party: Party, *, path: str) -> str:
    case, language = meeting.case, party.language
    at = timezone.localtime(meeting.planned_at)
    day = f"{date_format(at, 'DATE_FORMAT')}, {at:%H:%M}"
    agenda = agenda_of_meeting(meeting)
    parts = [
        party.name(language),
        "",
        _("You are invited to a conciliation meeting on a draft act:"),
        case.title(language) or _("The text in this language is not ready yet."),
        "",
        _("Day and hour (Bishkek): %(day)s") % {"day": day},
        _("Place: %(place)s") % {"place": meeting.place or _("will be told")},
        "",
        *lines_of(agenda, language=language),
        _("The agenda, also as Word and PDF, with the replies and who stands behind each row:"),
        f"{settings.BASE_URL}{path}",
    ]
    if case.is_demonstration:
        parts = [_("DEMONSTRATION: everything in this letter is invented."), "", *parts]
    return "\n".join(parts)


def lines_of(agenda: Agenda, *, language: str) -> list[str]:
    """The agenda in its two parts, a row to a line; the first only where it holds something."""
    consent = [_("Consent list: settled together, unless a side asks to discuss a row:")]
    parts = [*consent, *named(agenda.consent, language), ""] if agenda.consent else []
    if agenda.disputed:
        parts += [_("For discussion, one by one:"), *named(agenda.disputed, language), ""]
    return parts


def named(rows: list[TableRow], language: str) -> list[str]:
    return [
        f"{one.row.number}. "
        + (label(one.row.eid, language=language) if one.row.eid else _("The whole draft"))
        for one in rows
    ]

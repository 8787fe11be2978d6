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
from makul.core.provisions.labels import label
from makul.notices.actions import Letter
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
    with translation.override(language):
        title = _("Conciliation meeting: case %(number)s") % {"number": case.number}
        body = body_of(meeting, party)
    return Letter(kind=INVITED, subject=case.subject, language=language, title=title, body=body)


def body_of(meeting: Meeting, party: Party) -> str:
    case, language = meeting.case, party.language
    at = timezone.localtime(meeting.planned_at)
    day = f"{date_format(at, 'DATE_FORMAT')}, {at:%H:%M}"
    rows = [
        f"{row.number}. {label(row.eid, language=language) if row.eid else _('The whole draft')}"
        for row in unsettled_rows(case)
    ]
    parts = [
        party.name(language),
        "",
        _("You are invited to a conciliation meeting on a draft act:"),
        case.title(language) or _("The text in this language is not ready yet."),
        "",
        _("Day and hour (Bishkek): %(day)s") % {"day": day},
        _("Place: %(place)s") % {"place": meeting.place or _("will be told")},
        "",
        _("Rows that are not settled:"),
        *rows,
        "",
        _("The rows, the replies and who stands behind them:"),
        f"{settings.BASE_URL}{reverse('case_work', args=[case.number])}",
    ]
    if case.is_demonstration:
        parts = [_("DEMONSTRATION: everything in this letter is invented."), "", *parts]
    return "\n".join(parts)

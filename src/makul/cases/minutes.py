"""The letter that says the minutes of a meeting are ready, and until when they may be corrected."""

from __future__ import annotations

from datetime import date

from django.conf import settings
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from makul.cases.models import Meeting
from makul.core.errors import LawGap
from makul.law.days_off import calendar
from makul.law.order import order_terms
from makul.notices.actions import Letter
from makul.parties.models import Party

MINUTES = "minutes"


def protocol_due(meeting: Meeting) -> date | None:
    """The last day for drawing the protocol; nobody can sign before it is drawn."""
    case = meeting.case
    held_on = timezone.localdate(meeting.held_at or meeting.planned_at)
    try:
        days = order_terms(case.edition)["protocol"].on(case.track)
        return calendar().worked_day(held_on, days)
    except LawGap:
        return None


def minutes_letter(meeting: Meeting, party: Party) -> Letter:
    """What to read and what may be done about it, in the language of its reader's paperwork."""
    case, language = meeting.case, party.language
    path = reverse("minutes", args=[case.number, meeting.pk])
    with translation.override(language):
        title = _("The minutes of the meeting are ready: case %(number)s") % {"number": case.number}
        body = body_of(meeting, party, path=path)
    return Letter(
        kind=MINUTES,
        subject=case.subject,
        language=language,
        title=title,
        body=body,
        path=path,
    )


def body_of(meeting: Meeting, party: Party, *, path: str) -> str:
    case, language = meeting.case, party.language
    held = timezone.localtime(meeting.held_at or meeting.planned_at)
    parts = [
        party.name(language),
        "",
        _("The minutes of the conciliation meeting of %(day)s are ready:")
        % {"day": date_format(held, "DATE_FORMAT")},
        case.title(language) or _("The text in this language is not ready yet."),
        "",
        _(
            "You took part. If your words are recorded otherwise than you said them, you may correct the record until the first side signs the protocol. The correction is attached and replaces nothing."
        ),
    ]
    if last_day := protocol_due(meeting):
        said = date_format(last_day, "DATE_FORMAT")
        parts.append(
            _("The protocol is to be drawn by %(day)s, and it can be signed from then on.")
            % {"day": said}
        )
    parts += ["", _("The minutes and the form for a correction:"), f"{settings.BASE_URL}{path}"]
    if case.is_demonstration:
        parts = [_("DEMONSTRATION: everything in this letter is invented."), "", *parts]
    return "\n".join(parts)

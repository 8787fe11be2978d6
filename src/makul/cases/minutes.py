"""The letter that says the minutes of a meeting are ready, and until when they may be corrected."""

from __future__ import annotations

from datetime import date

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from makul.cases.models import Meeting
from makul.core.errors import LawGap
from makul.law.days_off import calendar
from makul.law.order import order_terms
from makul.notices.actions import Letter
from makul.notices.writing import Words, day_said, letter_to
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
    case = meeting.case

    def words() -> Words:
        return Words(
            title=_("The minutes of the meeting are ready: case %(number)s")
            % {"number": case.number},
            opening=_("The minutes of the conciliation meeting of %(day)s are ready:")
            % {"day": day_said(meeting.held_at or meeting.planned_at)},
            lines=[
                "",
                _(
                    "You took part. If your words are recorded otherwise than you said them, you may correct the record until the first side signs the protocol. The correction is attached and replaces nothing."
                ),
                *lines_of_term(protocol_due(meeting)),
                "",
            ],
            way=_("The minutes and the form for a correction:"),
        )

    path = reverse("minutes", args=[case.number, meeting.pk])
    return letter_to(party, about=case, kind=MINUTES, path=path, words=words)


def lines_of_term(last_day: date | None) -> list[str]:
    """When the protocol is due; nothing where the law names no term."""
    if last_day is None:
        return []
    words = _("The protocol is to be drawn by %(day)s, and it can be signed from then on.")
    return [words % {"day": day_said(last_day)}]

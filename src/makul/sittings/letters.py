"""The letters of a sitting: the invitation with its agenda, that it is cancelled, that minutes are drafted."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.conf import settings
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _

from makul.notices.actions import Letter
from makul.notices.invitation import meeting_calendar
from makul.notices.writing import (
    Words,
    day_said,
    letter_to,
    moment_said,
    page_address,
    text_or_gap,
)
from makul.parties.models import Party
from makul.sittings.models import AgendaItem, Minutes, Sitting
from makul.sittings.words import reading_name

INVITED = "invited"  # its delivery is the step of that name
CANCELLED, DRAFTED = "sitting_cancelled", "minutes_sent"


def page_of(name: str, sitting: Sitting) -> str:
    """The page a letter leads to; where no room serves it, the case."""
    for one in (name, "sitting_case", "case"):
        try:
            return reverse(one, args=[sitting.number])
        except NoReverseMatch:
            continue
    return "/"


def invitation_letter(sitting: Sitting, party: Party) -> Letter:
    """When, where, which items touch local communities, and where the opinion is handed in."""
    path = page_of("sitting_opinion", sitting)

    def words() -> Words:
        title = _("Sitting on %(day)s: you are invited, case %(number)s") % {
            "day": day_said(sitting.starts_at),
            "number": sitting.number,
        }
        return Words(
            title=title,
            opening=_("You are invited to a sitting that considers matters of local communities:"),
            lines=[
                "",
                _("Day and hour (Bishkek): %(day)s") % {"day": moment_said(sitting.starts_at)},
                _("Place: %(place)s") % {"place": sitting.place or _("will be told")},
                "",
                _("Items that touch local communities:"),
                *items_said(touching(sitting), language=party.language),
                "",
                _("Your opinion enters the minutes word for word, also if nobody of you can come."),
                "",
            ],
            way=_("The agenda, the texts, and your opinion for the minutes:"),
            calendar=event_of(sitting, title=title, path=path),
        )

    return letter_to(party, about=sitting.case, kind=INVITED, path=path, words=words)


def touching(sitting: Sitting) -> list[AgendaItem]:
    found = sitting.items.filter(touches_local=True, taken_off_at__isnull=True)
    return list(found.order_by("order", "pk"))


def items_said(items: Sequence[AgendaItem], *, language: str) -> list[str]:
    """One line an item: its number, its title, its reading."""
    lines = []
    for item in items:
        reading = f" ({reading_name(item.readings)})" if item.readings else ""
        lines.append(f"{item.order}. {text_or_gap(item.title(language))}{reading}")
    return lines


def event_of(sitting: Sitting, *, title: str, path: str) -> str:
    """The sitting as iCalendar; a later invitation moves it."""
    return meeting_calendar(
        uid=f"{sitting.number}-sitting@{settings.MAKUL_ORIGIN}",
        title=title,
        starts_at=sitting.starts_at,
        place=sitting.place,
        description=title,
        address=page_address(path),
        now=sitting.agenda_sent_at or sitting.starts_at,
    )


def cancelled_letter(sitting: Sitting, party: Party, *, reason: str) -> Letter:
    """That the sitting will not be held, and why."""

    def words() -> Words:
        return Words(
            title=_("Sitting on %(day)s is cancelled: case %(number)s")
            % {"day": day_said(sitting.starts_at), "number": sitting.number},
            opening=_("A sitting to which you were invited will not be held:"),
            lines=["", _("Reason: %(reason)s") % {"reason": reason.strip()}, ""],
            way=_("What is on record of it:"),
        )

    return letter_to(
        party,
        about=sitting.case,
        kind=CANCELLED,
        path=page_of("sitting_case", sitting),
        words=words,
    )


def drafted_letter(minutes: Minutes, party: Party, *, last_day: date | None) -> Letter:
    """That the draft of the minutes can be read, and until when it may be corrected."""
    sitting = minutes.sitting

    def words() -> Words:
        until = (
            _("Last day for corrections: %(day)s, until 24:00.") % {"day": day_said(last_day)}
            if last_day
            else _("Corrections are taken until the minutes are approved.")
        )
        return Words(
            title=_("Draft minutes of the sitting on %(day)s: case %(number)s")
            % {"day": day_said(sitting.starts_at), "number": sitting.number},
            opening=_("The minutes of a sitting at which you were present are drafted:"),
            lines=["", until, ""],
            way=_("Read them and, where your words are not rightly recorded, correct them:"),
        )

    return letter_to(
        party,
        about=sitting.case,
        kind=DRAFTED,
        path=page_of("sitting_minutes_corrected", sitting),
        words=words,
    )

"""Writes each letter: one frame, in the language of its reader's paperwork, around a room's own words.

A new letter is one function. What is marked for translation in `words` is said in the reader's
language, since `letter_to` calls it while that language is on:

    def summons(sitting: Sitting, party: Party) -> Letter:
        def words() -> Words:
            return Words(
                title=_("Sitting of a committee: case %(number)s") % {"number": sitting.case.number},
                opening=_("You are invited to a sitting that considers:"),
                lines=["", _("Day and hour (Bishkek): %(day)s") % {"day": moment_said(sitting.at)}, ""],
                way=_("The agenda, and your opinion for the minutes:"),
            )

        path = reverse("sitting", args=[sitting.case.number])
        return letter_to(party, about=sitting.case, kind="summoned", path=path, words=words)

It then reads: the line of a demonstration, the name of the body, the opening, the title of what it
is about (or that this language of it is not ready), the lines, the way and the address of the page.
`queue_notice(letter=…, party=…, now=…)` puts it into the outbox.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from django.conf import settings
from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from makul.notices.actions import Letter
from makul.parties.models import Party


class About(Protocol):
    """What a letter is about: a case, or anything else the journal knows by a subject."""

    @property
    def subject(self) -> str: ...
    @property
    def is_demonstration(self) -> bool: ...
    def title(self, language: str) -> str: ...


@dataclass(frozen=True, slots=True)
class Words:
    """What one letter says of its own, in the language that is on; an empty line is an empty text.

    Without an `opening` the title of what it is about is not named: the lines begin.
    `way` leads to the address of the page; `after` follows it.
    """

    title: str
    way: str
    opening: str = ""
    lines: Sequence[str] = ()
    after: Sequence[str] = ()
    calendar: str = ""


def letter_to(
    party: Party,
    *,
    about: About,
    kind: str,
    path: str,
    words: Callable[[], Words],
    subject: str = "",
) -> Letter:
    """The whole letter. `subject`: another than that of `about`, where its delivery is no entry of it."""
    with translation.override(party.language):
        said = words()
        return Letter(
            kind=kind,
            subject=subject or about.subject,
            language=party.language,
            title=said.title,
            body="\n".join(framed(said, party, about=about, path=path)),
            calendar=said.calendar,
            path=path,
        )


def framed(said: Words, party: Party, *, about: About, path: str) -> list[str]:
    """The lines of the body, in order."""
    invented = [_("DEMONSTRATION: everything in this letter is invented."), ""]
    named = [said.opening, text_or_gap(about.title(party.language))] if said.opening else []
    return [
        *(invented if about.is_demonstration else []),
        party.name(party.language),
        "",
        *named,
        *said.lines,
        said.way,
        page_address(path),
        *said.after,
    ]


def text_or_gap(text: str) -> str:
    """A legal text, or that it is not there in this language: it is never silently replaced."""
    return text or _("The text in this language is not ready yet.")


def page_address(path: str) -> str:
    """The plain address of a page, as it stands in letters and calendars."""
    return f"{settings.BASE_URL}{path}"


def day_said(at: date | datetime) -> str:
    """A day in words, of a moment its day in Bishkek."""
    return date_format(timezone.localtime(at) if isinstance(at, datetime) else at, "DATE_FORMAT")


def moment_said(at: datetime) -> str:
    """A day in words with the hour, both in Bishkek."""
    return f"{day_said(at)}, {timezone.localtime(at):%H:%M}"

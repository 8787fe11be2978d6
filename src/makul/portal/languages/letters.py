"""The letter that tells an initiator which language of its draft lacks, and where to see it."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _

from makul.notices.actions import Letter
from makul.notices.writing import Words, day_said, letter_to
from makul.parties.models import Party
from makul.portal.languages.reading import Standing

KIND = "language_told"


def language_letter(found: Standing, party: Party, *, is_overdue: bool) -> Letter:
    """In the language of the party's paperwork."""
    return letter_to(
        party,
        about=found.case,
        kind=KIND,
        path=reverse("case_languages", args=[found.case.number]),
        words=lambda: words_of(found, is_overdue=is_overdue),
    )


def words_of(found: Standing, *, is_overdue: bool) -> Words:
    title = _("A language of your draft lacks: case %(number)s")
    if is_overdue:
        title = _("The day you named for the missing text has passed: case %(number)s")
    return Words(
        title=title % {"number": found.case.number},
        lines=[
            *sentences(found, is_overdue=is_overdue),
            "",
            _(
                "The term for positions does not begin for a body until it has the text in the language of its paperwork (Order, article 5)."
            ),
            "",
        ],
        way=_("Article by article:"),
    )


def sentences(found: Standing, *, is_overdue: bool) -> list[str]:
    """What lacks and since when; or that the two texts do not go together."""
    words = {
        "ky": _("Version %(number)s of the draft has no Kyrgyz text since %(day)s."),
        "ru": _("Version %(number)s of the draft has no Russian text since %(day)s."),
    }
    said = [
        words[lack.language] % {"number": lack.number, "day": day_said(lack.since)}
        for lack in found.lacks
    ]
    if is_overdue and found.ready_by:
        day = day_said(found.ready_by)
        said.append(_("You named %(day)s as the day it would be ready.") % {"day": day})
    return said or [
        _(
            "Both texts of the draft are there, but an article, a part or a change stands in one of them only."
        )
    ]

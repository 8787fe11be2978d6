"""The letter that tells an initiator which language of its draft lacks, and where to see it."""

from __future__ import annotations

from django.conf import settings
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from makul.notices.actions import Letter
from makul.parties.models import Party
from makul.portal.languages.reading import Standing

KIND = "language_told"


def language_letter(found: Standing, party: Party, *, is_overdue: bool) -> Letter:
    """In the language of the party's paperwork."""
    case = found.case
    path = reverse("case_languages", args=[case.number])
    with translation.override(party.language):
        number = {"number": case.number}
        title = _("A language of your draft lacks: case %(number)s") % number
        if is_overdue:
            title = _("The day you named for the missing text has passed: case %(number)s") % number
        parts = [
            party.name(party.language),
            "",
            *sentences(found, is_overdue=is_overdue),
            "",
            _(
                "The term for positions does not begin for a body until it has the text in the language of its paperwork (Order, article 5)."
            ),
            "",
            _("Article by article:"),
            f"{settings.BASE_URL}{path}",
        ]
        if case.is_demonstration:
            parts = [_("DEMONSTRATION: everything in this letter is invented."), "", *parts]
    return Letter(
        kind=KIND,
        subject=case.subject,
        language=party.language,
        title=title,
        body="\n".join(parts),
        path=path,
    )


def sentences(found: Standing, *, is_overdue: bool) -> list[str]:
    """What lacks and since when; or that the two texts do not go together."""
    words = {
        "ky": _("Version %(number)s of the draft has no Kyrgyz text since %(day)s."),
        "ru": _("Version %(number)s of the draft has no Russian text since %(day)s."),
    }
    said = [
        words[lack.language] % {"number": lack.number, "day": day_words(lack.since)}
        for lack in found.lacks
    ]
    if is_overdue and found.ready_by:
        day = date_format(found.ready_by, "DATE_FORMAT")
        said.append(_("You named %(day)s as the day it would be ready.") % {"day": day})
    return said or [
        _(
            "Both texts of the draft are there, but an article, a part or a change stands in one of them only."
        )
    ]


def day_words(at: object) -> str:
    return date_format(timezone.localtime(at), "DATE_FORMAT")  # type: ignore[arg-type]

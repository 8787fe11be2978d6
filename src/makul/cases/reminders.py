"""The letter that reminds a body of a draft it has not answered, in the language of its paperwork."""

from __future__ import annotations

from datetime import date

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from makul.cases.models import Case
from makul.cases.queries.reach import REMINDED
from makul.notices.actions import Letter


def reminder(case: Case, *, name: str, language: str, last_day: date | None) -> Letter:
    """What is asked, until when, and what silence means; the page of the answer is one link away."""
    path = reverse("position_edit", args=[case.number])
    with translation.override(language):
        title = _("Your position is still awaited: case %(number)s") % {"number": case.number}
        body = body_of(case, name=name, language=language, last_day=last_day, path=path)
    return Letter(
        kind=REMINDED,
        subject=case.subject,
        language=language,
        title=title,
        body=body,
        path=path,
    )


def body_of(case: Case, *, name: str, language: str, last_day: date | None, path: str) -> str:
    parts = [
        name,
        "",
        _("We asked for your position on a draft act and have no answer from you yet:"),
        case.title(language) or _("The text in this language is not ready yet."),
        "",
    ]
    if last_day:
        day = date_format(last_day, "DATE_FORMAT")
        parts.append(_("Your last day: %(day)s, until 24:00.") % {"day": day})
    parts += [
        _("A position of one word is valid: agreed, or not agreed."),
        _("If you do not answer, we record: no opinion submitted. This is not consent."),
        "",
        _("Answer here:"),
        f"{settings.BASE_URL}{path}",
    ]
    if case.is_demonstration:
        parts = [_("DEMONSTRATION: everything in this letter is invented."), "", *parts]
    return "\n".join(parts)

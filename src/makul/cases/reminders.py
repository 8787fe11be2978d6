"""The letter that reminds a body of a draft it has not answered, in the language of its paperwork."""

from __future__ import annotations

from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from makul.cases.models import Case
from makul.cases.queries.reach import REMINDED
from makul.notices.actions import Letter
from makul.notices.writing import Words, day_said, letter_to
from makul.parties.models import Party


def reminder(case: Case, party: Party, *, last_day: date | None) -> Letter:
    """What is asked, until when, and what silence means; the page of the answer is one link away."""
    return letter_to(
        party,
        about=case,
        kind=REMINDED,
        path=reverse("position_edit", args=[case.number]),
        words=lambda: words_of(case, last_day),
    )


def words_of(case: Case, last_day: date | None) -> Words:
    until = _("Your last day: %(day)s, until 24:00.")
    return Words(
        title=_("Your position is still awaited: case %(number)s") % {"number": case.number},
        opening=_("We asked for your position on a draft act and have no answer from you yet:"),
        lines=[
            "",
            *([until % {"day": day_said(last_day)}] if last_day else []),
            _("A position of one word is valid: agreed, or not agreed."),
            _("If you do not answer, we record: no opinion submitted. This is not consent."),
            "",
        ],
        way=_("Answer here:"),
    )

"""Refusals because the law or its data does not say, and what the pure rules refuse: sums, moments, rows."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

LAW: dict[str, Promise] = {
    "no_days_off": _(
        "The list of days off for {year} is not known yet, so the last day cannot be told. It appears once the list is published."
    ),
    "no_edition": _("No edition of the procedure is known for that day. Tell the facilitator."),
    "no_parameter": _(
        "The law sets no value for that day, so this cannot be reckoned. Tell the facilitator."
    ),
    "agreement_not_sound": _(
        "The terms of this agreement do not hold together: a term is unknown, too short or too long. Tell the facilitator; nothing was recorded."
    ),
    "agreement_left": _("This agreement was left already, from {left_on}; nothing is left to do."),
    "bad_moment": _("Write the day and the hour like this: 15.04.2026 14:30."),
    "not_som": _("«{text}» is not a sum in whole som. Write digits only, for example 1 240 000."),
    "pdf_failed": _("The PDF could not be made. Take the Word file: it holds the same."),
    "objection_softened": _(
        "Row {row} holds an objection and is marked a proposal. Mark it an objection: it must be settled."
    ),
    "minority_merged": _(
        "Row {row} is a minority opinion and holds several remarks. Give each a row of its own."
    ),
    "remarks_lost": _(
        "These filed remarks stand in no row: {remarks}. Put each into a row; nothing may be dropped."
    ),
    "remarks_twice": _(
        "These remarks stand in more than one row: {remarks}. Leave each in one row."
    ),
    "remarks_unknown": _(
        "These remarks were not filed in this case: {remarks}. Take them out of the rows."
    ),
    "nothing_recorded": _("Nothing is recorded under {subject}. Check the number."),
}

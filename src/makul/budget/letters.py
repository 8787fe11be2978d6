"""The letters of a special protocol: what was done, what is asked of the one who reads, by when."""

from __future__ import annotations

from datetime import date, datetime

from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from makul.budget.models import SpecialProtocol
from makul.cases.queries.judging import status_of
from makul.notices.actions import Letter
from makul.notices.writing import Words, day_said, letter_to
from makul.parties.models import Party

OPENINGS: dict[str, Promise] = {
    "special_opened": gettext_lazy("A special protocol was opened:"),
    "special_tabled": gettext_lazy("The other side has tabled its items:"),
    "special_sat": gettext_lazy("The conciliation sitting was held:"),
    "special_to_sign": gettext_lazy("The special protocol was drawn up:"),
    "special_adopted": gettext_lazy("The budget law was adopted:"),
}
ASKED: dict[str, Promise] = {
    "special_opened": gettext_lazy("Table your items with their amounts."),
    "special_tabled": gettext_lazy("State your position and your amounts on each item."),
    "special_sat": gettext_lazy("See what is recommended on each item."),
    "special_to_sign": gettext_lazy("Read it and sign, or refuse and say why."),
    "special_adopted": gettext_lazy("State what was given on each item."),
}
# The step each letter asks for, whose last day it names.
STEPS = {
    "special_opened": "items_tabled",
    "special_tabled": "items_answered",
    "special_sat": "mandate_given",
    "special_to_sign": "special_signed",
    "special_adopted": "given_stated",
}


def special_letter(protocol: SpecialProtocol, party: Party, *, kind: str, now: datetime) -> Letter:
    """What happened, what is asked and by when."""
    last_day = last_day_for(protocol, party, STEPS[kind], now=now)

    def words() -> Words:
        asked = [str(ASKED[kind])]
        if last_day:
            asked.append(_("Last day: %(day)s") % {"day": day_said(last_day)})
        return Words(
            title=_("Special protocol for %(year)s: case %(number)s")
            % {"year": protocol.budget_year, "number": protocol.case.number},
            opening=str(OPENINGS[kind]),
            lines=["", *asked, ""],
            way=_("All items with both sides' figures:"),
        )

    path = reverse("special_protocol_work", args=[protocol.case.number])
    return letter_to(party, about=protocol.case, kind=kind, path=path, words=words)


def last_day_for(
    protocol: SpecialProtocol, party: Party, step: str, *, now: datetime
) -> date | None:
    """The last day of a party's term for a step, as the judge says it."""
    due = status_of(protocol.case, today=timezone.localdate(now)).due
    return next((d.last_day for d in due if (d.step, d.party) == (step, party.key)), None)

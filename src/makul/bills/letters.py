"""The letters of the watch: that a bill was noticed, or that so many were that the list tells them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from makul.bills.models import Alert
from makul.bills.words import INITIATORS
from makul.notices.actions import Letter
from makul.notices.writing import Words, day_said, letter_to
from makul.parties.models import Party

SUBJECT = "bills"
TITLES: dict[str, Promise] = {
    "no_case": gettext_lazy("A bill touches local communities and has no conciliation: %(number)s"),
    "agenda_change": gettext_lazy("The agenda was changed for a bill: %(number)s"),
    "fast_track": gettext_lazy("A bill goes through several readings at once: %(number)s"),
    "reopened": gettext_lazy("An amendment reopens a settled row: bill %(number)s"),
}


def alert_letter(alert: Alert, party: Party) -> Letter:
    """What was noticed of which bill, and the page where the ready opinion lies."""
    bill = alert.bill

    def words() -> Words:
        on = alert.event.on if alert.event else bill.registered_on
        return Words(
            title=str(TITLES[alert.kind]) % {"number": bill.number},
            opening=_("The watch on bills noticed a bill:"),
            lines=[
                "",
                _("Initiator: %(name)s")
                % {"name": bill.initiator or INITIATORS[bill.initiator_kind]},
                _("Day of what was noticed: %(day)s") % {"day": day_said(on)},
                "",
                _("An opinion on your own initiative lies ready, in Kyrgyz and in Russian."),
            ],
            way=_("Read it, open a case, file the opinion or let it be with a reason:"),
        )

    path = reverse("bill_alert", args=[alert.pk])
    return letter_to(party, about=bill, kind=f"alert_{alert.kind}", path=path, words=words)


@dataclass(frozen=True, slots=True)
class Many:
    """What a letter on many bills at once is about: the register as a whole."""

    is_demonstration: bool
    subject: str = SUBJECT

    def title(self, language: str) -> str:
        return ""


def many_letter(count: int, party: Party) -> Letter:
    """One letter where a whole register was read: nobody opens a hundred letters."""
    return letter_to(
        party,
        about=Many(party.is_demonstration),
        kind="alerts_many",
        path=reverse("bills_desk"),
        words=words_of_many(count),
    )


def words_of_many(count: int) -> Callable[[], Words]:
    return lambda: Words(
        title=_("The watch on bills noticed %(count)s bills at once") % {"count": count},
        lines=[
            _("A register was read, and so many of its bills touch local communities."),
            _("Opinions are drawn up one after another; the list shows which are ready."),
            "",
        ],
        way=_("The list:"),
    )

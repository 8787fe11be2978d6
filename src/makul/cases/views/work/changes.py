"""How a change is told in words on the page of today, and where it is read."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from makul.cases.queries.changes import Change
from makul.cases.views.work.page import address
from makul.cases.views.work.words import step_name

# What is more than the name of a step: sentences for what people wait for most.
SAID: dict[str, Promise] = {
    "replied": _("The ministry has answered the remarks"),
    "invited": _("Invitation to the meeting"),
    "row_to_discuss": _("A row is moved to the discussion"),
    "meeting": _("The minutes of the meeting are ready"),
    "minutes_corrected": _("The minutes were corrected by one who was present"),
    "protocol": _("The protocol is drawn"),
    "signed": _("The protocol is signed"),
}
PAGES: dict[str, str] = {
    "invited": "meeting_agenda",
    "row_to_discuss": "meeting_agenda",
    "meeting": "latest_minutes",
    "minutes_corrected": "latest_minutes",
    "protocol": "protocol_sign",
    "signed": "protocol_sign",
    "signature_refused": "protocol_sign",
}


def change_words(change: Change) -> str:
    """What happened, in a few words; in a procedure with pages of its own, the name of the step there."""
    if own_page(change):
        return step_name(change.step)
    return str(SAID.get(change.step) or step_name(change.step))


def own_page(change: Change) -> str:
    """The work page of a mechanism with a procedure of its own, found by its name."""
    return address(f"{change.case.procedure}_work", change.case.number)


def page_of_change(change: Change) -> str:
    """Where it is read; of replies to our own remarks, the page that tells what became of them."""
    if own := own_page(change):
        return own
    number = change.case.number
    name = "own_remarks" if change.replies else PAGES.get(change.step, "case_work")
    return address(name, number) or address("case_work", number)

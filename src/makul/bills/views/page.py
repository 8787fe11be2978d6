"""What the pages of bills share: how a bill, an event and an alert are said."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _

from makul.bills import words
from makul.bills.models import Alert, Bill, BillEvent
from makul.bills.stages import BECAME_LAW
from makul.core.provisions import label
from makul.law.forms import phrase


def line_of(bill: Bill) -> dict[str, Any]:
    """A bill as a line of a list."""
    return {
        "bill": bill,
        "initiator": bill.initiator or words.INITIATORS[bill.initiator_kind],
        "stage": words.STAGES[bill.stage],
        "is_fast": bill.track == "fast",
        "alerts": [alert_tag(alert) for alert in bill.alerts.all()],
        "is_passed": is_passed(bill),
    }


def is_passed(bill: Bill) -> bool:
    """Became law past the local bodies (the same as `queries.listing.PASSED`)."""
    touching = bill.touches in {Bill.Touches.LIKELY, Bill.Touches.YES}
    unasked = bill.case_id is None or bill.matched_by == "motion"
    return touching and bill.stage in BECAME_LAW and unasked


def alert_tag(alert: Alert) -> dict[str, Any]:
    return {
        "alert": alert,
        "word": words.ALERTS[alert.kind],
        "answer": words.ANSWERS[alert.answer],
        "is_open": alert.answered_at is None,
    }


def interests_of(bill: Bill, *, language: str) -> list[dict[str, Any]]:
    """Each kind of interest with the words found for it."""
    return [
        {
            "word": phrase("interest", kind, language=language),
            "found": ", ".join(bill.hints.get(kind, ())),
        }
        for kind in bill.interests
    ]


def event_line(event: BillEvent, *, language: str) -> dict[str, Any]:
    return {
        "event": event,
        "word": words.EVENTS[event.kind],
        "readings": event.readings.replace(",", ", "),
        "places": places(event.eids, language=language),
        "text": getattr(event, f"text_{language}", "") or event.text_ky or event.text_ru,
        "is_sitting": event.told_by.startswith("sitting:"),
    }


def places(eids: Iterable[str], *, language: str) -> str:
    return ", ".join(label(eid, language=language) for eid in eids)


def state_of(bill: Bill) -> str:
    """One sentence: what is so now."""
    if is_passed(bill) and bill.case_id is None:
        return _("It became law and local self-government was not asked.")
    if is_passed(bill):
        return _("It became law past the conciliation that the association opened itself.")
    if bill.case_id:
        return _("It has a conciliation with local self-government.")
    if bill.touches == Bill.Touches.NO:
        return _("It was found not to touch local communities.")
    if bill.touches == Bill.Touches.UNKNOWN:
        return _("Nobody has found yet whether it touches local communities.")
    return _("It touches local communities, and nobody has asked them: there is no conciliation.")

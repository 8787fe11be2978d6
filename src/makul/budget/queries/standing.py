"""Reads how a special protocol stands: the mandate of the association, the last day of the committees."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from makul.budget.models import SpecialProtocol
from makul.journal.models import Entry


@dataclass(frozen=True, slots=True)
class MandateGiven:
    """What the association's board decided: `granted`, `not_granted`, or empty where it did not."""

    value: str = ""
    on: date | None = None
    document: str = ""


def mandate_of(protocol: SpecialProtocol) -> MandateGiven:
    """The last word of the board on record (one query)."""
    entry = (
        Entry.objects.filter(subject=protocol.case.subject, action="mandate_given")
        .order_by("-number")
        .first()
    )
    if entry is None:
        return MandateGiven()
    value = "not_granted" if entry.value == "not_granted" else "granted"
    return MandateGiven(value, timezone.localdate(entry.at), str(entry.data.get("document", "")))

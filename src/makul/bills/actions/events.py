"""Keeps what happened to a bill, as a register or a sitting told it, and what the watch makes of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction

from makul.bills.actions.raising import raise_for_event
from makul.bills.models import Bill, BillEvent
from makul.bills.stages import is_fast, stage_after
from makul.core.errors import BadInput
from makul.documents.storing import digest
from makul.journal.actions import lock, record
from makul.parties.models import Mandate


@transaction.atomic
def note_event(  # noqa: PLR0913 - an event has so many sides, each told by name
    *,
    bill: Bill,
    kind: str,
    on: date,
    key: str,
    readings: str = "",
    eids: Sequence[str] = (),
    text_ky: str = "",
    text_ru: str = "",
    told_by: str,
    actor: Mandate | None,
    now: datetime,
) -> BillEvent:
    """An event of a bill, and at once the alerts that follow from it; told twice is told once.

    `key` names the event in its source ("sitting:2026-0012:item-3"); `told_by` is the register or
    "sitting:<case number>". `readings`: "2", or "2,3" where several are taken at once. `eids`: what
    an amendment touches. Whether the actor may tell it is asked by the room that tells it.
    Raises: BadInput `unknown_event`.
    """
    lock()
    bill = Bill.objects.select_for_update().get(pk=bill.pk)
    known = BillEvent.objects.filter(bill=bill, key=key).first()
    if known:
        return known
    event = BillEvent(bill=bill, key=key, kind=kind, on=on, readings=readings, eids=list(eids))
    event.text_ky, event.text_ru, event.told_by, event.read_at = text_ky, text_ru, told_by, now
    keep_event(event, party=actor.party.key if actor else told_by, now=now)
    return event


def keep_event(event: BillEvent, *, party: str, now: datetime) -> None:
    """The event with what follows from it, and its entry."""
    if event.kind not in BillEvent.Kind.values:
        raise BadInput("unknown_event", kind=event.kind)
    event.save()
    follow(event.bill, event)
    raised = raise_for_event(event, now=now)
    record(
        subject=event.bill.subject,
        action="bill_event",
        party=party,
        at=now,
        value=event.kind,
        data={
            "bill": f"{event.bill.source} {event.bill.number}",
            "on": event.on.isoformat(),
            "readings": event.readings,
            "eids": event.eids,
            "sha256": digest(f"{event.text_ky}\n{event.text_ru}".encode()),
            "alerts": [alert.key for alert in raised],
        },
    )


def follow(bill: Bill, event: BillEvent) -> None:
    """The bill stands where the event has brought it."""
    bill.stage = stage_after(bill.stage, kind=event.kind, readings=event.readings)
    if is_fast(event.kind, event.readings):
        bill.track = "fast"
    bill.save(update_fields=["stage", "track"])

"""Sets the agenda of a sitting and changes it; a change after it was sent is told to the register of bills."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from makul.bills.actions.events import note_event
from makul.bills.models import Bill, BillEvent
from makul.cases.actions.step import judge, stand, take_step
from makul.cases.models import Case, Participation
from makul.core.errors import BadInput
from makul.documents.models import Version
from makul.journal.actions import record
from makul.journal.models import Entry
from makul.parties.models import Mandate
from makul.sittings.models import AgendaItem, Sitting
from makul.sittings.queries.houses import associations_for

READINGS = ("", "1", "2", "3", "1,2", "2,3", "1,2,3")
TOUCHES, OTHER = "touches", "other"


@dataclass(frozen=True, slots=True)
class ItemInput:
    """An item of the agenda: a bill in its readings, or another matter with a title of its own.

    `reason`: why it touches local communities, or, of a bill, why it does not.
    """

    title_ky: str = ""
    title_ru: str = ""
    bill: Bill | None = None
    conciliation: Case | None = None
    version: Version | None = None
    readings: str = ""
    touches_local: bool = False
    reason: str = ""


@transaction.atomic
def add_item(*, sitting: Sitting, content: ItemInput, actor: Mandate, now: datetime) -> AgendaItem:
    """Put an item on the agenda. One that touches local communities brings the associations in.

    After the agenda was sent it is a change of it, and the invitation is owed anew.
    Raises: NotAllowed; BadInput `no_title`, `unknown_reading`, `give_a_reason`.
    """
    stand(sitting.case, actor, "set_agenda", now=now)
    check_item(content)
    last = sitting.items.aggregate(last=Max("order"))["last"] or 0
    item = AgendaItem(sitting=sitting, order=last + 1, added_at=now, added_by=actor)
    write_item(item, content)
    item.was_late = is_sent(sitting)
    item.save()
    seat_associations(item, now=now)
    tell_bill(item, is_changed=item.was_late, actor=actor, now=now)
    note_agenda(item, what="added", actor=actor, now=now)
    return item


@transaction.atomic
def change_item(
    *, item: AgendaItem, content: ItemInput, actor: Mandate, now: datetime
) -> AgendaItem:
    """Change an item: its readings, its text, whether it touches local communities.

    Raises: NotAllowed; BadInput as `add_item` does.
    """
    stand(item.sitting.case, actor, "set_agenda", now=now)
    check_item(content)
    former = (item.readings, item.touches_local)
    write_item(item, content)
    item.save()
    seat_associations(item, now=now)
    if former != (item.readings, item.touches_local):
        tell_bill(item, is_changed=is_sent(item.sitting), actor=actor, now=now)
    note_agenda(item, what="changed", actor=actor, now=now)
    return item


@transaction.atomic
def take_off_item(*, item: AgendaItem, reason: str, actor: Mandate, now: datetime) -> AgendaItem:
    """Take an item off; it stays on record with its reason. Taken off twice is once.

    Raises: NotAllowed; BadInput `give_a_reason`.
    """
    stand(item.sitting.case, actor, "set_agenda", now=now)
    if not reason.strip():
        raise BadInput("give_a_reason")
    item.taken_off_at = item.taken_off_at or now
    item.save(update_fields=["taken_off_at"])
    note_agenda(item, what="taken_off", actor=actor, now=now, reason=reason.strip()[:400])
    return item


@transaction.atomic
def order_items(*, sitting: Sitting, items: Sequence[int], actor: Mandate, now: datetime) -> Entry:
    """Put the items into another order, named by their keys; those left out keep to the end.

    Raises: NotAllowed; BadInput `item_of_another_sitting`.
    """
    stand(sitting.case, actor, "set_agenda", now=now)
    known = {item.pk: item for item in sitting.items.all()}
    if unknown := [key for key in items if key not in known]:
        raise BadInput("item_of_another_sitting", item=unknown[0])
    wanted = [*dict.fromkeys(items), *(key for key in known if key not in items)]
    for order, key in enumerate(wanted, 1):
        known[key].order = order
    AgendaItem.objects.bulk_update(known.values(), ["order"])
    return note_order(sitting, wanted, actor=actor, now=now)


def check_item(content: ItemInput) -> None:
    if not (content.bill or content.title_ky.strip() or content.title_ru.strip()):
        raise BadInput("no_title")
    if content.readings not in READINGS:
        raise BadInput("unknown_reading", numbers=content.readings)
    if content.bill and not content.touches_local and not content.reason.strip():
        raise BadInput("give_a_reason")


def write_item(item: AgendaItem, content: ItemInput) -> None:
    bill = content.bill
    item.bill, item.version = bill, content.version
    item.conciliation = content.conciliation or (bill.case if bill else None)
    item.title_ky = content.title_ky.strip() or (bill.title_ky if bill else "")
    item.title_ru = content.title_ru.strip() or (bill.title_ru if bill else "")
    item.readings = content.readings
    item.touches_local, item.reason = content.touches_local, content.reason.strip()


def is_sent(sitting: Sitting) -> bool:
    return Sitting.objects.filter(pk=sitting.pk, agenda_sent_at__isnull=False).exists()


def seat_associations(item: AgendaItem, *, now: datetime) -> None:
    """The associations an item concerns take part from now on; those already in stay."""
    if not item.touches_local:
        return
    case = item.sitting.case
    seated = set(case.participations.values_list("party_id", flat=True))
    Participation.objects.bulk_create(
        Participation(case=case, party=party, role="association")
        for party in associations_for(item, on=timezone.localdate(now))
        if party.pk not in seated
    )


def tell_bill(item: AgendaItem, *, is_changed: bool, actor: Mandate, now: datetime) -> None:
    """The register of bills learns that a bill is on an agenda; several readings raise the watch."""
    if item.bill is None:
        return
    kind = BillEvent.Kind.AGENDA_CHANGED if is_changed else BillEvent.Kind.AGENDA
    if item.is_fast:
        kind = BillEvent.Kind.FAST_TRACK
    number = item.sitting.number
    note_event(
        bill=item.bill,
        kind=kind,
        on=timezone.localdate(now),
        key=f"sitting:{number}:item-{item.pk}:{kind}:{item.readings}",
        readings=item.readings,
        told_by=f"sitting:{number}",
        actor=actor,
        now=now,
    )


def note_agenda(
    item: AgendaItem, *, what: str, actor: Mandate, now: datetime, reason: str = ""
) -> Entry:
    """The entry of one change: part of setting the agenda, or a step of its own once it was sent."""
    facts = {
        "item": item.pk,
        "order": item.order,
        "what": what,
        "bill": f"{item.bill.source} {item.bill.number}" if item.bill else "",
        "readings": item.readings,
        "reason": reason or item.reason,
    }
    is_owed = item.touches_local and what != "taken_off"
    return note_change(
        item.sitting, value=TOUCHES if is_owed else OTHER, facts=facts, actor=actor, now=now
    )


def note_order(sitting: Sitting, wanted: Sequence[int], *, actor: Mandate, now: datetime) -> Entry:
    facts = {"what": "ordered", "items": list(wanted)}
    return note_change(sitting, value=OTHER, facts=facts, actor=actor, now=now)


def note_change(
    sitting: Sitting, *, value: str, facts: Mapping[str, object], actor: Mandate, now: datetime
) -> Entry:
    if is_sent(sitting):
        return take_step(
            case=sitting.case,
            step="agenda_changed",
            actor=actor,
            right="set_agenda",
            now=now,
            value=value,
            data=dict(facts),
        )
    entry = record(
        subject=sitting.case.subject,
        action="agenda_set",
        party=actor.party.key,
        at=now,
        value=value,
        data=dict(facts),
    )
    judge(sitting.case, now=now)
    return entry

"""Writes the readings of a bill: the text considered, the vote, and what became of each row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from makul.bills.actions.events import note_event
from makul.bills.models import Bill, BillEvent
from makul.cases.models import Row
from makul.core.errors import BadInput
from makul.documents.actions import add_version, register_document
from makul.documents.models import Document, Version
from makul.documents.storing import File
from makul.journal.actions import record
from makul.journal.models import Entry
from makul.parties.access import ROLE_OF_KIND, require
from makul.parties.models import Mandate
from makul.sittings.models import AgendaItem, Reading, RowFate

NUMBERS = ("1", "2", "3", "1,2", "2,3", "1,2,3")


@dataclass(frozen=True, slots=True)
class ReadingInput:
    """One reading, or several at once; what nobody knows stays None."""

    numbers: str
    read_on: date
    item: AgendaItem | None = None
    version: Version | None = None
    votes_for: int | None = None
    votes_against: int | None = None
    abstained: int | None = None
    is_carried: bool | None = None


@dataclass(frozen=True, slots=True)
class FateInput:
    """What the text considered made of a row; `amendment`: its number and who moved it, by office."""

    row: Row
    result: str
    eid: str = ""
    wording_ky: str = ""
    wording_ru: str = ""
    amendment: str = ""


def stand_for_bill(actor: Mandate, right: str, *, now: datetime) -> None:
    """A bill has no roles of its own: what counts is what kind of body one acts for."""
    require(actor, right, role=ROLE_OF_KIND.get(actor.party.kind), on=timezone.localdate(now))


def put_bill_text(*, bill: Bill, files: Sequence[File], actor: Mandate, now: datetime) -> Document:
    """The text of a bill as it is to be read, in the languages there are; the former texts stay.

    Raises: NotAllowed; BadInput `no_files`, and what reading the texts refuses.
    """
    stand_for_bill(actor, "put_bill_text", now=now)
    if not files:
        raise BadInput("no_files")
    known = Document.objects.filter(subject=bill.subject, kind=Document.Kind.DRAFT).last()
    if known:
        return add_version(document=known, files=files, actor=actor, now=now)
    return register_document(
        subject=bill.subject, kind=Document.Kind.DRAFT, files=files, actor=actor, now=now
    )


@transaction.atomic
def record_reading(*, bill: Bill, content: ReadingInput, actor: Mandate, now: datetime) -> Reading:
    """A reading goes on record with its text and its vote. Told twice it is one reading, corrected.

    The register of bills is told too, unless the vote was lost: a fact, and an entry, of its own.

    Raises: NotAllowed; BadInput `unknown_reading`, `in_the_future`, `item_of_another_bill`.
    """
    stand_for_bill(actor, "record_reading", now=now)
    check_reading(bill, content, now=now)
    given = {
        "item": content.item,
        "version": content.version,
        "votes_for": content.votes_for,
        "votes_against": content.votes_against,
        "abstained": content.abstained,
        "is_carried": content.is_carried,
        "recorded_by": actor,
        "recorded_at": now,
    }
    reading, _new = Reading.objects.update_or_create(
        bill=bill, numbers=content.numbers, read_on=content.read_on, defaults=given
    )
    if content.is_carried is not False:
        tell_reading(reading, actor=actor, now=now)
    record(
        subject=bill.subject,
        action="bill_read",
        party=actor.party.key,
        at=now,
        value=content.numbers,
        data=facts_of(content),
    )
    return reading


def tell_reading(reading: Reading, *, actor: Mandate, now: datetime) -> None:
    """The register of bills learns of it; several readings at once raise the watch there."""
    note_event(
        bill=reading.bill,
        kind=BillEvent.Kind.READING,
        on=reading.read_on,
        key=f"reading:{reading.numbers}:{reading.read_on.isoformat()}",
        readings=reading.numbers,
        told_by=teller(reading),
        actor=actor,
        now=now,
    )


def teller(reading: Reading) -> str:
    return f"sitting:{reading.item.sitting.number}" if reading.item else "reading"


def check_reading(bill: Bill, content: ReadingInput, *, now: datetime) -> None:
    if content.numbers not in NUMBERS:
        raise BadInput("unknown_reading", numbers=content.numbers)
    if content.read_on > timezone.localdate(now):
        raise BadInput("in_the_future", at=content.read_on)
    if content.item and content.item.bill_id != bill.pk:
        raise BadInput("item_of_another_bill", item=content.item.order)


def facts_of(content: ReadingInput) -> dict[str, object]:
    """What the entry says of a reading: its day, its sitting, its text, its vote."""
    return {
        "read_on": content.read_on.isoformat(),
        "sitting": content.item.sitting.number if content.item else "",
        "sha256": content.version.blob_id if content.version else "",
        "votes": [content.votes_for, content.votes_against, content.abstained],
        "carried": content.is_carried,
    }


@transaction.atomic
def trace_rows(
    *, reading: Reading, fates: Sequence[FateInput], actor: Mandate, now: datetime
) -> Entry:
    """Publish what the text considered made of each row of the conciliation; every row is named.

    A row that an amendment reopened is told to the register of bills, which raises the watch.

    Raises: NotAllowed; BadInput `no_conciliation`, `rows_left_out`, `not_a_row_here`,
    `unknown_result`, `reopened_by_what`.
    """
    stand_for_bill(actor, "record_reading", now=now)
    check_fates(reading, fates)
    for one in fates:
        RowFate.objects.update_or_create(
            reading=reading,
            row=one.row,
            defaults={
                "result": one.result,
                "eid": one.eid,
                "wording_ky": one.wording_ky,
                "wording_ru": one.wording_ru,
                "amendment": one.amendment,
            },
        )
    tell_reopened(reading, fates, actor=actor, now=now)
    return record(
        subject=reading.bill.subject,
        action="rows_traced",
        party=actor.party.key,
        at=now,
        value=reading.numbers,
        data={"rows": {str(one.row.number): one.result for one in fates}},
    )


def check_fates(reading: Reading, fates: Sequence[FateInput]) -> None:
    case = reading.bill.case
    if case is None:
        raise BadInput("no_conciliation", number=reading.bill.number)
    known = dict(case.rows.values_list("pk", "number"))
    left_out = set(known) - {one.row.pk for one in fates}
    if left_out:
        raise BadInput("rows_left_out", rows=sorted(known[key] for key in left_out))
    for one in fates:
        if one.row.pk not in known:
            raise BadInput("not_a_row_here", row=one.row.number)
        if one.result not in RowFate.Result.values:
            raise BadInput("unknown_result", result=one.result)
        if one.result == RowFate.Result.REOPENED and not (
            one.amendment.strip() or one.wording_ky.strip() or one.wording_ru.strip()
        ):
            raise BadInput("reopened_by_what", row=one.row.number)


def tell_reopened(
    reading: Reading, fates: Sequence[FateInput], *, actor: Mandate, now: datetime
) -> None:
    """The amendments that reopened rows, as one event of the bill."""
    undone = [one for one in fates if one.result == RowFate.Result.REOPENED]
    if not undone:
        return
    note_event(
        bill=reading.bill,
        kind=BillEvent.Kind.AMENDMENT,
        on=reading.read_on,
        key=f"reopened:{reading.pk}",
        readings=reading.numbers,
        eids=sorted({one.row.eid for one in undone}),
        text_ky="\n".join(one.wording_ky or one.amendment for one in undone),
        text_ru="\n".join(one.wording_ru or one.amendment for one in undone),
        told_by=teller(reading),
        actor=actor,
        now=now,
    )

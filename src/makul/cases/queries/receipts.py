"""Reads what a receipt says: the entry of a filing, the code by which it is checked, what it started."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from makul.cases.codes import Picture, qr_picture, verify_address
from makul.cases.models import Position, Remark
from makul.cases.queries.work import working_days_left
from makul.core.procedure import Due, Status
from makul.documents.models import Version
from makul.journal.models import Entry

GROUPS, LETTERS = 3, 4
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's: no letter is taken for another
FILINGS = ("position", "association_position")
# What comes after a filing, as it is told to the one who filed.
NEXT = ("association_position", "replied")


@dataclass(frozen=True, slots=True)
class Receipt:
    """What a receipt says of a filing: its entry and code, whether it came in its term, its sums."""

    position: Position
    remarks: list[Remark]
    entry: Entry
    code: str
    address: str  # where anyone checks the code
    last_day: date | None  # of the body's term, where one ran
    scan: str = ""  # digest of the letter it was entered from
    outgoing: str = ""  # number and day that letter bears

    @property
    def is_late(self) -> bool:
        at = self.position.filed_at
        return bool(at and self.last_day and timezone.localdate(at) > self.last_day)

    @property
    def once_som(self) -> int | None:
        return _sum(one.once_som for one in self.remarks)

    @property
    def yearly_som(self) -> int | None:
        return _sum(one.yearly_som for one in self.remarks)

    @property
    def picture(self) -> Picture:
        return qr_picture(self.address)


def receipt_of(position: Position, status: Status) -> Receipt:
    """The receipt (form F11) of a filed position (two queries)."""
    entry = entry_of(position)
    key = position.party.key
    last_days = [one.last_day for one in status.kept if one.party == key and one.step in FILINGS]
    code = code_of(entry)
    return Receipt(
        position=position,
        remarks=list(position.remarks.order_by("order")),
        entry=entry,
        code=code,
        address=verify_address(code),
        last_day=last_days[0] if last_days else None,
        scan=str(entry.data.get("scan", "")) if position.is_paper else "",
        outgoing=str(entry.data.get("outgoing", "")) if position.is_paper else "",
    )


def _sum(sums: Iterable[int | None]) -> int | None:
    known = [som for som in sums if som is not None]
    return sum(known) if known else None


def entry_of(position: Position) -> Entry:
    """The entry by which the position was filed; its number ends the number of the receipt."""
    number = position.receipt.rpartition("-")[2]
    return Entry.objects.get(number=int(number), subject=position.case.subject)


def scan_of(position: Position) -> Version | None:
    """The scan of the letter that a position was entered from, named in its entry (two queries)."""
    if not position.is_paper:
        return None
    subject, digest = position.case.subject, entry_of(position).data.get("scan", "")
    found = Version.objects.filter(blob=digest, document__subject=subject)
    return found.select_related("document").order_by("pk").first()


def code_of(entry: Entry) -> str:
    """The first 60 bits of the entry's hash in twelve letters that can be read aloud.

    Two entries of one journal share a code once in some billion journals; who looks an entry up by
    its code checks the whole hash after it.
    """
    number = int(entry.hash[:15], 16)
    signs = []
    for _place in range(GROUPS * LETTERS):
        number, sign = divmod(number, 32)
        signs.append(ALPHABET[sign])
    text = "".join(reversed(signs))
    return "-".join(text[at : at + LETTERS] for at in range(0, len(text), LETTERS))


def started_by(position: Position, status: Status, *, today: date) -> list[dict[str, Any]]:
    """The filing, then whose turn it is, until when and why."""
    steps: list[dict[str, Any]] = [
        {"state": "done", "title": _("Your answer is on record"), "at": position.filed_at}
    ]
    titles = {
        "association_position": _(
            "The association merges alike remarks; your name stays behind each"
        ),
        "replied": _("The ministry replies to each remark; the reply is open to you"),
    }
    for step in NEXT:
        due = next((one for one in status.due if one.step == step), None)
        steps.append({"state": "todo", "title": titles[step], **term_of(due, today=today)})
    return steps


def term_of(due: Due | None, *, today: date) -> dict[str, Any]:
    if due is None:
        return {}
    left = working_days_left(today, due.last_day)
    return {"last_day": due.last_day, "left": left, "because": due.because}

"""Keeps checked rows in batches: new bills, changed ones, their events, the cases they belong to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import transaction

from makul.bills.actions.raising import WATCHED
from makul.bills.intake.inserting import insert_many
from makul.bills.intake.matching import Match, Titles
from makul.bills.intake.row import KEPT, BillRow, Refusal
from makul.bills.intake.screening import screened
from makul.bills.models import Bill, BillEvent, Suggestion
from makul.bills.stages import is_fast, stage_after
from makul.cases.models import Case
from makul.core.wordforms import searchable
from makul.parties.models import Party

OWN = tuple(name for name in KEPT if name not in {"registered_on", "events", "case_number"})
DECIDED = frozenset({Bill.Touches.YES, Bill.Touches.NO})
UPDATED = (
    *(name for name in OWN if name not in {"number", "committee"}),
    *("registered_on", "committee", "case", "track", "matched_by", "touches", "interests", "hints"),
    *("row_sha256", "search", "read_at"),
)
SHOWN_VALUE = 120
WORD = re.compile(r"\w+")


@dataclass
class Batch:
    """What became of some rows."""

    new: int = 0
    changes: list[dict[str, Any]] = field(default_factory=list)
    refusals: list[Refusal] = field(default_factory=list)
    touching: int = 0


class Keeper:
    """Keeps the rows of one register; what all batches need is read once."""

    def __init__(self, source: str, *, is_demonstration: bool, now: datetime) -> None:
        self.source, self.is_demonstration, self.now = source, is_demonstration, now
        self.suggested: dict[str, list[Match]] = {}  # by number of the bill
        self.titles = Titles.of_cases(is_demonstration=is_demonstration)
        committees = Party.objects.filter(
            kind=Party.Kind.COMMITTEE, is_demonstration=is_demonstration
        )
        self.committees = {
            name: party
            for party in committees.order_by("-pk")
            for name in (party.key, party.name_ky, party.name_ru)
        }

    @transaction.atomic
    def keep(self, rows: Sequence[BillRow]) -> Batch:
        """The rows in the register; those it knows already as they are cost nothing."""
        batch = Batch()
        self.suggested.clear()
        known = self._known(rows)
        fresh = [row for row in rows if known.get(row.number, (0, ""))[1] != row.sha256]
        cases, fresh = self._cases(fresh, batch)
        new = [(self._new(row, cases), row) for row in fresh if row.number not in known]
        self._insert([bill for bill, _row in new])
        batch.new = len(new)
        changed = self._changed([row for row in fresh if row.number in known], cases, batch)
        self._keep_events([*new, *changed], known)
        self._suggest([bill for bill, _row in (*new, *changed) if bill.case_id is None])
        batch.touching = sum(bill.touches == Bill.Touches.LIKELY for bill, _row in new)
        return batch

    def _insert(self, bills: Sequence[Bill]) -> None:
        """New bills, which learn their keys (two queries)."""
        insert_many(Bill, map(vars, bills))
        numbers = [bill.number for bill in bills]
        found = Bill.objects.filter(source=self.source, number__in=numbers).order_by()
        keys = dict(found.values_list("number", "pk")) if numbers else {}
        for bill in bills:
            bill.pk = keys[bill.number]

    def _known(self, rows: Sequence[BillRow]) -> dict[str, tuple[int, str]]:
        """number -> (pk, digest of the row as it was read last), one query."""
        numbers = [row.number for row in rows]
        found = Bill.objects.filter(source=self.source, number__in=numbers).order_by()
        return {
            number: (pk, sha) for number, pk, sha in found.values_list("number", "pk", "row_sha256")
        }

    def _cases(
        self, rows: Sequence[BillRow], batch: Batch
    ) -> tuple[dict[str, Case], list[BillRow]]:
        """The cases that rows name; a row that names one there is not is refused."""
        wanted = {row.cells["case_number"] for row in rows} - {""}
        if not wanted:
            return {}, list(rows)
        same_world = Case.objects.of("npa").filter(is_demonstration=self.is_demonstration)
        cases = {case.number: case for case in same_world.filter(number__in=wanted)}
        kept = []
        for row in rows:
            number = row.cells["case_number"]
            if number and number not in cases:
                batch.refusals.append(Refusal(row.line, "row_no_case", {"value": number}))
            else:
                kept.append(row)
        return cases, kept

    def _new(self, row: BillRow, cases: dict[str, Case]) -> Bill:
        bill = Bill(source=self.source, number=row.number, is_demonstration=self.is_demonstration)
        self._fill(bill, row, cases)
        return bill

    def _fill(self, bill: Bill, row: BillRow, cases: dict[str, Case]) -> None:
        """What the row says, what its words suggest, and its case where that is sure."""
        cells = row.cells
        for name in OWN:
            if name != "committee":
                setattr(bill, name, cells[name])
        bill.registered_on = row.registered_on
        bill.committee = self.committees.get(cells["committee"]) or bill.committee
        for one in row.events:
            bill.stage = stage_after(bill.stage, kind=one.kind, readings=one.readings)
            if is_fast(one.kind, one.readings):
                bill.track = "fast"
        bill.row_sha256, bill.read_at = row.sha256, self.now
        titles = f"{cells['title_ky']}\n{cells['title_ru']}"
        bill.search = f"{number_sought(bill.number)}{searchable(titles)}"[:900]
        if bill.touches not in DECIDED:
            more = (cells[name] for name in ("summary_ky", "summary_ru", "text_ky", "text_ru"))
            bill.touches, bill.hints = screened(titles, "\n".join(one for one in more if one))
            bill.interests = list(bill.hints)
        if case := cases.get(cells["case_number"]):
            bill.case, bill.matched_by = case, "number"
        elif bill.case_id is None:
            self._match(bill)

    def _match(self, bill: Bill) -> None:
        """The one case with the same title is its case; others wait as suggestions."""
        found = self.titles.match(bill.title_ky, bill.title_ru)
        same = [one for one in found if one.likeness == 1.0]
        if len(same) == 1:
            bill.case_id, bill.matched_by = same[0].case_id, "title"
        self.suggested[bill.number] = [] if len(same) == 1 else found

    def _changed(
        self, rows: Sequence[BillRow], cases: dict[str, Case], batch: Batch
    ) -> list[tuple[Bill, BillRow]]:
        """Bills whose row says something new, brought to what it says."""
        if not rows:
            return []
        by_number = {row.number: row for row in rows}
        bills = Bill.objects.filter(source=self.source, number__in=by_number)
        changed = [(bill, by_number[bill.number]) for bill in bills.select_related("committee")]
        for bill, row in changed:
            before = {name: getattr(bill, name) for name in (*OWN, "registered_on", "case_id")}
            self._fill(bill, row, cases)
            batch.changes.append(change_of(bill, before))
        Bill.objects.bulk_update([bill for bill, _row in changed], UPDATED, batch_size=200)
        return changed

    def _keep_events(
        self, pairs: Sequence[tuple[Bill, BillRow]], known: dict[str, tuple[int, str]]
    ) -> None:
        """The events not told before; the watch looks at those it watches in its own time."""
        told = set(
            BillEvent.objects.filter(
                bill__in=[bill.pk for bill, row in pairs if row.number in known and row.events]
            ).values_list("bill_id", "key")
        )
        events = {
            (bill.pk, one.key): {
                "bill_id": bill.pk,
                "key": one.key,
                "kind": one.kind,
                "on": one.on,
                "readings": one.readings,
                "eids": one.eids,
                "text_ky": one.text_ky,
                "text_ru": one.text_ru,
                "told_by": self.source,
                "read_at": self.now,
                "is_watched": one.kind not in WATCHED,
            }
            for bill, row in pairs
            for one in row.events
            if (bill.pk, one.key) not in told
        }
        insert_many(BillEvent, events.values())

    def _suggest(self, bills: Sequence[Bill]) -> None:
        found: list[tuple[Bill, Match]] = [
            (bill, match) for bill in bills for match in self.suggested.get(bill.number, ())
        ]
        Suggestion.objects.bulk_create(
            [
                Suggestion(bill=bill, case_id=one.case_id, likeness=round(one.likeness * 100))
                for bill, one in found
            ],
            ignore_conflicts=True,
            batch_size=1_000,
        )


def number_sought(number: str) -> str:
    """A number as the search looks for it; it has no forms, so it need not be reckoned like a word.

    >>> number_sought("6-15/Д")
    ' 6 15 д'
    """
    return "".join(f" {part}" for part in WORD.findall(number.casefold()))


def change_of(bill: Bill, before: dict[str, Any]) -> dict[str, Any]:
    """What changed of a bill: its number, and each field with what it said and what it says."""
    fields = {
        name: [str(old)[:SHOWN_VALUE], str(getattr(bill, name))[:SHOWN_VALUE]]
        for name, old in before.items()
        if getattr(bill, name) != old and name != "committee"
    }
    return {"bill": bill.pk, "number": bill.number, "fields": fields or {"events": ["", "+"]}}

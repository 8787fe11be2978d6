"""What must hold after any fault: each filing with its one entry, numbers without gaps, the chain whole."""

from __future__ import annotations

from collections import Counter

from makul.cases.models import Case, Position
from makul.cases.queries.board import text_digest
from makul.core import journal
from makul.journal import queries
from makul.journal.models import Entry

SAID = (Position.State.FILED, Position.State.REPLACED)


def assert_journal_whole() -> None:
    numbers = list(Entry.objects.order_by("number").values_list("number", flat=True))
    assert numbers == list(range(1, len(numbers) + 1))
    assert journal.verify(queries.export_lines()).broken == []


def assert_filings_whole(case: Case) -> None:
    """Every position said has its entry with its very words and its receipt; no entry lacks one."""
    entries = Entry.objects.filter(subject=case.subject, action="position").order_by("number")
    recorded = {
        (one.data["position"], one.party, one.data["sha256"], f"{case.number}-{one.number}")
        for one in entries
    }
    filed = Position.objects.filter(case=case, state__in=SAID).select_related("party")
    kept = {(one.pk, one.party.key, text_digest(one), one.receipt) for one in filed}
    assert recorded == kept
    assert entries.count() == len(kept)
    standing = Counter(
        filed.filter(state=Position.State.FILED).values_list("party__key", flat=True)
    )
    assert [key for key, number in standing.items() if number != 1] == []
    assert_journal_whole()

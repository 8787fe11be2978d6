"""Reads each row beside the draft, what was asked and promised, and the adopted text."""

from __future__ import annotations

from dataclasses import dataclass

from makul.cases.models import Case
from makul.cases.queries.provisions import DraftText, draft_text
from makul.cases.queries.table import TableRow, table_of
from makul.core.remarks import Outcome, compare_outcome
from makul.documents.models import Document


@dataclass(frozen=True, slots=True)
class Compared:
    """A row and the four texts it is judged by; the outcome is a suggestion."""

    shown: TableRow
    drafted: str
    asked: str
    promised: str
    adopted: str
    outcome: Outcome


def compared_rows(case: Case, *, language: str) -> list[Compared]:
    """Every row of a case with its texts, in the language of the adopted text (six queries)."""
    adopted = draft_text(case, language, kind=Document.Kind.ADOPTED)
    drafted = draft_text(case, adopted.language)
    table = table_of(case, is_reply_term_over=True)
    return [compared(row, drafted=drafted, adopted=adopted) for row in table]


def compared(shown: TableRow, *, drafted: DraftText, adopted: DraftText) -> Compared:
    row, code = shown.row, adopted.language
    promise = shown.result if shown.result and shown.result.is_settled else shown.published
    before, now = drafted.text(row.eid), adopted.text(row.eid)
    asked = in_language(row, "wording", code)
    promised = in_language(promise, "wording", code) if promise else ""
    outcome = compare_outcome(now or None, drafted=before, asked=asked, promised=promised)
    return Compared(shown, before, asked, promised, now, outcome)


def in_language(thing: object, name: str, language: str) -> str:
    return str(getattr(thing, f"{name}_{language}", ""))

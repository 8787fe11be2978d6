"""The table of remarks and replies (form F7): one line a row, landscape, in one language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from makul.cases.models import Case
from makul.cases.papers.protocol import agreed, initiator_words, said
from makul.cases.papers.words import case_title, mark_of, provision, stamp_of, sums
from makul.cases.queries.table import TableRow
from makul.documents.paper import Column, Paper, Table, fingerprint
from makul.law.forms import form, phrase

F7 = form("F7")
COLUMNS = (
    ("row.number", 0.04),
    ("row.provision", 0.1),
    ("row.kind", 0.08),
    ("row.text", 0.24),
    ("row.wording", 0.18),
    ("row.behind_count", 0.06),
    ("reply.kind", 0.22),
    ("row.state", 0.08),
)


def replies_paper(case: Case, *, rows: Sequence[TableRow], language: str, now: datetime) -> Paper:
    """The table as it will be attached to the package."""
    paper = Paper(
        title=F7.title(language),
        language=language,  # type: ignore[arg-type]
        blocks=(
            Table(
                tuple(Column(F7.heading(key, language), share) for key, share in COLUMNS),
                tuple(line(row, language) for row in rows),
            ),
        ),
        mark=mark_of(case),
        page="landscape",
        opening=(f"№ {case.number}", ""),
        subtitle=case_title(case, language),  # type: ignore[arg-type]
    )
    return replace(paper, stamp=stamp_of(case, now=now, sha256=fingerprint(paper)))


def line(row: TableRow, language: str) -> tuple[str, ...]:
    money = sums(row.row.once_som, row.row.yearly_som, language)
    has_money = row.row.once_som is not None or row.row.yearly_som is not None
    text = said(row, "text", language)
    settled = row.result is not None and row.result.is_settled
    return (
        str(row.row.number),
        provision(row.row.eid, language),
        phrase("remark.kind", row.row.kind, language=language),
        f"{text}\n{money}" if has_money else text,
        said(row, "wording", language),
        str(len(row.parties)),
        agreed(row, language) if settled else initiator_words(row, language),
        state(row, language),
    )


def state(row: TableRow, language: str) -> str:
    if row.state == "waiting":
        return "–"
    return phrase("row.state", row.state, language=language)

"""The table of remarks and replies (form F7): one line a row, landscape, in one language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from makul.cases.models import Case, RowRevision
from makul.cases.papers.protocol import agreed, initiator_words, said
from makul.cases.papers.words import (
    NOT_READY,
    case_title,
    mark_of,
    provision,
    stamp_of,
    sums,
)
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


SETTLED = {"ky": "{n}-редакцияда эске алынды: {place}", "ru": "Учтено в редакции {n}: {place}"}
CHANGED = {"ky": "{n}-редакцияда өзгөртүлдү: {place}", "ru": "Изменено в редакции {n}: {place}"}
NOTHING = "–"


def replies_paper(
    case: Case,
    *,
    rows: Sequence[TableRow],
    language: str,
    now: datetime,
    revisions: Mapping[int, Sequence[RowRevision]] | None = None,
) -> Paper:
    """The table as it will be attached to the package.

    `revisions`: by row, in which versions of the draft the initiator says it is met.
    """
    met = revisions or {}
    lines = tuple(line(row, language, met.get(row.row.pk, ())) for row in rows)
    columns = tuple(Column(F7.heading(key, language), share) for key, share in COLUMNS)
    paper = Paper(
        title=F7.title(language),
        language=language,  # type: ignore[arg-type]
        blocks=(Table(columns, lines),),
        mark=mark_of(case),
        page="landscape",
        opening=(f"№ {case.number}", ""),
        subtitle=case_title(case, language),  # type: ignore[arg-type]
    )
    return replace(paper, stamp=stamp_of(case, now=now, sha256=fingerprint(paper)))


def line(row: TableRow, language: str, met: Sequence[RowRevision] = ()) -> tuple[str, ...]:
    money = sums(row.row.once_som, row.row.yearly_som, language)
    has_money = row.row.once_som is not None or row.row.yearly_som is not None
    text = said(row, "text", language)
    settled = row.result is not None and row.result.is_settled
    answer = agreed(row, language) if settled else replied(row, language)
    return (
        str(row.row.number),
        provision(row.row.eid, language),
        phrase("remark.kind", row.row.kind, language=language),
        f"{text}\n{money}" if has_money else text,
        asked(row, language),
        str(len(row.parties)),
        "\n".join([answer, *(met_words(one, language) for one in met)]),
        state(row, language),
    )


def asked(row: TableRow, language: str) -> str:
    """The proposed wording; where none was proposed in any language, a dash."""
    own = (row.row.wording_ky, row.row.wording_ru)
    is_there = any(own) or any(one.wording for one in row.remarks)
    return said(row, "wording", language) if is_there else NOTHING


def replied(row: TableRow, language: str) -> str:
    """The reply; a dash while its term runs; words in the other language alone are said to be so."""
    reply = row.published
    if reply is None:
        return initiator_words(row, language) if row.is_reply_term_over else NOTHING
    own = (getattr(reply, f"text_{language}"), getattr(reply, f"wording_{language}"))
    all_words = (reply.text_ky, reply.text_ru, reply.wording_ky, reply.wording_ru)
    words = initiator_words(row, language)
    return words if any(own) or not any(all_words) else f"{words}\n{NOT_READY[language]}"


def met_words(one: RowRevision, language: str) -> str:
    words = (SETTLED if one.is_settling else CHANGED)[language]
    return words.format(n=one.version.number, place=provision(one.eid, language))


def state(row: TableRow, language: str) -> str:
    if row.state == "waiting":
        return NOTHING
    return phrase("row.state", row.state, language=language)

"""Draws the protocol of a case as files: one in both languages to be signed, one a language to read."""

from __future__ import annotations

from datetime import datetime

from makul.cases.models import Case
from makul.cases.papers.protocol import protocol_paper
from makul.cases.queries.table import TableRow, table_of
from makul.core.remarks import protocol_kind
from makul.documents.paper import PaperLanguage
from makul.documents.pdf_writing import write_pdf
from makul.documents.storing import File
from makul.documents.word_writing import write_docx

SIGNED: PaperLanguage = "ky+ru"


def rows_of(case: Case) -> list[TableRow]:
    """The rows as the protocol sees them: a row without a reply counts as declined by then."""
    return table_of(case, is_reply_term_over=True)


def protocol_kind_of(case: Case) -> str:
    """Agreement, disagreements, or a certificate that conciliation was held (Order, art. 27)."""
    return protocol_kind([row.as_core for row in rows_of(case)])


def papers_of(case: Case, *, kind: str, now: datetime) -> list[File]:
    """The PDF in both languages, which is what is signed, and a Word file in each language."""
    rows = rows_of(case)
    name = f"{kind}-{case.number}"
    files = [
        File(
            language=SIGNED,
            name=f"{name}.pdf",
            data=write_pdf(protocol_paper(case, rows=rows, language=SIGNED, now=now, kind=kind)),
        )
    ]
    languages: tuple[PaperLanguage, ...] = ("ky", "ru")
    for language in languages:
        paper = protocol_paper(case, rows=rows, language=language, now=now, kind=kind)
        files.append(
            File(language=language, name=f"{name}-{language}.docx", data=write_docx(paper))
        )
    return files

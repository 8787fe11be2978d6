"""The comparative table of a draft: made from its amending formulas, printed as a Word file."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext as _

from makul.core.provisions import Act, Row, amendments, comparative_table
from makul.documents import paper
from makul.documents.paper import Paper, Run
from makul.documents.storing import File
from makul.documents.word_writing import write_docx
from makul.drafts.models import DraftAct
from makul.law.forms import phrase


def rows_of(act: Act, *, target: Act | None = None) -> tuple[Row, ...]:
    """A row for each change the act makes; with the act in force at hand, in its own words."""
    return comparative_table(amendments(act), target=target, language=act.language)


def table_paper(draft: DraftAct, language: str, rows: tuple[Row, ...]) -> Paper:
    """The table as a document in one language."""
    title = f"{phrase('comparative', 'title', language=language)}. {getattr(draft, f'title_{language}')}"
    mark = phrase("printed", "demonstration", language=language)
    return paper.comparative_table(
        title.rstrip(". "),
        rows=[(row.place, marked(row, "del"), marked(row, "ins")) for row in rows],
        language=language,  # type: ignore[arg-type]
        mark=mark if draft.initiator.is_demonstration else "",
    )


def marked(row: Row, op: str) -> tuple[Run, ...]:
    """One side of a row: what stayed, and what went (`del`) or came (`ins`)."""
    kinds = {"equal": "law", op: op}
    return tuple(Run(span.text, kinds[span.op]) for span in row.spans if span.op in kinds)  # type: ignore[arg-type]


def table_files(
    draft: DraftAct, acts: Mapping[str, Act], *, targets: Mapping[str, Act]
) -> list[File]:
    """The table as Word files, one for each language whose text changes another act."""
    found = {code: rows_of(act, target=targets.get(code)) for code, act in acts.items()}
    names = {"ky": "салыштырма-таблица.docx", "ru": "сравнительная-таблица.docx"}
    return [
        File(
            code,
            names[code],
            write_docx(table_paper(draft, code, rows)),
            title=_("Comparative table"),
        )
        for code, rows in found.items()
        if rows
    ]

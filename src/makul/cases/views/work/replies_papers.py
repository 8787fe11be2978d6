"""The table of remarks and replies (form F7) as Word and PDF, in Kyrgyz and in Russian, as it is attached."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpResponse

from makul.cases.papers import replies_paper
from makul.cases.queries.revisions import revisions_of
from makul.cases.queries.table import is_reply_over, table_of
from makul.cases.views.work.page import Work, work_page
from makul.documents.paper import Paper
from makul.documents.pdf_writing import write_pdf
from makul.documents.word_writing import write_docx

LANGUAGES = ("ky", "ru")
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
# ending -> how it is written, and what it is served as
WRITERS: dict[str, tuple[Callable[[Paper], bytes], str]] = {
    "docx": (write_docx, WORD),
    "pdf": (write_pdf, "application/pdf"),
}


@work_page("draft_reply", "merge_rows", "consider", "decide_appeal", "draft_position")
def replies_table(work: Work, paper_language: str, ending: str) -> HttpResponse:
    """The table as a file; only published replies stand in it, whoever asks."""
    if paper_language not in LANGUAGES or ending not in WRITERS:
        raise Http404
    write, kind = WRITERS[ending]
    paper = paper_of(work, paper_language)
    response = HttpResponse(write(paper), content_type=kind)
    name = f"makul-{work.case.number}-replies-{paper_language}.{ending}"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def paper_of(work: Work, paper_language: str) -> Paper:
    """The table as of now: while the term for replies runs, a row without one is only unanswered."""
    over = is_reply_over(work.status.deemed)
    rows = table_of(work.case, is_reply_term_over=over)
    rows.sort(key=lambda one: (one.row.is_minority, one.row.number))
    met = revisions_of(work.case, [one.row for one in rows])
    return replies_paper(work.case, rows=rows, language=paper_language, now=work.now, revisions=met)


def table_links(work: Work) -> list[dict[str, Any]]:
    """The four files, for the page that offers them."""
    return [
        {"language": code, "ending": ending, "url": work.url("replies_table", code, ending)}
        for code in LANGUAGES
        for ending in WRITERS
    ]

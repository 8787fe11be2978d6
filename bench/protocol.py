"""The protocol of disagreements: from the rows of a case to a Word file and to a PDF, both languages
side by side, which is the form that is signed.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from bench.size import Size
from bench.stopwatch import Say, middle

REMARKS_EACH = 20


def measure(size: Size, *, say: Say) -> dict[str, Any]:
    from makul.cases.papers.protocol import protocol_paper
    from makul.cases.queries.table import table_of
    from makul.documents.pdf_writing import write_pdf
    from makul.documents.word_writing import write_docx

    case, now = build(size)
    say(f"a case with {size.rows} rows made")

    def paper() -> Any:
        rows = table_of(case, is_reply_term_over=True)
        return protocol_paper(case, rows=rows, language="ky+ru", now=now)

    write_docx(paper())
    docx = middle(lambda: write_docx(paper()), again=size.again)
    say(f"as Word: {docx}")
    pdf = middle(lambda: write_pdf(paper()), again=size.again)
    say(f"as PDF: {pdf}")
    return {"rows": size.rows, "docx_s": round(docx.s, 2), "pdf_s": round(pdf.s, 2)}


def build(size: Size) -> tuple[Any, Any]:
    """A case whose rows were answered, and the day its protocol is drawn on."""
    from bench import scene

    house = scene.build_house(bodies=-(-size.rows // REMARKS_EACH))
    case = scene.build_case(house, articles=40)
    remarks = scene.file_positions(case, house, remarks_each=REMARKS_EACH)
    scene.put_into_rows(case, house, remarks[: size.rows])
    return case, scene.START + timedelta(days=50)

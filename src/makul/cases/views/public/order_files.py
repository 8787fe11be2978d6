"""The order of a procedure as a file: Word or PDF, in Kyrgyz, Russian or English.

The language stands in the address, not in `?lang=`: who reads the pages in Kyrgyz may take the
Russian file along without the pages turning Russian.
"""

from __future__ import annotations

from functools import lru_cache

from django.http import HttpRequest, HttpResponse

from makul.cases.views.public.how import procedure_or_404
from makul.cases.views.public.page import RUN
from makul.documents.pdf_writing import write_pdf
from makul.documents.regulation import order_paper
from makul.documents.word_writing import write_docx
from makul.journal.views import cached_by
from makul.law.procedures import procedure

TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
}
KEPT = 8  # printed orders kept ready, half a megabyte each


def release_mark() -> str:
    """An order is data of the release: its file changes with nothing else."""
    return str(RUN)


@cached_by(release_mark)
def order_file(request: HttpRequest, key: str, tongue: str, form: str) -> HttpResponse:
    found = procedure_or_404(key)
    name = f"{found.key}-{tongue}.{form}"
    headers = {
        "Content-Language": tongue,
        "Content-Disposition": f'attachment; filename="{name}"',
    }
    data = printed(found.key, found.edition, tongue, form)
    return HttpResponse(data, content_type=TYPES[form], headers=headers)


@lru_cache(maxsize=KEPT)
def printed(key: str, edition: str, language: str, form: str) -> bytes:
    """The file; the same for everybody, so it is typeset once."""
    paper = order_paper(procedure(key, edition), language=language)
    return write_pdf(paper) if form == "pdf" else write_docx(paper)

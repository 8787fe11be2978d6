"""The papers of a sitting as files: its agenda, and its minutes as a draft or as they were approved."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from makul.cases.views.work.page import clock
from makul.documents.paper import Paper, PaperLanguage
from makul.documents.pdf_writing import write_pdf
from makul.documents.word_writing import write_docx
from makul.sittings.models import Sitting
from makul.sittings.papers.agenda import agenda_paper
from makul.sittings.papers.minutes import minutes_paper, read_all

TYPES = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}
LANGUAGES: dict[str, PaperLanguage] = {"ky": "ky", "ru": "ru", "ky-ru": "ky+ru"}


def sitting_here(number: str) -> Sitting:
    found = Sitting.objects.select_related("case__agreement", "house", "convocation", "minutes")
    return get_object_or_404(found, case__number=number)


def answer(paper: Paper, *, name: str, kind: str) -> HttpResponse:
    data = write_pdf(paper) if kind == "pdf" else write_docx(paper)
    response = HttpResponse(data, content_type=TYPES[kind])
    said = content_disposition_header(True, f"{name}.{kind}")
    response["Content-Disposition"] = said or "attachment"
    return response


@require_safe
def agenda_file(request: HttpRequest, number: str, name: str, kind: str) -> HttpResponse:
    """The agenda as it stands now, open to all."""
    paper = agenda_paper(sitting_here(number), language=LANGUAGES[name], now=clock())
    return answer(paper, name=f"{number}-agenda-{name}", kind=kind)


@require_safe
def minutes_file(request: HttpRequest, number: str, name: str, kind: str) -> HttpResponse:
    """The minutes as they stand: a draft for those who take part, open to all once the case is closed."""
    sitting = sitting_here(number)
    minutes = getattr(sitting, "minutes", None)
    if minutes is None or not may_read(request, sitting):
        raise Http404
    whole, invited = read_all(minutes, now=clock())
    paper = minutes_paper(whole, invited, language=LANGUAGES[name], now=clock())
    return answer(paper, name=f"{number}-minutes-{name}", kind=kind)


def may_read(request: HttpRequest, sitting: Sitting) -> bool:
    if sitting.case.is_closed:
        return True
    mandate = getattr(request, "mandate", None)
    if not mandate:
        return False
    return sitting.case.participations.filter(party=mandate.party).exists()

"""Draws the papers of a verdict as files: one in both languages to be signed, one a language to read."""

from __future__ import annotations

from datetime import datetime

from makul.documents.paper import PaperLanguage
from makul.documents.pdf_writing import write_pdf
from makul.documents.storing import File
from makul.documents.word_writing import write_docx
from makul.expertise.models import Verdict
from makul.expertise.papers.opinion import opinion_paper
from makul.expertise.papers.second import second_paper
from makul.expertise.papers.words import said
from makul.expertise.queries.opinion import opinion_of

SIGNED: PaperLanguage = "ky+ru"
DRAWN = {1: opinion_paper, 2: second_paper}
NAMES = {1: "expertise", 2: "second-deliberation"}
TITLES = {1: "title", 2: "second"}


def papers_of(verdict: Verdict, *, now: datetime) -> list[File]:
    """The PDF in both languages, which is what is signed, and a Word file in each language."""
    opinion = opinion_of(verdict.expertise)
    number = verdict.deliberation
    name = f"{NAMES[number]}-{verdict.expertise.case.number}"
    draw, title = DRAWN[number], TITLES[number]

    def paper(language: PaperLanguage, ending: str) -> bytes:
        drawn = draw(opinion, verdict, language=language, now=now)
        return write_pdf(drawn) if ending == "pdf" else write_docx(drawn)

    languages: tuple[PaperLanguage, ...] = ("ky", "ru")
    return [
        File(SIGNED, f"{name}.pdf", paper(SIGNED, "pdf"), said(title, SIGNED)),
        *(
            File(one, f"{name}-{one}.docx", paper(one, "docx"), said(title, one))
            for one in languages
        ),
    ]

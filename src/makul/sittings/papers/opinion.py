"""The opinion for the minutes and the note to speak from, each on a page of its own."""

from __future__ import annotations

from datetime import datetime

from makul.cases.papers.words import each, party_name
from makul.documents.paper import (
    Block,
    Fields,
    Paper,
    PaperLanguage,
    Para,
    Signature,
    Signatures,
)
from makul.documents.pdf_writing import write_pdf
from makul.documents.storing import File
from makul.documents.word_writing import write_docx
from makul.law.forms import phrase
from makul.sittings.drafting import spoken_minutes
from makul.sittings.models import Opinion
from makul.sittings.papers.frame import (
    Fieldset,
    days_said,
    framed,
    item_title,
    label,
    said,
    word_for_word,
)
from makul.sittings.papers.words import PHRASES

LANGUAGES: tuple[PaperLanguage, ...] = ("ky", "ru")
BOTH: PaperLanguage = "ky+ru"


def opinion_paper(opinion: Opinion, *, language: PaperLanguage, now: datetime) -> Paper:
    """The opinion as it goes into the minutes."""
    sitting = opinion.item.sitting
    texts = {code: opinion.text(code) for code in ("ky", "ru")}
    blocks: list[Block] = [
        Fields(facts_of(opinion, language)),
        *word_for_word(texts, language),
        Signatures((signature_of(opinion, language),)),
    ]
    return framed(sitting, blocks, title="opinion", language=language, now=now)


def facts_of(opinion: Opinion, language: PaperLanguage) -> Fieldset:
    item = opinion.item
    lines = [
        ("association", party_name(opinion.association, language)),
        ("item", f"{item.order}. {item_title(item, language)}"),
    ]
    if item.conciliation:
        lines.append(("case", item.conciliation.number))
    if opinion.stance:
        stances = {one: phrase("stance", opinion.stance, language=one) for one in each(language)}
        lines.append(("stance", said(stances, language)))
    return tuple((label(key, language), words) for key, words in lines)


def signature_of(opinion: Opinion, language: PaperLanguage) -> Signature:
    by = opinion.released_by or opinion.prepared_by
    state = days_said(opinion.released_at, language) if opinion.released_at else ""
    office = said({one: by.office(one) for one in each(language)}, language)
    return Signature(party_name(opinion.association, language), office, state)


def note_paper(opinion: Opinion, *, language: str, now: datetime) -> Paper:
    """What is read aloud, in one language, in large steps."""
    one: PaperLanguage = "ru" if language == "ru" else "ky"
    text = opinion.note(one)
    minutes = max(1, round(spoken_minutes(text)))
    length = PHRASES["minutes_long"][one].format(n=minutes)
    blocks: list[Block] = [
        Fields(
            (
                (label("item", one), item_title(opinion.item, one)),
                (label("minutes_long", one), length),
            )
        ),
        *(Para(part) for part in text.split("\n\n") if part.strip()),
    ]
    return framed(opinion.item.sitting, blocks, title="note", language=one, now=now)


def opinion_files(opinion: Opinion, *, now: datetime) -> list[File]:
    """One PDF in both languages, and a Word file in each that it is written in."""
    name = f"opinion-{opinion.item.sitting.number}-{opinion.item.order}"
    written = [code for code in LANGUAGES if opinion.text(code).strip()]
    whole: PaperLanguage = BOTH if len(written) > 1 else written[0]
    files = [
        File(BOTH, f"{name}.pdf", write_pdf(opinion_paper(opinion, language=whole, now=now))),
    ]
    for code in written:
        data = write_docx(opinion_paper(opinion, language=code, now=now))
        files.append(File(code, f"{name}-{code}.docx", data))
    return files

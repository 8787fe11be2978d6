"""The minutes as a paper: who was there, each item with its speakers, the opinions and dissents word for word."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone

from makul.cases.papers.words import day, each, party_name
from makul.cases.queries.judging import status_of
from makul.documents.paper import (
    Block,
    Column,
    Fields,
    Heading,
    Paper,
    PaperLanguage,
    Para,
    Signature,
    Signatures,
    Table,
)
from makul.documents.pdf_writing import write_pdf
from makul.documents.storing import File
from makul.documents.word_writing import write_docx
from makul.sittings.models import Correction, Minutes, Presence
from makul.sittings.papers.frame import (
    Fieldset,
    framed,
    label,
    moment,
    said,
    word_for_word,
)
from makul.sittings.papers.minutes_items import item_blocks
from makul.sittings.papers.words import (
    COLUMNS,
    HEADINGS,
    KINDS,
    LANGUAGES,
    PHRASES,
    SAID,
)
from makul.sittings.queries.whole import Invitation, Whole, invitations_of, whole_of

SIGNED: PaperLanguage = "ky+ru"


def minutes_files(minutes: Minutes, *, now: datetime) -> list[File]:
    """The PDF in both languages, whose digest is approved, and a Word file in each language."""
    name = f"minutes-{minutes.sitting.number}"
    whole, invited = read_all(minutes, now=now)
    pdf = minutes_paper(whole, invited, language=SIGNED, now=now)
    files = [File(SIGNED, f"{name}.pdf", write_pdf(pdf))]
    languages: tuple[PaperLanguage, ...] = ("ky", "ru")
    for language in languages:
        paper = minutes_paper(whole, invited, language=language, now=now)
        files.append(File(language, f"{name}-{language}.docx", write_docx(paper)))
    return files


def read_all(minutes: Minutes, *, now: datetime) -> tuple[Whole, list[Invitation]]:
    """What the minutes are written from; the minutes in hand, approved a moment ago, go before those kept."""
    sitting = minutes.sitting
    whole = whole_of(sitting)
    whole.minutes = minutes
    status = status_of(sitting.case, today=timezone.localdate(now))
    return whole, invitations_of(sitting, status)


def minutes_paper(
    whole: Whole, invited: list[Invitation], *, language: PaperLanguage, now: datetime
) -> Paper:
    """The minutes in one language, or in both."""
    is_final = bool(whole.minutes and whole.minutes.approved_at)
    blocks: list[Block] = [
        Fields(facts_of(whole, language)),
        Heading(1, said(HEADINGS["present"], language)),
        present_table(whole.present, language),
    ]
    if whole.absent:
        names = ", ".join(named(one, language) for one in whole.absent)
        blocks += [Heading(1, said(HEADINGS["absent"], language)), Para(names)]
    if invited:
        blocks += [
            Heading(1, said(HEADINGS["invited"], language)),
            invited_table(invited, language),
        ]
    for shown in whole.items:
        blocks += item_blocks(shown, language)
    if whole.corrections:
        blocks.append(Heading(1, said(HEADINGS["corrections"], language)))
    for correction in whole.corrections:
        blocks += correction_blocks(correction, language)
    blocks.append(Signatures((signature_of(whole, language),)))
    title = "minutes" if is_final or is_deemed(whole) else "minutes_draft"
    return framed(whole.sitting, blocks, title=title, language=language, now=now)


def is_deemed(whole: Whole) -> bool:
    return whole.sitting.case.outcome == "minutes_deemed"


def facts_of(whole: Whole, language: PaperLanguage) -> Fieldset:
    sitting = whole.sitting
    quorum = {True: "yes", False: "no"}.get(sitting.has_quorum)  # type: ignore[arg-type]
    lines = [
        ("convocation", sitting.convocation.number),
        ("held", hours(whole, language)),
        ("place", sitting.place or "–"),
        ("quorum", said(SAID[quorum] if quorum else PHRASES["not_recorded"], language)),
        ("authentic", said(LANGUAGES[sitting.language], language)),
    ]
    return tuple((label(key, language), words) for key, words in lines)


def hours(whole: Whole, language: PaperLanguage) -> str:
    sitting = whole.sitting
    if sitting.held_at is None:
        return said(PHRASES["not_recorded"], language)
    until = f" – {timezone.localtime(sitting.ended_at):%H:%M}" if sitting.ended_at else ""
    return moment(sitting.held_at, language) + until


def present_table(present: list[Presence], language: PaperLanguage) -> Block:
    if not present:
        return Para(said(PHRASES["not_recorded"], language))
    columns = (
        Column(said(COLUMNS["who"], language), 0.5),
        Column(said(COLUMNS["office"], language), 0.26),
        Column(said(COLUMNS["number"], language), 0.1, "right"),
        Column(said(COLUMNS["how"], language), 0.14),
    )
    return Table(columns, tuple(present_line(one, language) for one in present))


def present_line(one: Presence, language: PaperLanguage) -> tuple[str, ...]:
    kind = said(KINDS[one.kind], language)
    who = party_name(one.party, language) if one.party else begun(kind)
    how = "remote" if one.is_remote else "in_person"
    return (who, one.office or kind, str(one.count), said(PHRASES[how], language))


def begun(words: str) -> str:
    """Each language of the words with a capital letter.

    >>> begun("мүчөлөр / члены")
    'Мүчөлөр / Члены'
    """
    return " / ".join(half[:1].upper() + half[1:] for half in words.split(" / "))


def named(one: Presence, language: PaperLanguage) -> str:
    if one.party:
        return party_name(one.party, language).replace("\n", " / ")
    return one.office


def invited_table(invited: list[Invitation], language: PaperLanguage) -> Table:
    """Each association: by which day it was to be invited, when it was, and what was not kept."""
    columns = (
        Column(said(COLUMNS["who"], language), 0.4),
        Column(said(COLUMNS["last_day"], language), 0.2),
        Column(said(COLUMNS["delivered"], language), 0.22),
        Column(said(COLUMNS["breach"], language), 0.18),
    )
    return Table(columns, tuple(invited_line(one, language) for one in invited))


def invited_line(one: Invitation, language: PaperLanguage) -> tuple[str, ...]:
    last = f"{one.last_day:%d.%m.%Y}" if one.last_day else "–"
    done = (
        f"{timezone.localtime(one.done_at):%d.%m.%Y, %H:%M}"
        if one.done_at
        else said(PHRASES["not_delivered"], language)
    )
    if one.how:
        done = f"{done}\n{one.how}"
    breach = said(PHRASES[one.breach.kind], language) if one.breach else "–"
    return (party_name(one.party, language), last, done, breach)


def correction_blocks(one: Correction, language: PaperLanguage) -> list[Block]:
    """Word for word, with the answer of the house."""
    place = f", {one.item.order}" if one.item else ""
    head = f"{named_of(one, language)}{place}, {timezone.localtime(one.at):%d.%m.%Y}:"
    state = {True: "taken", False: "declined"}.get(one.is_taken, "waiting")  # type: ignore[arg-type]
    answer = said(PHRASES[state], language)
    return [
        Para(head, "note"),
        *word_for_word({one.language: one.text}, language),
        Para(f"→ {answer}. {one.answer}".strip(), "note"),
    ]


def named_of(one: Correction, language: PaperLanguage) -> str:
    return party_name(one.party, language).replace("\n", " / ")


def signature_of(whole: Whole, language: PaperLanguage) -> Signature:
    minutes = whole.minutes
    house = party_name(whole.sitting.house, language)
    if minutes and minutes.approved_at and minutes.approved_by:
        by = minutes.approved_by
        office = said({one: by.office(one) for one in each(language)}, language)
        on = timezone.localtime(minutes.approved_at).date()
        state = said(
            {one: PHRASES["approved"][one].format(day=day(on, one)) for one in each(language)},
            language,
        )
        return Signature(house, office, state)
    key = "deemed" if is_deemed(whole) else "draft"
    return Signature(house, "", said(PHRASES[key], language))

"""The agenda of a meeting as a paper: when and where, the consent list, the rows to be discussed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from django.utils import timezone

from makul.cases.models import Meeting
from makul.cases.papers.protocol import initiator_words, lsg_words
from makul.cases.papers.words import (
    case_title,
    day,
    each,
    in_each,
    mark_of,
    party_name,
    provision,
    stamp_of,
)
from makul.cases.queries.meetings import agenda_of_meeting
from makul.cases.queries.table import TableRow
from makul.documents.paper import (
    Block,
    Column,
    Fields,
    Heading,
    Paper,
    PaperLanguage,
    Para,
    Table,
    fingerprint,
)
from makul.law.forms import form

F7, F8, F9 = form("F7"), form("F8"), form("F9")
TITLE = {
    "ky": "Макулдашуу кеңешмесинин күн тартиби",
    "ru": "Повестка согласительного совещания",
    "en": "Agenda of the conciliation meeting",
}
NO_ROW = {"ky": "Сап жок", "ru": "Строк нет", "en": "No row"}
WORDINGS = {"ky": "Сунушталган редакция", "ru": "Предлагаемая редакция", "en": "Proposed wording"}


def agenda_paper(meeting: Meeting, *, language: PaperLanguage, now: datetime) -> Paper:
    """The agenda in one language, or in both."""
    paper = Paper(
        title="\n".join(TITLE[one].upper() for one in each(language)),
        language=language,
        blocks=tuple(blocks_of(meeting, language)),
        mark=mark_of(meeting.case),
        page="landscape",
        opening=(f"№ {meeting.case.number}", ""),
        subtitle=case_title(meeting.case, language),
    )
    return replace(paper, stamp=stamp_of(meeting.case, now=now, sha256=fingerprint(paper)))


def blocks_of(meeting: Meeting, language: PaperLanguage) -> list[Block]:
    agenda = agenda_of_meeting(meeting)
    return [
        Fields(
            (
                (F8.heading("meeting.at", language), moment(meeting.planned_at, language)),
                (F8.heading("meeting.place", language), meeting.place or "–"),
            )
        ),
        Heading(1, F8.heading("meeting.agenda_a", language)),
        consent_table(agenda.consent, language),
        Heading(1, F8.heading("meeting.agenda_b", language)),
        disputed_table(agenda.disputed, language),
    ]


def moment(at: datetime, language: PaperLanguage) -> str:
    local = timezone.localtime(at)
    days = {one: day(local.date(), one) for one in each(language)}
    return f"{in_each(days, language, between=' / ')}, {local:%H:%M}"


def place_of(shown: TableRow, language: PaperLanguage) -> str:
    return in_each({one: provision(shown.row.eid, one) for one in each(language)}, language)


def none(language: PaperLanguage) -> Para:
    return Para(in_each(NO_ROW, language, between=" / "))


def consent_table(rows: Sequence[TableRow], language: PaperLanguage) -> Block:
    """Each row with the wording that settles it."""
    if not rows:
        return none(language)
    columns = [Column("№", 0.06, "right"), Column(F7.heading("row.provision", language), 0.2)]
    columns += [
        Column(WORDINGS[one], 0.74 / len(each(language)), language=one) for one in each(language)
    ]
    return Table(
        tuple(columns),
        tuple(
            (
                str(one.row.number),
                place_of(one, language),
                *(initiator_words(one, code) for code in each(language)),
            )
            for one in rows
        ),
    )


def disputed_table(rows: Sequence[TableRow], language: PaperLanguage) -> Block:
    """Each row with both sides side by side and the number of bodies behind it."""
    if not rows:
        return none(language)
    columns = (
        Column("№", 0.06, "right"),
        Column(F7.heading("row.provision", language), 0.16),
        Column(F9.heading("protocol.open.lsg", language), 0.36),
        Column(F9.heading("protocol.open.initiator", language), 0.3),
        Column(F7.heading("row.behind_count", language), 0.12),
    )
    return Table(columns, tuple(disputed_line(one, language) for one in rows))


def disputed_line(shown: TableRow, language: PaperLanguage) -> tuple[str, ...]:
    codes = each(language)
    return (
        str(shown.row.number),
        place_of(shown, language),
        in_each({one: lsg_words(shown, one) for one in codes}, language, between="\n\n"),
        in_each({one: initiator_words(shown, one) for one in codes}, language, between="\n\n"),
        str(len(shown.parties)) + behind(shown, language),
    )


def behind(shown: TableRow, language: PaperLanguage) -> str:
    """The name where it is one body, so that it can be called by it."""
    names = shown.parties
    return f"\n{party_name(names[0], language)}" if len(names) == 1 else ""

"""The minutes of a meeting (form F8): who was there, each row with its outcome, tasks, corrections."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from makul.cases.models import Correction, MeetingTask
from makul.cases.papers.agenda import moment, place_of
from makul.cases.papers.protocol import initiator_words, lsg_words
from makul.cases.papers.words import (
    case_title,
    each,
    in_each,
    mark_of,
    party_name,
    stamp_of,
)
from makul.cases.queries.meetings import Minutes, Present
from makul.cases.queries.table import TableRow
from makul.documents.paper import (
    Block,
    Column,
    Fields,
    Heading,
    Paper,
    PaperLanguage,
    Para,
    Run,
    Table,
    Words,
    fingerprint,
)
from makul.law.forms import form, phrase

F8 = form("F8")
YES = {"ky": "Ооба", "ru": "Да", "en": "Yes"}
NO = {"ky": "Жок", "ru": "Нет", "en": "No"}
NONE = {"ky": "Жок", "ru": "Нет", "en": "None"}
MAY_DECIDE = {"ky": "чечим кабыл алууга укуктуу", "ru": "вправе решать", "en": "may decide"}
ADVISES = {
    "ky": "кеңеш берүүчү добуш менен",
    "ru": "с совещательным голосом",
    "en": "in an advisory voice",
}
KNOWN = {
    "ky": "ыйгарым укугу эсепте бар",
    "ru": "полномочие на учёте",
    "en": "the mandate is on record",
}
SHOWN = {
    "ky": "ыйгарым укугу кеңешмеде көрсөтүлдү",
    "ru": "полномочие предъявлено на совещании",
    "en": "the mandate was shown at the meeting",
}
NOTES = {
    "ky": "Кеңешме боюнча жалпы белгилөөлөр",
    "ru": "О совещании в целом",
    "en": "On the meeting as a whole",
}
ARGUMENTS = {"ky": "Жүйөлөр кыскача", "ru": "Доводы кратко", "en": "Arguments in brief"}


def minutes_paper(minutes: Minutes, *, language: PaperLanguage, now: datetime) -> Paper:
    """The minutes in one language, or in both."""
    case = minutes.meeting.case
    paper = Paper(
        title="\n".join(F8.title(one).upper() for one in each(language)),
        language=language,
        blocks=tuple(blocks_of(minutes, language)),
        mark=mark_of(case),
        page="landscape",
        opening=(f"№ {case.number}-{minutes.number}", ""),
        subtitle=case_title(case, language),
    )
    return replace(paper, stamp=stamp_of(case, now=now, sha256=fingerprint(paper)))


def blocks_of(minutes: Minutes, language: PaperLanguage) -> list[Block]:
    agenda, meeting = minutes.agenda, minutes.meeting
    blocks: list[Block] = [
        Fields(facts(minutes, language)),
        Heading(1, F8.heading("meeting.present", language)),
        present_table(minutes.present, language) if minutes.present else none(language),
    ]
    if minutes.absent:
        names = ", ".join(party_name(one, language) for one in minutes.absent)
        blocks += [Heading(1, F8.heading("meeting.absent", language)), Para(names)]
    blocks += [Heading(1, F8.heading("meeting.rows", language).rstrip(":"))]
    blocks += [rows_table(agenda.rows, language) if agenda.rows else none(language)]
    notes = [(one, getattr(meeting, f"record_{one}")) for one in each(language)]
    if any(text for _one, text in notes):
        blocks += [Heading(1, in_each(NOTES, language, between=" / "))]
        blocks += [Para(text, language=one) for one, text in notes if text]
    if minutes.tasks:
        blocks += [Heading(1, F8.heading("meeting.tasks", language))]
        blocks += [tasks_table(minutes.tasks, language)]
    if minutes.corrections:
        blocks += [Heading(1, F8.heading("meeting.corrections", language))]
        blocks += [correction(one, language) for one in minutes.corrections]
    return blocks


def none(language: PaperLanguage) -> Para:
    return Para(in_each(NONE, language, between=" / "))


def facts(minutes: Minutes, language: PaperLanguage) -> tuple[tuple[str, Words], ...]:
    meeting = minutes.meeting
    quorum = YES if meeting.has_quorum else NO
    lines = [
        ("meeting.at", moment(meeting.held_at or meeting.planned_at, language)),
        ("meeting.place", meeting.place or "–"),
        ("meeting.quorum", in_each(quorum, language, between=" / ")),
        ("meeting.agenda_a", numbers(minutes.agenda.consent)),
        ("meeting.agenda_b", numbers(minutes.agenda.disputed)),
    ]
    return tuple((F8.heading(key, language), words) for key, words in lines)


def numbers(rows: Sequence[TableRow]) -> str:
    return ", ".join(str(one.row.number) for one in rows) or "–"


def present_table(present: Sequence[Present], language: PaperLanguage) -> Table:
    columns = tuple(
        Column(F8.heading(f"meeting.present.{key}", language), share)
        for key, share in (("party", 0.3), ("office", 0.28), ("mandate", 0.27), ("presence", 0.15))
    )
    return Table(columns, tuple(present_line(one, language) for one in present))


def present_line(one: Present, language: PaperLanguage) -> tuple[str, ...]:
    presence = one.presence
    how = "remote" if presence.is_remote else "in_person"
    places = {
        code: phrase("meeting.present.presence", how, language=code) for code in each(language)
    }
    mandate = [MAY_DECIDE if presence.may_decide else ADVISES, KNOWN if one.mandate else SHOWN]
    return (
        party_name(presence.party, language),
        presence.office,
        "\n".join(in_each(words, language, between=" / ") for words in mandate),
        in_each(places, language, between=" / "),
    )


def rows_table(rows: Sequence[TableRow], language: PaperLanguage) -> Table:
    """Both arguments, what the meeting said, the outcome with its wording; one line a row."""
    heads = [("lsg", 0.24), ("initiator", 0.22), ("result", 0.1), ("wording", 0.2)]
    columns = [Column("№", 0.05, "right")]
    for key, share in heads:
        columns.append(Column(F8.heading(f"meeting.rows.{key}", language), share))
    columns.append(Column(in_each(ARGUMENTS, language, between=" / "), 0.19))
    return Table(tuple(columns), tuple(row_line(one, language) for one in rows))


def row_line(shown: TableRow, language: PaperLanguage) -> tuple[Words, ...]:
    codes = each(language)
    result = shown.result
    state = "settled" if result and result.is_settled else "unsettled"
    states = {one: phrase("row.state", state, language=one) for one in codes}
    wordings = {one: getattr(result, f"wording_{one}", "") for one in codes}
    notes = {one: getattr(result, f"note_{one}", "") for one in codes}
    sides = in_each({one: lsg_words(shown, one) for one in codes}, language, between="\n\n")
    return (
        str(shown.row.number),
        (Run(f"{place_of(shown, language)}\n", "strong"), Run(sides)),
        in_each({one: initiator_words(shown, one) for one in codes}, language, between="\n\n"),
        in_each(states, language),
        in_each(wordings, language, between="\n\n").strip(),
        in_each(notes, language, between="\n\n").strip(),
    )


def tasks_table(tasks: Sequence[MeetingTask], language: PaperLanguage) -> Table:
    columns = tuple(
        Column(F8.heading(f"meeting.tasks.{key}", language), share)
        for key, share in (("what", 0.5), ("whom", 0.35), ("by", 0.15))
    )
    return Table(
        columns,
        tuple(
            (
                in_each(task_words(one, language), language),
                party_name(one.party, language),
                f"{one.due_on:%d.%m.%Y}" if one.due_on else "–",
            )
            for one in tasks
        ),
    )


def task_words(task: MeetingTask, language: PaperLanguage) -> dict[str, str]:
    """The task in each language; where one is lacking, as it was written in the other."""
    texts = {"ky": task.text_ky, "ru": task.text_ru}
    return {one: texts.get(one, "") or task.text_ky or task.text_ru for one in each(language)}


def correction(one: Correction, language: PaperLanguage) -> Para:
    """Word for word, in the language in which it was given."""
    head = f"{party_name(one.party, language)}, {one.by.office(each(language)[0])}, {one.at:%d.%m.%Y}: "
    return Para((Run(head, "strong"), Run(one.text, language=one.language)))

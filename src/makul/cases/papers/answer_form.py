"""The form of a position (F4 and F5) as a Word file to fill in: prefilled, and robust to being edited."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from makul.cases.models import Case, Position
from makul.cases.papers.words import WHOLE, case_title, day, mark_of
from makul.cases.queries.provisions import DraftText
from makul.core.provisions.labels import label
from makul.core.provisions.shown import line_of
from makul.documents.paper import Block, Column, Fields, Heading, Paper, Para, Run, Table
from makul.law.forms import chosen_by_people, form, phrase
from makul.parties.models import Party

F4, F5 = form("F4"), form("F5")
EMPTY_ROWS = 6
EXCERPT = 160
# The columns of a remark with their part of the width; the reader finds them by their titles.
COLUMNS = (
    ("remark.provision", 0.13),
    ("remark.kind", 0.1),
    ("remark.text", 0.24),
    ("remark.wording", 0.2),
    ("remark.reason", 0.15),
    ("remark.once", 0.09),
    ("remark.yearly", 0.09),
)
NOW = {
    "ky": "Белги коюңуз (+): бир гана сапка.",
    "ru": "Поставьте знак (+) в одной строке.",
}
MARK = {"ky": "Белги", "ru": "Знак"}
WORD = {"ky": "Бүт долбоор боюнча пикир", "ru": "О проекте в целом"}
HOW = {
    "ky": "Саптарды кошсоңуз, алып салсаңыз болот. Жобону өзүңүз көнгөндөй жазыңыз: «7-берене, 2-бөлүк» же анын коду; коддор төмөндө турат. Түрү: «каршы пикир» же «сунуш». Суммалар — бүтүн сом менен.",
    "ru": "Строки можно добавлять и убирать. Положение называйте, как привыкли: «ст. 7, ч. 2», или его кодом; коды стоят ниже. Вид: «возражение» или «предложение». Суммы — в целых сомах.",
}
PLACES = {"ky": "Долбоордун жоболору жана коддору", "ru": "Положения проекта и их коды"}
CODE = {"ky": "Коду", "ru": "Код"}
SAYS = {"ky": "Эмне деп жазылган", "ru": "Что написано"}
KEEP = {"ky": "Бул сапты өчүрбөңүз:", "ru": "Не удаляйте эту строку:"}


@dataclass(frozen=True, slots=True)
class Filled:
    """What the form is filled with before it is sent out: who answers, until when, what it drafted."""

    party: Party
    last_day: date | None
    position: Position | None


def signature_of(case: Case, party: Party) -> str:
    """The line by which a form that comes back is known: whose answer to which case it is."""
    return f"MAKUL F5 {case.number} {party.key}"


def answer_form(case: Case, filled: Filled, text: DraftText, *, language: str) -> Paper:
    """The form in one language; the text of the draft may stand in the other, and says its places."""
    return Paper(
        title=F5.title(language),
        language=language,  # type: ignore[arg-type]
        blocks=(
            *head(case, filled, language),
            Heading(1, F4.heading("position.stance", language)),
            Para(NOW[language], "note"),
            stances(filled.position, language),
            Heading(1, WORD[language]),
            Fields(((WORD[language], filled.position.summary if filled.position else ""),)),
            Heading(1, F5.heading("remark", language).rstrip(":")),
            Para(HOW[language], "note"),
            remarks(filled.position, language),
            Heading(1, PLACES[language]),
            places(text, language),
        ),
        mark=mark_of(case),
        page="landscape",
        opening=(f"№ {case.number}", ""),
        subtitle=case_title(case, language),  # type: ignore[arg-type]
    )


def head(case: Case, filled: Filled, language: str) -> list[Block]:
    lines = [(F4.heading("position.body", language), filled.party.name(language))]
    if filled.last_day:
        until = {"ky": "Акыркы күн", "ru": "Последний день"}[language]
        lines.append((until, f"{day(filled.last_day, language)}, 24:00"))
    mark = f"{KEEP[language]} {signature_of(case, filled.party)}"
    return [Fields(tuple(lines)), Para(mark, "small")]


def stances(position: Position | None, language: str) -> Table:
    chosen = position.stance if position else ""
    return Table(
        (
            Column(MARK[language], 0.1, "centre"),
            Column(F4.heading("position.stance", language), 0.9),
        ),
        tuple(
            ("+" if value == chosen else "", phrase("stance", value, language=language))
            for value in chosen_by_people("stance")
        ),
    )


def remarks(position: Position | None, language: str) -> Table:
    found = list(position.remarks.order_by("order")) if position else []
    rows: list[tuple[str, ...]] = [
        (
            f"{label(one.eid, language=language)} [{one.eid}]" if one.eid else WHOLE[language],
            phrase("remark.kind", one.kind, language=language),
            one.text,
            one.wording,
            one.reason,
            som(one.once_som),
            som(one.yearly_som),
        )
        for one in found
    ]
    rows += [("",) * len(COLUMNS)] * EMPTY_ROWS
    heads = [Column(F5.heading(key, language), share) for key, share in COLUMNS]
    return Table(tuple(heads), tuple(rows))


def som(amount: int | None) -> str:
    return "" if amount is None else f"{amount:,}".replace(",", " ")


def places(text: DraftText, language: str) -> Block:
    """The provisions with their codes, so that one may be copied into a row."""
    rows = tuple(
        (
            one.eid,
            label(one.eid, language=language),
            (Run(shortened(line_of(one, language=text.language)), language=text.language),),
        )
        for one in text.sayable
    )
    columns = (
        Column(CODE[language], 0.2),
        Column(F5.heading("remark.provision", language), 0.2),
        Column(SAYS[language], 0.6, language=text.language),
    )
    return Table(columns, rows)


def shortened(line: str) -> str:
    flat = " ".join(line.split())
    return f"{flat[:EXCERPT].rstrip()}…" if len(flat) > EXCERPT else flat

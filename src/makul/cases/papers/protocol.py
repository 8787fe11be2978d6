"""The protocol (form F9): what was settled, what was not, side by side, for the body that decides."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from django.utils import timezone

from makul.cases.models import Case, Participation
from makul.cases.papers.board import board_lines
from makul.cases.papers.words import (
    NOT_READY,
    case_title,
    day,
    each,
    in_each,
    mark_of,
    party_name,
    provision,
    stamp_of,
    sums,
)
from makul.cases.queries.numbers import numbers_of
from makul.cases.queries.table import TableRow
from makul.cases.queries.terms import TermKept, terms_kept
from makul.core.remarks import protocol_kind
from makul.documents.paper import (
    Block,
    Column,
    Fields,
    Heading,
    Paper,
    PaperLanguage,
    Para,
    Run,
    Signature,
    Signatures,
    Table,
    fingerprint,
)
from makul.law.forms import form, phrase
from makul.law.procedures.words import name

F9 = form("F9")
KIND = "protocol.kind"
SIDES = ("initiator", "association")
ORDER = ("initiator", "association", "facilitator", "decider", "appeal_body")
AWAITED = {"ky": "Кол коюлушу күтүлүүдө", "ru": "Ожидается подпись", "en": "Signature awaited"}
SUMS = {"ky": "Суммалар", "ru": "Суммы", "en": "Sums"}
NONE = {"ky": "Жок", "ru": "Нет", "en": "None"}


def protocol_paper(
    case: Case,
    *,
    rows: Sequence[TableRow],
    language: PaperLanguage,
    now: datetime,
    kind: str | None = None,
) -> Paper:
    """The protocol as a paper in one language, or in both side by side (which is what is signed)."""
    kind = kind or protocol_kind([row.as_core for row in rows])
    is_wide = language == "ky+ru"
    paper = Paper(
        title="\n".join(phrase(KIND, kind, language=one).upper() for one in each(language)),
        language=language,
        blocks=tuple(blocks_of(case, rows, kind=kind, language=language, now=now)),
        mark=mark_of(case),
        page="landscape" if is_wide else "portrait",
        opening=(f"№ {case.number}", " / ".join(opening_day(now, one) for one in each(language))),
        subtitle=case_title(case, language),
    )
    return replace(paper, stamp=stamp_of(case, now=now, sha256=fingerprint(paper)))


def opening_day(now: datetime, language: str) -> str:
    return day(timezone.localdate(now), language)


def blocks_of(
    case: Case, rows: Sequence[TableRow], *, kind: str, language: PaperLanguage, now: datetime
) -> list[Block]:
    minority = [row for row in rows if row.row.is_minority]
    main = [row for row in rows if not row.row.is_minority]
    unsettled = [row for row in main if row.state == "unsettled"]
    closed = [row for row in main if row.state != "unsettled"]
    blocks = facts(case, language)
    if kind == "disagreements":
        blocks += [
            Heading(1, F9.heading("protocol.open", language)),
            open_table(unsettled, language),
        ]
    if kind != "certificate":
        blocks += section("protocol.closed", closed_table(closed, language), closed, language)
        blocks += section(
            "protocol.minority", minority_table(minority, language), minority, language
        )
    terms = terms_kept(case, today=timezone.localdate(now))
    blocks += [Heading(1, F9.heading("protocol.terms", language)), terms_table(terms, language)]
    blocks += signing(case, language)
    return blocks


def section(
    key: str, table: Table, rows: Sequence[TableRow], language: PaperLanguage
) -> list[Block]:
    body: Block = table if rows else Para(in_each(NONE, language, between=" / "))
    return [Heading(1, F9.heading(key, language)), body]


def facts(case: Case, language: PaperLanguage) -> list[Block]:
    found = case.participations.exclude(role="lsg").select_related("party")
    seats = sorted(found, key=lambda seat: (ORDER.index(seat.role), seat.order))
    lines: list[tuple[str, str]] = []
    for seat in seats:
        lines.append((role_name(seat, language), party_name(seat.party, language)))
        if seat.role == "association":
            lines += board_lines(case, seat.party, language)
    track = {one: name("track", case.track, language=one) for one in each(language)}
    lines.append((F9.heading("protocol.track", language), in_each(track, language, between=" / ")))
    columns = F9.field("protocol.numbers").columns
    numbers = numbers_of(case)
    return [
        Heading(1, F9.heading("protocol.draft", language)),
        Fields(tuple(lines)),
        Heading(1, F9.heading("protocol.numbers", language)),
        Table(
            tuple(Column(F9.heading(one.key, language), align="right") for one in columns),
            (tuple(str(numbers[one.key.rsplit(".", 1)[1]]) for one in columns),),
        ),
    ]


def role_name(seat: Participation, language: PaperLanguage) -> str:
    names = {one: name("role", seat.role, language=one).capitalize() for one in each(language)}
    return in_each(names, language, between=" / ")


def said(row: TableRow, field: str, language: str) -> str:
    """A text of the row in a language, or in the language it was filed in, or that there is none."""
    own = str(getattr(row.row, f"{field}_{language}"))
    if own:
        return own
    filed = [getattr(one, field) for one in row.remarks if one.position.language == language]
    return next((text for text in filed if text), NOT_READY[language])


def lsg_words(row: TableRow, language: str) -> str:
    wording = said(row, "wording", language)
    text = said(row, "text", language)
    return wording if text in {wording, NOT_READY[language]} else f"{text}\n{wording}"


def initiator_words(row: TableRow, language: str) -> str:
    reply = row.published
    if reply is None:
        return phrase("reply.kind", "unanswered", language=language)
    texts = [getattr(reply, f"text_{language}"), getattr(reply, f"wording_{language}")]
    kind = phrase("reply.kind", reply.kind, language=language).capitalize()
    return "\n".join([kind, *(text for text in texts if text)])


def solution(row: TableRow, language: str) -> str:
    return str(getattr(row.result, f"note_{language}", "")) if row.result else ""


def open_table(rows: Sequence[TableRow], language: PaperLanguage) -> Table:
    return open_in_two(rows) if language == "ky+ru" else open_in_one(rows, language)


def open_in_one(rows: Sequence[TableRow], language: str) -> Table:
    heads = ("provision", "lsg", "initiator", "solution")
    shares = (0.14, 0.31, 0.25, 0.25)
    columns = [Column("№", 0.05, "right")] + [
        Column(F9.heading(f"protocol.open.{head}", language), share)
        for head, share in zip(heads, shares, strict=True)
    ]
    return Table(
        tuple(columns),
        tuple(
            (
                str(row.row.number),
                provision(row.row.eid, language),
                with_sum(lsg_words(row, language), row.row.once_som, row.row.yearly_som, language),
                initiator_words(row, language),
                solution(row, language),
            )
            for row in rows
        ),
    )


def with_sum(text: str, once: int | None, yearly: int | None, language: str) -> tuple[Run, ...]:
    return (Run(text), Run("\n" + sums(once, yearly, language), "strong"))


def open_in_two(rows: Sequence[TableRow]) -> Table:
    """One line a fact, Kyrgyz beside Russian: a difference between the texts can be seen at once."""
    columns = (
        Column("№", 0.04, "right"),
        Column("", 0.2),
        Column("Кыргызча", 0.38, language="ky"),
        Column("Русский", 0.38, language="ru"),
    )
    lines = []
    for row in rows:
        row_sums = {one: sums(row.row.once_som, row.row.yearly_som, one) for one in ("ky", "ru")}
        for head, words in (
            ("provision", {one: provision(row.row.eid, one) for one in ("ky", "ru")}),
            ("lsg", {one: lsg_words(row, one) for one in ("ky", "ru")}),
            ("sums", row_sums),
            ("initiator", {one: initiator_words(row, one) for one in ("ky", "ru")}),
            ("solution", {one: solution(row, one) for one in ("ky", "ru")}),
        ):
            title = in_each(SUMS, "ky+ru", between=" / ") if head == "sums" else ""
            title = title or F9.heading(f"protocol.open.{head}", "ky+ru")
            if words["ky"] or words["ru"]:
                lines.append((str(row.row.number), title, words["ky"], words["ru"]))
    return Table(columns, tuple(lines))


def agreed(row: TableRow, language: str) -> str:
    """The wording a closed row ended with: the meeting's, else the reply's; a dropped one says so."""
    if row.state == "dropped":
        return phrase("row.state", "dropped", language=language)
    sources = [row.result if row.result and row.result.is_settled else None, row.published]
    for source in sources:
        if source and (words := getattr(source, f"wording_{language}")):
            return str(words)
    return initiator_words(row, language)


def closed_table(rows: Sequence[TableRow], language: PaperLanguage) -> Table:
    texts = [
        Column(F9.heading("protocol.closed.wording", one), 0.7, language=one)
        for one in each(language)
    ]
    columns = (
        Column("№", 0.06, "right"),
        Column(F9.heading("protocol.open.provision", language), 0.2),
    )
    return Table(
        (*columns, *texts),
        tuple(
            (
                str(row.row.number),
                in_each({one: provision(row.row.eid, one) for one in each(language)}, language),
                *(agreed(row, one) for one in each(language)),
            )
            for row in rows
        ),
    )


def minority_table(rows: Sequence[TableRow], language: PaperLanguage) -> Table:
    """Minority opinions stand in their own names, word for word in the language they were filed in."""
    columns = (
        Column("№", 0.06, "right"),
        Column(F9.heading("protocol.open.provision", language), 0.2),
        Column(F9.heading("protocol.sign.party", language), 0.24),
        Column(F9.heading("protocol.minority", language).split(". ", 1)[-1], 0.5),
    )
    return Table(
        columns,
        tuple(
            (
                str(row.row.number),
                in_each({one: provision(row.row.eid, one) for one in each(language)}, language),
                "\n".join(party_name(party, language) for party in row.parties),
                tuple(
                    Run(f"{one.text}\n{one.wording}".strip(), language=one.position.language)
                    for one in row.remarks
                ),
            )
            for row in rows
        ),
    )


def terms_table(terms: Sequence[TermKept], language: PaperLanguage) -> Table:
    columns = tuple(
        Column(F9.heading(f"protocol.terms.{key}", language), share)
        for key, share in (("step", 0.4), ("last_day", 0.2), ("done", 0.2), ("breach", 0.2))
    )
    return Table(columns, tuple(term_line(one, language) for one in terms))


def term_line(one: TermKept, language: PaperLanguage) -> tuple[str, ...]:
    steps = {each_: name("step", one.step, language=each_) for each_ in each(language)}
    breaches = {
        each_: name("breach", one.breach, language=each_) if one.breach else "–"
        for each_ in each(language)
    }
    return (
        in_each(steps, language),
        f"{one.last_day:%d.%m.%Y}" if one.last_day else "–",
        f"{one.done_on:%d.%m.%Y}" if one.done_on else "–",
        in_each(breaches, language),
    )


def signing(case: Case, language: PaperLanguage) -> list[Block]:
    seats = case.participations.filter(role__in=SIDES).select_related("party").order_by("role")
    above = {one: F9.line("above_signatures", one) for one in each(language)}
    lines = tuple(
        Signature(
            party_name(seat.party, language), role_name(seat, language), in_each(AWAITED, language)
        )
        for seat in seats
    )
    return [
        Heading(1, F9.heading("protocol.sign", language)),
        Para(in_each(above, language), "note"),
        Signatures(lines),
    ]

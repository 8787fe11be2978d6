"""The receipt of a position (form F11) on paper, in Kyrgyz and Russian: number, hour, term, code."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from django.utils import timezone

from makul.cases.models import Case
from makul.cases.papers.words import (
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
from makul.cases.queries.receipts import Receipt
from makul.documents.paper import Fields, Paper, PaperLanguage, Para, Run, fingerprint
from makul.law.forms import form, phrase

F11, F4, F5 = form("F11"), form("F4"), form("F5")
BOTH: PaperLanguage = "ky+ru"
CODE = {"ky": "Текшерүү коду", "ru": "Код проверки"}
ANYONE = {
    "ky": "Бул кодду төмөнкү даректен каалаган адам текшере алат:",
    "ru": "По этому адресу код может проверить каждый:",
}
PAPER = {"ky": "кагаз түрүндөгү кат", "ru": "письмо на бумаге"}
PAGE = {"ky": "позиция, электрондук түрдө", "ru": "позиция, в электронном виде"}
SCAN = {"ky": "Каттын сканынын SHA-256 изи", "ru": "Отпечаток SHA-256 скана письма"}
NONE = {"ky": "жок", "ru": "нет"}


def receipt_paper(case: Case, receipt: Receipt, *, now: datetime) -> Paper:
    """The receipt as it is handed over or kept with the outgoing letters of the body."""
    paper = Paper(
        title="\n".join(F11.title(one) for one in each(BOTH)),
        language=BOTH,
        blocks=(
            Fields(tuple(lines_of(receipt))),
            Fields(((in_each(CODE, BOTH, between=" / "), (Run(receipt.code, "strong"),)),)),
            Para(in_each(ANYONE, BOTH)),
            Para(receipt.address),
        ),
        mark=mark_of(case),
        opening=(f"№ {receipt.position.receipt}", ""),
        subtitle=case_title(case, BOTH),
    )
    return replace(paper, stamp=stamp_of(case, now=now, sha256=fingerprint(paper)))


def lines_of(receipt: Receipt) -> list[tuple[str, str]]:
    """The fields of the form with what they hold; a field without anything to say is left out."""
    position = receipt.position
    said = {one: phrase("stance", position.stance, language=one) for one in each(BOTH)}
    filed_by = position.filed_by
    lines = [
        (F11.heading("receipt.case", BOTH), position.case.number),
        (F11.heading("receipt.what", BOTH), in_each(PAPER if position.is_paper else PAGE, BOTH)),
        (F11.heading("receipt.from", BOTH), party_name(position.party, BOTH)),
        (
            F11.heading("receipt.by", BOTH),
            in_each({one: filed_by.office(one) for one in each(BOTH)}, BOTH) if filed_by else "—",
        ),
        (F11.heading("receipt.at", BOTH), moment_of(position.filed_at)),
        *term_of(receipt),
        (F4.heading("position.stance", BOTH), in_each(said, BOTH)),
        (F5.heading("remark", BOTH), remarks_of(receipt)),
        (F11.heading("receipt.entry", BOTH), str(receipt.entry.number)),
        (F11.heading("receipt.hash", BOTH), str(receipt.entry.data.get("sha256", ""))),
    ]
    if receipt.outgoing:
        lines.append((F5.heading("position.outgoing", BOTH), receipt.outgoing))
    if receipt.scan:
        lines.append((in_each(SCAN, BOTH, between=" / "), receipt.scan))
    return lines


def term_of(receipt: Receipt) -> list[tuple[str, str]]:
    if receipt.last_day is None:
        return []
    value = "late" if receipt.is_late else "in_time"
    words = {one: phrase("receipt.in_time", value, language=one) for one in each(BOTH)}
    days = {one: day(receipt.last_day, one) for one in each(BOTH)}
    return [
        (F11.heading("receipt.in_time", BOTH), in_each(words, BOTH)),
        (F11.heading("receipt.last_day", BOTH), in_each(days, BOTH)),
    ]


def remarks_of(receipt: Receipt) -> str:
    """Each place with its sums; «none» where the position has no remark."""
    if not receipt.remarks:
        return in_each(NONE, BOTH, between=" / ")
    lines = []
    for number, one in enumerate(receipt.remarks, 1):
        places = {code: provision(one.eid, code) for code in each(BOTH)}
        line = f"{number}. {in_each(places, BOTH, between=' / ')}"
        if one.once_som is not None or one.yearly_som is not None:
            known = {code: sums(one.once_som, one.yearly_som, code) for code in each(BOTH)}
            line += f": {in_each(known, BOTH, between=' / ')}"
        lines.append(line)
    return "\n".join(lines)


def moment_of(at: datetime | None) -> str:
    return f"{timezone.localtime(at):%d.%m.%Y, %H:%M}" if at else "—"

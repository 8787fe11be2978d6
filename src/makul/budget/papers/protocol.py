"""The special protocol in two sections, agreed and not agreed: a paper for each language, and one of both."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from django.utils import timezone

from makul.budget.models import SpecialProtocol
from makul.budget.papers import words
from makul.budget.papers.item import item_blocks
from makul.budget.papers.words import bare, money
from makul.budget.queries.items import Shown, items_of, shown
from makul.budget.queries.signing import Hand, closing_of, hands
from makul.budget.queries.standing import mandate_of
from makul.cases.papers.words import NOT_READY, day, mark_of, stamp_of
from makul.core.balance import Sums, sums
from makul.documents.paper import (
    Block,
    Column,
    Fields,
    Heading,
    PageBreak,
    Paper,
    PaperLanguage,
    Para,
    Signature,
    Signatures,
    Table,
    fingerprint,
)
from makul.documents.pdf_writing import write_pdf
from makul.documents.storing import File
from makul.documents.word_writing import write_docx

SIGNED: PaperLanguage = "ky+ru"
READ: tuple[PaperLanguage, ...] = ("ky", "ru")


def files_of(protocol: SpecialProtocol, *, now: datetime) -> list[File]:
    """The PDF in both languages, which is what is signed, and a Word file in each language."""
    name = f"special-protocol-{protocol.budget_year}-{protocol.case.number}"
    pdf = write_pdf(special_paper(protocol, language=SIGNED, now=now))
    files = [File(SIGNED, f"{name}.pdf", pdf)]
    for language in READ:
        data = write_docx(special_paper(protocol, language=language, now=now))
        files.append(File(language, f"{name}-{language}.docx", data))
    return files


def special_paper(protocol: SpecialProtocol, *, language: PaperLanguage, now: datetime) -> Paper:
    """The protocol as it stands: in one language, or the Kyrgyz text and after it the Russian one."""
    codes, case = language.split("+"), protocol.case
    items = shown(items_of(protocol, tabled=True), protocol)
    signing = hands(protocol)
    blocks: list[Block] = []
    for code in codes:
        if blocks:
            blocks += [PageBreak(), Para(words.TITLE[code].upper(), "centre")]
        blocks += blocks_in(protocol, items, signing, code)
    on = timezone.localdate(now)
    paper = Paper(
        title="\n".join(words.TITLE[code].upper() for code in codes),
        language=language,
        blocks=tuple(blocks),
        mark=mark_of(case),
        opening=(f"№ {case.number}", " / ".join(day(on, code) for code in codes)),
        subtitle="\n".join(case.title(code) or NOT_READY[code] for code in codes),
    )
    return replace(paper, stamp=stamp_of(case, now=now, sha256=fingerprint(paper)))


def blocks_in(
    protocol: SpecialProtocol, items: Sequence[Shown], signing: Sequence[Hand], code: str
) -> list[Block]:
    """The whole protocol in one language."""
    agreed = [one for one in items if one.item.outcome == "agreed"]
    open_ = [one for one in items if one.item.outcome in ("not_agreed", "")]
    rest = [one for one in items if one.item.outcome in ("withdrawn", "carried")]
    blocks: list[Block] = [Fields(tuple(facts(protocol, signing, code)))]
    if protocol.case.is_demonstration:
        blocks.append(Para(words.DEMONSTRATION[code], "note"))
    blocks += [Heading(1, words.HEADS["sums"][code]), sums_table(protocol, agreed, open_, code)]
    for key, part in (("section_1", agreed), ("section_2", open_)):
        blocks.append(Heading(1, words.HEADS[key][code]))
        blocks += [block for one in part for block in item_blocks(one, code)] or [
            Para(words.NONE[code])
        ]
    if rest:
        blocks.append(Heading(1, words.HEADS["rest"][code]))
        blocks += [block for one in rest for block in item_blocks(one, code)]
    return [*blocks, *signature_blocks(protocol, signing, code)]


def facts(protocol: SpecialProtocol, signing: Sequence[Hand], code: str) -> list[tuple[str, str]]:
    """Year, bill, committee, sitting, mandate, frame."""
    bill, mandate = protocol.bill, mandate_of(protocol)
    committee = next((one.party.name(code) for one in signing if one.role == "committee"), "")
    sat = day(protocol.sat_on, code) if protocol.sat_on else words.NO_SITTING[code]
    said = {
        "year": str(protocol.budget_year),
        "bill": f"{bill.title(code) or NOT_READY[code]} (№ {bill.number})" if bill else "",
        "committee": committee,
        "sat": sat,
        "mandate": words.MANDATES[mandate.value][code]
        + (f", {day(mandate.on, code)}" if mandate.on else "")
        + (f" ({mandate.document})" if mandate.document else ""),
        "frame": money(protocol.frame_som, code) if protocol.frame_som is not None else "",
    }
    lines = [(words.LABELS[key][code], text) for key, text in said.items() if text]
    text = getattr(protocol, f"sat_{code}", "")
    return [*lines, (words.LABELS["kept"][code], text)] if text else lines


def sums_table(
    protocol: SpecialProtocol, agreed: Sequence[Shown], open_: Sequence[Shown], code: str
) -> Table:
    """What each side makes in all, by section and year."""
    year = protocol.budget_year
    columns = (
        Column(words.HEADS["section"][code], 0.24),
        Column(words.HEADS["items"][code], 0.1, "right"),
        Column(words.HEADS["year"][code], 0.14, "right"),
        *(
            Column(words.SIDES[side][code], 0.13, "right")
            for side in ("lsg", "government", "gap", "agreed")
        ),
    )
    rows = []
    for key, part in (("agreed", agreed), ("not_agreed", open_), ("whole", [*agreed, *open_])):
        label = words.HEADS["whole"][code] if key == "whole" else words.OUTCOMES[key][code]
        lines = [one.line for one in part]
        rows.append(sums_row(label, str(year), sums(lines, years=[year])))
        span = f"{year}–{protocol.years[-1]}"
        rows.append(sums_row("", span, sums(lines, years=protocol.years)))
    return Table(columns, tuple(rows))


def sums_row(label: str, years: str, found: Sums) -> tuple[str, ...]:
    figures = (found.asked, found.offered, found.gap, found.agreed)
    return (label, str(found.items) if label else "", years, *(bare(one) for one in figures))


def signature_blocks(protocol: SpecialProtocol, signing: Sequence[Hand], code: str) -> list[Block]:
    """Who signed, who refused and why, who did not; and what the side said that closed it alone."""
    blocks: list[Block] = [
        Heading(1, words.HEADS["signatures"][code]),
        Signatures(tuple(hand_of(one, code) for one in signing)),
    ]
    closing = closing_of(protocol)
    if closing:
        blocks += [
            Heading(1, words.HEADS["closing"][code]),
            Fields(
                (
                    (
                        f"{closing.party.name(code)}, {day(timezone.localdate(closing.at), code)}",
                        closing.text,
                    ),
                )
            ),
        ]
    return blocks


def hand_of(hand: Hand, code: str) -> Signature:
    """A line for a hand: until the paper is drawn and after, what came of it."""
    signature = hand.signature
    if signature is None:
        return Signature(hand.party.name(code), "", words.STATES["awaited"][code])
    on = day(timezone.localdate(signature.at), code)
    state = words.STATES[signature.state][code].format(day=on, reason=signature.reason)
    return Signature(hand.party.name(code), signature.by.office(code), state)

"""The opinion on own initiative, drawn up from what is known of a bill: the association only has to release it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from makul.bills.models import Alert, Bill
from makul.bills.papers import words
from makul.bills.papers.names import initiator_name
from makul.cases.papers.words import NOT_READY, day
from makul.core.provisions import label
from makul.documents.paper import (
    Block,
    Fields,
    Heading,
    Paper,
    PaperLanguage,
    Para,
    Signature,
    Signatures,
    Stamp,
    both,
    fingerprint,
)
from makul.law.forms import phrase
from makul.parties.models import Party

EDITION = "2026-proposed"


def opinion_paper(
    alert: Alert, association: Party, *, language: PaperLanguage, now: datetime
) -> Paper:
    """The opinion in Kyrgyz or in Russian, ready to be read, changed, released or printed."""
    bill = alert.bill
    paper = Paper(
        title=words.TITLE[language],
        language=language,
        blocks=tuple(blocks_of(alert, association, language)),
        mark=both("printed", "demonstration", language="ky+ru").upper()
        if bill.is_demonstration
        else "",
        opening=(f"{bill.source} № {bill.number}", day(now, language)),
        subtitle=bill.title(language) or NOT_READY[language],
    )
    # No case number: the paper is about a bill, which its first fields name.
    return replace(paper, stamp=Stamp("", EDITION, now, fingerprint(paper)))


def blocks_of(alert: Alert, association: Party, language: str) -> list[Block]:
    bill = alert.bill
    return [
        Fields(tuple(facts_of(bill, language))),
        Heading(1, words.HEADINGS["noticed"][language]),
        Para(noticed(alert, language)),
        Heading(1, words.HEADINGS["touches"][language]),
        *touches_of(bill, language),
        Heading(1, words.HEADINGS["grounds"][language]),
        *grounds_of(alert, language),
        Heading(1, words.HEADINGS["request"][language]),
        Para(words.REQUESTS[alert.kind][language]),
        Signatures((Signature(association.name(language), ""),)),
    ]


def facts_of(bill: Bill, language: str) -> list[tuple[str, str]]:
    said = {
        "bill": bill.title(language) or NOT_READY[language],
        "number": f"{bill.source} № {bill.number}, {day(bill.registered_on, language)}",
        "initiator": bill.initiator or initiator_name(bill.initiator_kind, language),
    }
    if bill.committee:
        said["committee"] = bill.committee.name(language)
    return [(words.LABELS[key][language], text) for key, text in said.items()]


def noticed(alert: Alert, language: str) -> str:
    """What the watch noticed, with its day, readings and provisions."""
    event = alert.event
    on = event.on if event and alert.kind != "no_case" else alert.bill.registered_on
    places = ", ".join(label(eid, language=language) for eid in (event.eids if event else []))
    readings = (event.readings if event else "").replace(",", ", ")
    return words.NOTICED[alert.kind][language].format(
        day=day(on, language), places=places, readings=readings or "—"
    )


def touches_of(bill: Bill, language: str) -> list[Block]:
    """Each kind of interest with the words that were found for it."""
    if not bill.interests:
        return [Para(words.NO_HINT[language])]
    lines = []
    for kind in bill.interests:
        found = ", ".join(bill.hints.get(kind, ()))
        lines.append((phrase("interest", kind, language=language), f"«{found}»" if found else "—"))
    return [Para(words.HINT[language], "note"), Fields(tuple(lines))]


def grounds_of(alert: Alert, language: str) -> list[Block]:
    """The grounds that fit the kinds of interest; how a fast track is decided stands as practice."""
    known = set(alert.bill.interests)
    said = [text for kinds, text in words.GROUNDS if not kinds or known & set(kinds)]
    if alert.kind == "fast_track":
        said.append(words.PRACTICE)
    return [Para(text[language]) for text in said]

"""Reads the readings of a bill and what became of each row from one to the next."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from makul.bills.models import Bill
from makul.cases.queries.comparing import in_language
from makul.cases.queries.provisions import INSTEAD, DraftText, draft_text
from makul.cases.queries.table import TableRow, table_of
from makul.core.provisions import Provision
from makul.core.remarks import compare_outcome
from makul.documents.models import Document, Version
from makul.documents.queries import provisions_of
from makul.sittings.models import AgendaItem, Reading, RowFate

# What counting words suggests, as the fate of a row; a person decides.
SUGGESTED = {
    "lsg": "taken",
    "partly": "partly",
    "initiator": "declined",
    "removed": "partly",
    "changed_after": "reopened",
}
NUMBERED = re.compile(r"(?m)^\s*\d+[.)]\s*")
WON = frozenset({"taken", "partly"})


@dataclass
class ReadingShown:
    """A reading with the fates of its rows and the texts considered, by language."""

    reading: Reading
    fates: dict[int, RowFate] = field(default_factory=dict)
    texts: dict[str, Version] = field(default_factory=dict)
    conciliated: dict[str, Version] = field(default_factory=dict)

    @property
    def counts(self) -> list[tuple[str, int]]:
        """How many rows had each fate, in the order of the list of fates."""
        told = Counter(one.result for one in self.fates.values())
        return [(name, told[name]) for name in RowFate.Result.values if told[name]]

    @property
    def has_votes(self) -> bool:
        return self.reading.votes_for is not None

    @property
    def comparable(self) -> str:
        """A language in which both the text considered and the one conciliated stand, or nothing."""
        return next((code for code in ("ky", "ru") if self.may_compare(code)), "")

    def may_compare(self, language: str) -> bool:
        return language in self.texts and language in self.conciliated


@dataclass(frozen=True, slots=True)
class RowWay:
    """A row of the conciliation and what each reading made of it."""

    shown: TableRow
    fates: tuple[tuple[Reading, RowFate | None], ...]

    @property
    def last(self) -> RowFate | None:
        return next((fate for _reading, fate in reversed(self.fates) if fate), None)


def readings_of(bill: Bill) -> list[ReadingShown]:
    """The readings of a bill, the first first (five queries at most)."""
    found = bill.readings.select_related("item__sitting__case", "item__sitting__house", "version")
    shown = {one.pk: ReadingShown(one) for one in found.order_by("read_on", "pk")}
    if not shown:
        return []
    for fate in RowFate.objects.filter(reading__in=list(shown)).select_related("row"):
        shown[fate.reading_id].fates[fate.row_id] = fate
    texts, conciliated = texts_of(bill), conciliated_texts(bill)
    for one in shown.values():
        version = one.reading.version
        one.texts = texts.get((version.document_id, version.number), {}) if version else {}
        one.conciliated = conciliated
    return list(shown.values())


def texts_of(bill: Bill) -> dict[tuple[int, int], dict[str, Version]]:
    """Every text of the bill by document and number, each by language (one query).

    The draft as it was conciliated counts too: a reading may consider just that text.
    """
    subjects = [bill.subject, *([bill.case.subject] if bill.case else [])]
    found = Version.objects.filter(document__subject__in=subjects, document__kind__in=TEXTS)
    texts: dict[tuple[int, int], dict[str, Version]] = {}
    for version in found.order_by("document_id", "number", "language"):
        texts.setdefault((version.document_id, version.number), {})[version.language] = version
    return texts


TEXTS = (Document.Kind.DRAFT, Document.Kind.ADOPTED)


def conciliated_texts(bill: Bill) -> dict[str, Version]:
    """The draft as it left the conciliation, by language (one query)."""
    if bill.case is None:
        return {}
    found = Version.objects.filter(
        document__subject=bill.case.subject, document__kind=Document.Kind.DRAFT
    )
    return {one.language: one for one in found.order_by("document_id", "number")}


def rows_through(bill: Bill, readings: Sequence[ReadingShown]) -> list[RowWay]:
    """Each row of the conciliation through all readings (two queries)."""
    if bill.case is None:
        return []
    table = table_of(bill.case, is_reply_term_over=True)
    return [
        RowWay(row, tuple((one.reading, one.fates.get(row.row.pk)) for one in readings))
        for row in table
    ]


def texts_to_read(bill: Bill) -> list[Version]:
    """The texts a reading may have considered, one of each edition, the newest first (one query)."""
    return [
        versions.get("ky") or next(iter(versions.values()))
        for _key, versions in sorted(texts_of(bill).items(), reverse=True)
    ]


def items_of(bill: Bill) -> list[AgendaItem]:
    """The items of sittings about this bill, the latest first (one query)."""
    found = bill.agenda_items.filter(taken_off_at__isnull=True)
    return list(
        found.select_related("sitting__case", "sitting__house", "version").order_by(
            "-sitting__starts_at", "order"
        )
    )


@dataclass(frozen=True, slots=True)
class Traced:
    """A row beside the texts it is traced by; `suggested` only counts words."""

    shown: TableRow
    conciliated: str
    asked: str
    promised: str
    considered: str
    suggested: str
    former: RowFate | None  # in an earlier reading


def rows_to_trace(reading: Reading, *, language: str) -> tuple[list[Traced], DraftText]:
    """Each row of the conciliation beside the text considered, in the language of that text."""
    case = reading.bill.case
    considered = text_considered(reading, language)
    if case is None:
        return [], considered
    drafted = draft_text(case, considered.language)
    former = former_fates(reading)
    rows = table_of(case, is_reply_term_over=True)
    return [
        traced(row, drafted=drafted, considered=considered, former=former.get(row.row.pk))
        for row in rows
    ], considered


def former_fates(reading: Reading) -> Mapping[int, RowFate]:
    """The fate of each row in the readings before this one: the latest of them (one query)."""
    before = RowFate.objects.filter(
        reading__bill=reading.bill_id, reading__read_on__lte=reading.read_on
    ).exclude(reading=reading.pk)
    return {one.row_id: one for one in before.order_by("reading__read_on", "reading_id")}


def text_considered(reading: Reading, language: str) -> DraftText:
    """The text of a reading in the language asked for, else in the other (two queries)."""
    version = reading.version
    if version is None:
        return DraftText(language=language if language != "en" else "ky", provisions=())
    versions = {
        one.language: one
        for one in Version.objects.filter(document=version.document_id, number=version.number)
    }
    found = next(code for code in (*INSTEAD[language], *versions) if code in versions)
    return DraftText(found, read_provisions(versions[found]), versions[found])


def read_provisions(version: Version) -> tuple[Provision, ...]:
    return tuple(
        Provision(one.eid, one.kind, one.number, one.heading, one.text)
        for one in provisions_of([version])[version.pk]
    )


def traced(
    shown: TableRow, *, drafted: DraftText, considered: DraftText, former: RowFate | None
) -> Traced:
    row, code = shown.row, considered.language
    promise = shown.result if shown.result and shown.result.is_settled else shown.published
    before, now = drafted.text(row.eid), considered.text(row.eid)
    asked = in_language(row, "wording", code)
    promised = in_language(promise, "wording", code) if promise else ""
    suggested = ""
    if considered.provisions:
        outcome = compare_outcome(
            bare(now) or None, drafted=bare(before), asked=bare(asked), promised=bare(promised)
        )
        suggested = suggestion(
            outcome.suggestion, was_won=bool(former and former.result in WON), promised=promised
        )
    return Traced(shown, before, asked, promised, now, suggested, former)


def bare(text: str) -> str:
    """The words without the numbers that lines begin with: who proposes a wording leaves them out."""
    return NUMBERED.sub("", text)


def suggestion(result: str, *, was_won: bool, promised: str) -> str:
    """The fate that counting words suggests: only what was taken in or promised can be undone."""
    if result == "initiator" and was_won:
        return str(RowFate.Result.REOPENED)
    if result == "changed_after" and not (was_won or promised):
        return str(RowFate.Result.PARTLY)
    return SUGGESTED[result]


def totals_of(ways: Iterable[RowWay]) -> list[tuple[str, int]]:
    """How the rows stand after the last reading that traced them, in the order of the fates."""
    told = Counter(way.last.result if way.last else "" for way in ways)
    return [(name, told[name]) for name in (*RowFate.Result.values, "") if told[name]]

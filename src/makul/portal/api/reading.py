"""Reads what the API tells of one case: its parties and papers, its text, its journal."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import F, OuterRef, Q, QuerySet, Subquery
from django.http import Http404
from django.urls import reverse

from makul.cases.models import Case, Position, Remark
from makul.cases.queries.rows import are_rows_open
from makul.cases.queries.text import LANGUAGES
from makul.cases.views.public.words import is_open_entry
from makul.core.procedure import Facts, Status
from makul.documents.models import Document, Provision, Version
from makul.journal.models import Entry
from makul.journal.queries import entries_of
from makul.portal.api.schemas import (
    CaseDetail,
    DueRecord,
    EntryRecord,
    PaperRecord,
    ProvisionDetail,
    ProvisionRecord,
    Seat,
    WholeCase,
)
from makul.portal.opendata import reading


def case_of(number: str) -> Case:
    """The case, as a record needs it (one query). Raises: Http404."""
    case = reading.all_cases().filter(number=number).first()
    if case is None:
        raise Http404
    return case


def judged(case: Case, *, today: date) -> tuple[Facts, Status]:
    return reading.judged([case], today=today)[case.pk]


def detail(case: Case, *, today: date) -> CaseDetail:
    """Ten queries, whatever the size of the case."""
    _facts, said = judged(case, today=today)
    return CaseDetail(**detail_values(case, said))


def detail_values(case: Case, said: Status) -> dict[str, Any]:
    papers = papers_of(case)
    drafts = [one for one in papers if one.kind == Document.Kind.DRAFT]
    newest = max((one.version for one in drafts), default=0)
    there = {code for one in drafts if one.version == newest for code in one.language.split("+")}
    record = reading.case_records([case])[0]
    return {
        **record.model_dump(),
        "parties": seats_of(case),
        "due": [
            DueRecord(step=one.step, body=one.party, last_day=one.last_day) for one in said.due
        ],
        "terms_missed": reading.missed_records(case, said),
        "papers": papers,
        "missing_languages": [code for code in LANGUAGES if drafts and code not in there],
    }


def seats_of(case: Case) -> list[Seat]:
    return [
        Seat(
            role=one.role,
            body=one.party.key,
            name_ky=one.party.name_ky,
            name_ru=one.party.name_ru,
        )
        for one in case.participations.select_related("party")
    ]


def papers_of(case: Case) -> list[PaperRecord]:
    found = Version.objects.filter(document__subject=case.subject, document__is_public=True)
    return [
        PaperRecord(
            document=one.document_id,
            kind=one.document.kind,
            version=one.number,
            language=one.language,
            file_name=one.file_name,
            sha256=one.blob_id,
            url=reverse("document_file", args=[one.document_id, one.number, one.language]),
            registered_at=one.created_at,
        )
        for one in found.select_related("document").order_by("document", "number", "language")
    ]


def draft_provisions(number: str) -> QuerySet[Provision]:
    """The provisions of the newest version of the draft, in each language in which it is there."""
    draft = Q(
        version__document__subject=f"case:{number}",
        version__document__kind=Document.Kind.DRAFT,
        version__document__is_public=True,
    )
    newest = Version.objects.filter(document=OuterRef("version__document")).order_by("-number")
    found = Provision.objects.filter(draft, version__number=Subquery(newest.values("number")[:1]))
    return found.annotate(language=F("version__language"), edition=F("version__number"))


def provision_records(number: str, rows: QuerySet[Any]) -> list[ProvisionRecord]:
    """Both languages of each provision under one id, in the order of the first that has it."""
    found: dict[str, dict[str, Any]] = {}
    fields = ("eid", "kind", "number", "heading", "text", "language", "edition")
    for eid, kind, own, heading, text, language, edition in rows.order_by(
        "order", "language"
    ).values_list(*fields):
        values = found.setdefault(
            eid,
            {"case": number, "version": edition, "eid": eid, "kind": kind, "number": own}
            | dict.fromkeys(("heading_ky", "heading_ru", "text_ky", "text_ru")),
        )
        if language in LANGUAGES:
            values |= {f"heading_{language}": heading, f"text_{language}": text}
    return [ProvisionRecord(**values) for values in found.values()]


def provision_detail(number: str, eid: str) -> ProvisionDetail:
    """A provision with the remarks on it and below it (two queries). Raises: Http404."""
    found = provision_records(number, draft_provisions(number).filter(eid=eid))
    if not found:
        raise Http404
    remarks = reading.open_remarks().filter(
        Q(eid=eid) | Q(eid__startswith=f"{eid}__"), position__case__number=number
    )
    said = [reading.remark_record(one) for one in remarks]
    return ProvisionDetail(**found[0].model_dump(), remarks=said)


def entry_record(one: Entry) -> EntryRecord:
    """An entry; of internal work only that it was recorded, as on the page of the journal."""
    told = is_open_entry(one.action)
    return EntryRecord(
        number=one.number,
        at=one.at,
        action=one.action,
        party=one.party if told else "",
        to=one.to if told else "",
        value=one.value if told else "",
        hash=one.hash,
    )


def positions_in(case: Case) -> QuerySet[Position]:
    return reading.open_positions().filter(case=case)


def remarks_in(case: Case) -> QuerySet[Remark]:
    return reading.open_remarks().filter(position__case=case)


def whole_case(case: Case, *, today: date) -> WholeCase:
    """Everything public of a case (a constant number of queries)."""
    facts, said = judged(case, today=today)
    rows = case.rows.all() if are_rows_open(facts, said) else case.rows.none()
    return WholeCase(
        **detail_values(case, said),
        provisions=provision_records(case.number, draft_provisions(case.number)),
        rows=reading.row_records(case, rows, said),
        positions=[reading.position_record(one) for one in positions_in(case)],
        remarks=[reading.remark_record(one) for one in remarks_in(case)],
        entries=[entry_record(one) for one in entries_of(case.subject)],
    )

"""The operations of the API: what may be asked, within which bounds, and what is answered."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Any, Literal

from django.http import Http404, HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_noop as _
from ninja import Path, Query, Router

from makul.cases.models import Case
from makul.cases.queries.listing import cases_in
from makul.cases.queries.rows import are_rows_open
from makul.journal.queries import entries_of
from makul.portal.api import reading as one
from makul.portal.api.schemas import (
    BodyPage,
    CaseDetail,
    CasePage,
    EntryPage,
    PositionPage,
    ProvisionDetail,
    ProvisionPage,
    RemarkPage,
    RowPage,
    WholeCase,
)
from makul.portal.api.views.paging import NOT_THERE, REFUSED, Limit, PageNumber, each, paged
from makul.portal.opendata import reading
from makul.portal.opendata.schemas import BodyRecord

Number = Annotated[
    str,
    Path(
        pattern=r"^[0-9][-A-Za-z0-9_]{0,19}$",
        description=_("Number of a case"),
        example="2026-0007",
    ),
]
Eid = Annotated[
    str,
    Path(
        pattern=r"^[A-Za-z][-A-Za-z0-9_]{0,159}$",
        description=_("Id of a provision"),
        example="art_3__part_1",
    ),
]
Key = Annotated[
    str,
    Path(pattern=r"^[-A-Za-z0-9_]{1,60}$", description=_("Key of a body"), example="demo-ministry"),
]
State = Annotated[
    Literal["open", "late", "agreed", "not_agreed", "adopted", "bypassed", "ended"] | None,
    Query(description=_("Only the cases in this state"), example="open"),
]
OpenedIn = Annotated[
    int | None,
    Query(ge=2020, le=2100, description=_("Only the cases opened in this year"), example=2026),
]
Words = Annotated[
    str,
    Query(
        max_length=100,
        description=_("Only the cases whose title holds every one of these words"),
        example="жарык",
    ),
]
KeyAsked = Annotated[
    str,
    Query(
        max_length=60,
        pattern=r"^[-A-Za-z0-9_]*$",
        description=_("Only the cases of this norm-making body"),
        example="demo-ministry",
    ),
]
BodyKind = Annotated[
    Literal["ministry", "association", "desk", "committee", "panel", "executive", "kenesh"] | None,
    Query(description=_("Only bodies of this kind"), example="executive"),
]

router = Router()


@router.get(
    "/cases",
    response={200: CasePage} | REFUSED,
    operation_id="listCases",
    tags=["cases"],
    summary=_("All conciliations, the newest first"),
)
def list_cases(
    request: HttpRequest,
    state: State = None,
    year: OpenedIn = None,
    initiator: KeyAsked = "",
    q: Words = "",
    page: PageNumber = 1,
    limit: Limit = 50,
) -> dict[str, Any]:
    found = cases_in(state or "", q).select_related("previous")
    if year:
        found = found.filter(number__startswith=f"{year}-")
    if initiator:
        seats = {"participations__party__key": initiator, "participations__role": "initiator"}
        found = found.filter(**seats)
    return paged(found, page, limit, reading.case_records)


@router.get(
    "/cases/{number}",
    response={200: CaseDetail} | NOT_THERE,
    operation_id="getCase",
    tags=["cases"],
    summary=_("One conciliation: its parties, its papers, what is owed, what was missed"),
)
def get_case(request: HttpRequest, number: Number) -> CaseDetail:
    return one.detail(one.case_of(number), today=timezone.localdate())


@router.get(
    "/cases/{number}/whole",
    response={200: WholeCase} | NOT_THERE,
    operation_id="getWholeCase",
    tags=["cases"],
    summary=_("Everything public of one conciliation in one answer"),
)
def get_whole_case(request: HttpRequest, number: Number) -> WholeCase:
    return one.whole_case(one.case_of(number), today=timezone.localdate())


@router.get(
    "/cases/{number}/provisions",
    response={200: ProvisionPage} | NOT_THERE,
    operation_id="listProvisions",
    tags=["texts"],
    summary=_("The text of the draft, provision by provision, in both languages"),
)
def list_provisions(
    request: HttpRequest, number: Number, page: PageNumber = 1, limit: Limit = 200
) -> dict[str, Any]:
    case_there(number)
    records = one.provision_records(number, one.draft_provisions(number))
    start = (page - 1) * limit
    pages = max(1, -(-len(records) // limit))
    items = records[start : start + limit]
    return {"count": len(records), "page": page, "pages": pages, "items": items}


@router.get(
    "/cases/{number}/provisions/{eid}",
    response={200: ProvisionDetail} | NOT_THERE,
    operation_id="getProvision",
    tags=["texts"],
    summary=_("One provision in both languages with the remarks on it and below it"),
)
def get_provision(request: HttpRequest, number: Number, eid: Eid) -> ProvisionDetail:
    return one.provision_detail(number, eid)


@router.get(
    "/cases/{number}/rows",
    response={200: RowPage} | NOT_THERE,
    operation_id="listRows",
    tags=["remarks"],
    summary=_("The table of remarks and replies, once it is open"),
)
def list_rows(
    request: HttpRequest, number: Number, page: PageNumber = 1, limit: Limit = 50
) -> dict[str, Any]:
    case = one.case_of(number)
    facts, said = one.judged(case, today=timezone.localdate())
    is_open = are_rows_open(facts, said)
    rows = (case.rows.all() if is_open else case.rows.none()).order_by("number")

    def records(found: Iterable[Any]) -> list[Any]:
        keys = [row.pk for row in found]
        return reading.row_records(case, case.rows.filter(pk__in=keys), said)

    return paged(rows, page, limit, records) | {"is_open": is_open}


@router.get(
    "/cases/{number}/positions",
    response={200: PositionPage} | NOT_THERE,
    operation_id="listPositions",
    tags=["remarks"],
    summary=_("What each body answered"),
)
def list_positions(
    request: HttpRequest, number: Number, page: PageNumber = 1, limit: Limit = 50
) -> dict[str, Any]:
    found = one.positions_in(case_there(number))
    return paged(found, page, limit, each(reading.position_record))


@router.get(
    "/cases/{number}/remarks",
    response={200: RemarkPage} | NOT_THERE,
    operation_id="listRemarks",
    tags=["remarks"],
    summary=_("The remarks of the positions that stand, one by one"),
)
def list_remarks(
    request: HttpRequest, number: Number, page: PageNumber = 1, limit: Limit = 50
) -> dict[str, Any]:
    found = one.remarks_in(case_there(number))
    return paged(found, page, limit, each(reading.remark_record))


@router.get(
    "/cases/{number}/entries",
    response={200: EntryPage} | NOT_THERE,
    operation_id="listEntries",
    tags=["cases"],
    summary=_("The journal of one conciliation, the oldest entry first"),
)
def list_entries(
    request: HttpRequest, number: Number, page: PageNumber = 1, limit: Limit = 50
) -> dict[str, Any]:
    found = entries_of(case_there(number).subject)
    return paged(found, page, limit, each(one.entry_record))


@router.get(
    "/bodies",
    response={200: BodyPage} | REFUSED,
    operation_id="listBodies",
    tags=["bodies"],
    summary=_("All bodies of the register"),
)
def list_bodies(
    request: HttpRequest, kind: BodyKind = None, page: PageNumber = 1, limit: Limit = 50
) -> dict[str, Any]:
    found = reading.all_bodies()
    rows = found.filter(kind=kind) if kind else found
    return paged(rows, page, limit, each(reading.body_record))


@router.get(
    "/bodies/{key}",
    response={200: BodyRecord} | NOT_THERE,
    operation_id="getBody",
    tags=["bodies"],
    summary=_("One body"),
)
def get_body(request: HttpRequest, key: Key) -> BodyRecord:
    found = reading.all_bodies().filter(key=key).first()
    if found is None:
        raise Http404
    return reading.body_record(found)


def case_there(number: str) -> Case:
    found = Case.objects.of("npa").filter(number=number).first()
    if found is None:
        raise Http404
    return found

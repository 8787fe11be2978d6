"""The operations of the API on Parliament's side: bills, alerts, sittings, expertises."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from django.http import Http404, HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_noop as _
from ninja import Path, Query, Router

from makul.portal.api.views.paging import (
    NOT_THERE,
    REFUSED,
    Limit,
    PageNumber,
    Year,
    each,
    paged,
)
from makul.portal.parliament import reading
from makul.portal.parliament.pages import (
    AlertPage,
    BillPage,
    ExpertisePage,
    SittingPage,
    SpecialItemPage,
)
from makul.portal.parliament.reading_items import all_items, ended, item_records
from makul.portal.parliament.records import BillDetail

MOST_KEY = 2_147_483_647
Touches = Annotated[
    Literal["unknown", "likely", "yes", "no"] | None,
    Query(description=_("Only bills of which this was found"), example="yes"),
]
Initiator = Annotated[
    Literal["cabinet", "deputies", "president", "voters", "court", "prosecutor", "kurultai"] | None,
    Query(description=_("Only bills of this kind of initiator"), example="deputies"),
]
AlertKind = Annotated[
    Literal["no_case", "agenda_change", "fast_track", "reopened"] | None,
    Query(description=_("Only alerts of this kind"), example="no_case"),
]
House = Annotated[
    str,
    Query(
        max_length=60,
        pattern=r"^[-A-Za-z0-9_]*$",
        description=_("Only sittings of this committee or of the chamber, by its key"),
        example="demo-committee",
    ),
]
Verdict = Annotated[
    Literal["acceptable", "acceptable_with_changes", "not_acceptable", "insufficient"] | None,
    Query(description=_("Only expertises with this verdict"), example="not_acceptable"),
]
ItemOutcome = Annotated[
    Literal["agreed", "not_agreed", "withdrawn", "carried"] | None,
    Query(description=_("Only items that ended so"), example="not_agreed"),
]
BillKey = Annotated[
    int,
    Path(ge=1, le=MOST_KEY, description=_("Number of a bill on this site"), example=1024),
]

router = Router()


@router.get(
    "/bills",
    response={200: BillPage} | REFUSED,
    operation_id="listBills",
    tags=["parliament"],
    summary=_("All bills, the newest first"),
)
def list_bills(
    request: HttpRequest,
    touches: Touches = None,
    initiator_kind: Initiator = None,
    year: Year = None,
    page: PageNumber = 1,
    limit: Limit = 50,
) -> dict[str, Any]:
    found = reading.all_bills()
    if touches:
        found = found.filter(touches=touches)
    if initiator_kind:
        found = found.filter(initiator_kind=initiator_kind)
    if year:
        found = found.filter(registered_on__year=year)
    return paged(found, page, limit, each(reading.bill_record))


@router.get(
    "/bills/{bill}",
    response={200: BillDetail} | NOT_THERE,
    operation_id="getBill",
    tags=["parliament"],
    summary=_("One bill: what happened to it and what the watch noticed"),
)
def get_bill(request: HttpRequest, bill: BillKey) -> BillDetail:
    found = reading.all_bills().filter(pk=bill).first()
    if found is None:
        raise Http404
    return reading.bill_detail(found)


@router.get(
    "/alerts",
    response={200: AlertPage} | REFUSED,
    operation_id="listAlerts",
    tags=["parliament"],
    summary=_("What the watch noticed, the newest first"),
)
def list_alerts(
    request: HttpRequest,
    kind: AlertKind = None,
    year: Year = None,
    page: PageNumber = 1,
    limit: Limit = 50,
) -> dict[str, Any]:
    found = reading.all_alerts()
    if kind:
        found = found.filter(kind=kind)
    if year:
        found = found.filter(raised_at__year=year)
    return paged(found, page, limit, each(reading.alert_record))


@router.get(
    "/sittings",
    response={200: SittingPage} | REFUSED,
    operation_id="listSittings",
    tags=["parliament"],
    summary=_("All sittings, the latest first"),
)
def list_sittings(
    request: HttpRequest,
    house: House = "",
    year: Year = None,
    page: PageNumber = 1,
    limit: Limit = 50,
) -> dict[str, Any]:
    found = reading.all_sittings()
    if house:
        found = found.filter(house__key=house)
    if year:
        found = found.filter(starts_at__year=year)
    today = timezone.localdate()
    return paged(found, page, limit, lambda rows: reading.sitting_records(rows, today=today))


@router.get(
    "/expertises",
    response={200: ExpertisePage} | REFUSED,
    operation_id="listExpertises",
    tags=["parliament"],
    summary=_("All municipal expertises, the newest first"),
)
def list_expertises(
    request: HttpRequest,
    verdict: Verdict = None,
    year: Year = None,
    page: PageNumber = 1,
    limit: Limit = 50,
) -> dict[str, Any]:
    found = reading.all_expertises()
    if verdict:
        found = found.filter(first=verdict)
    if year:
        found = found.filter(case__opened_at__year=year)
    return paged(found, page, limit, reading.expertise_records)


@router.get(
    "/special-protocols",
    response={200: SpecialItemPage} | REFUSED,
    operation_id="listSpecialProtocolItems",
    tags=["parliament"],
    summary=_("The items of special protocols, those of the newest budget first"),
)
def list_special_items(
    request: HttpRequest,
    outcome: ItemOutcome = None,
    year: Year = None,
    page: PageNumber = 1,
    limit: Limit = 50,
) -> dict[str, Any]:
    found = all_items()
    if outcome:
        found = ended(found, outcome)
    if year:
        found = found.filter(protocol__budget_year=year)
    return paged(found, page, limit, item_records)

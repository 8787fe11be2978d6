"""What the operations of the API share: pages of records, their bounds, and the answers that refuse."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Annotated, Any

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.utils.translation import gettext_noop as _
from ninja import Query

from makul.portal.api.schemas import Invalid, Problem

MOST_PAGE, MOST_LIMIT = 10_000, 200
REFUSED = {422: Invalid}
NOT_THERE = {404: Problem, 422: Invalid}

PageNumber = Annotated[
    int, Query(ge=1, le=MOST_PAGE, description=_("Which page, from 1"), example=1)
]
Limit = Annotated[
    int, Query(ge=1, le=MOST_LIMIT, description=_("How many records a page"), example=50)
]
Year = Annotated[
    int | None,
    Query(ge=2000, le=2100, description=_("Only those of this year"), example=2026),
]


def paged(
    rows: QuerySet[Any], page: int, limit: int, record: Callable[[Iterable[Any]], list[Any]]
) -> dict[str, Any]:
    """One page of records; past the last one it is empty, and the count says so."""
    pages = Paginator(rows, limit)
    items = record(pages.page(page).object_list) if page <= pages.num_pages else []
    return {"count": pages.count, "page": page, "pages": pages.num_pages, "items": items}


def each(make: Callable[[Any], Any]) -> Callable[[Iterable[Any]], list[Any]]:
    return lambda rows: [make(row) for row in rows]

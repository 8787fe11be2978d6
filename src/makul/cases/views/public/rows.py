"""The table of remarks and replies of a case: every row with those behind it, as a page and as CSV."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _

from makul.cases.models import Decision, Row, RowRevision
from makul.cases.queries.revisions import revisions_of
from makul.cases.queries.rows import are_rows_open, filed_remarks, row_totals, rows_in
from makul.cases.queries.table import TableRow, is_reply_over, table_of
from makul.cases.views.public.page import Shown, language, public_case, whole_number
from makul.cases.views.public.words import RESULTS, TAKEN, said
from makul.core.provisions.labels import label
from makul.law.forms import phrase

A_PAGE = 50
LONGEST_EID = 160
BOM = "\ufeff"


@dataclass(frozen=True, slots=True)
class OpenRow:
    """A row as it is laid open: what was said, who decided what, how the adopted act has it."""

    told: TableRow
    decisions: list[dict[str, Any]] = field(default_factory=list)
    outcome: str = ""
    revisions: list[RowRevision] = field(default_factory=list)


def opened(shown: Shown, rows: QuerySet[Row]) -> list[OpenRow]:
    """The rows with what was made of them (four queries, whatever their number)."""
    table = table_of(shown.case, rows, is_reply_term_over=is_reply_over(shown.status.deemed))
    taken: dict[int, list[dict[str, Any]]] = {}
    decisions = Decision.objects.filter(row__in=[one.row.pk for one in table])
    for one in decisions.select_related("party").order_by("at", "pk"):
        words = {"party": one.party, "words": said(TAKEN, one.taken)}
        reasons = {"reason_ky": one.reason_ky, "reason_ru": one.reason_ru}
        taken.setdefault(one.row_id, []).append(words | reasons)
    revisions = revisions_of(shown.case, [one.row for one in table])
    return [
        OpenRow(
            one,
            taken.get(one.row.pk, []),
            said(RESULTS, one.comparison.result) if one.comparison else "",
            revisions.get(one.row.pk, []),
        )
        for one in table
    ]


def asked_for(shown: Shown) -> dict[str, str]:
    """The filters of the address; what is not known filters nothing."""
    given = shown.request.GET
    eid = "".join(sign for sign in given.get("eid", "")[:LONGEST_EID] if sign.isprintable())
    party = given.get("party", "")
    known = {"party": party if party in shown.parties else ""}
    return known | {"eid": eid} | {n: given.get(n, "") for n in ("kind", "reply", "state")}


@public_case
def case_rows(shown: Shown) -> HttpResponse:
    filters = asked_for(shown)
    is_open = are_rows_open(shown.facts, shown.status)
    values: dict[str, Any] = {
        "title": _("Remarks and replies"),
        "filters": filters,
        "place": label(filters["eid"], language=language()) if filters["eid"] else "",
        "is_open": is_open,
        "choices": choices(shown, filters, is_open=is_open),
        "all_provisions": address(shown, "eid", "") if filters["eid"] else "",
        "body": shown.parties.get(filters["party"]),
        "all_bodies": address(shown, "party", "") if filters["party"] else "",
    }
    if not is_open:
        remarks = filed_remarks(
            shown.case, eid=filters["eid"], kind=filters["kind"], party=filters["party"]
        )
        filed = Paginator(remarks, A_PAGE).get_page(shown.request.GET.get("page"))
        return shown.show("rows.html", values | {"page_obj": filed})
    rows = rows_in(shown.case, **filters)
    page = Paginator(rows, A_PAGE).get_page(page_wanted(shown, rows))
    table = opened(shown, Row.objects.filter(pk__in=[row.pk for row in page]))
    table.sort(key=lambda one: (one.told.row.is_minority, one.told.row.number))
    more = {
        "page_obj": page,
        "totals": row_totals(shown.case),
        "rows": [one for one in table if not one.told.row.is_minority],
        "minority": [one for one in table if one.told.row.is_minority],
    }
    return shown.show("rows.html", values | more)


@public_case
def case_row(shown: Shown, *, row: int) -> HttpResponse:
    """One row at an address of its own, between those beside it in the table."""
    if not are_rows_open(shown.facts, shown.status):
        raise Http404
    order = list(rows_in(shown.case).values_list("number", flat=True))
    if row not in order:
        raise Http404
    place = order.index(row)
    values = {
        "title": _("Row %(n)s") % {"n": row},
        "one": opened(shown, Row.objects.filter(case=shown.case, number=row))[0],
        "before": order[place - 1] if place else None,
        "after": order[place + 1] if place + 1 < len(order) else None,
        "all": len(order),
    }
    return shown.show("row_page.html", values)


def page_wanted(shown: Shown, rows: QuerySet[Row]) -> str | int | None:
    """The page asked for, or the one on which the row of a link stands."""
    number = whole_number(shown.request.GET.get("row"))
    if number is None:
        return shown.request.GET.get("page")
    numbers = list(rows.values_list("number", flat=True))
    return numbers.index(number) // A_PAGE + 1 if number in numbers else 1


def choices(shown: Shown, filters: dict[str, str], *, is_open: bool) -> list[dict[str, Any]]:
    """The filters as links: each with its values in words, the one that is set, and a way out."""
    lists = (
        ("kind", _("Kind"), [(v, phrase("remark.kind", v, language=language())) for v in KINDS]),
        ("reply", _("Reply"), [*_replies(), ("none", _("no reply yet"))]),
        ("state", _("State"), [(v, phrase("row.state", v, language=language())) for v in ROWS]),
    )
    return [
        {
            "label": word,
            "any": address(shown, name, "") if filters[name] else "",
            "values": [(said, address(shown, name, v), v == filters[name]) for v, said in values],
        }
        for name, word, values in lists[: None if is_open else 1]
    ]


def address(shown: Shown, name: str, value: str) -> str:
    """This page with one filter set another way, from its first page."""
    query = shown.request.GET.copy()
    for gone in (name, "page", "row", "lang"):
        query.pop(gone, None)
    if value:
        query[name] = value
    return f"?{query.urlencode()}"


KINDS = ("objection", "proposal")
ROWS = ("settled", "unsettled", "dropped", "minority")


def _replies() -> list[tuple[str, str]]:
    wanted = ("accepted", "partly", "declined")
    return [(value, phrase("reply.kind", value, language=language())) for value in wanted]


# CSV ----------------------------------------------------------------------------------------------


class Line:
    """What `csv` writes to: it gives each line back."""

    def write(self, line: str) -> str:
        return line


def heads() -> list[str]:
    return [
        _("No."),
        _("Provision"),
        _("Kind"),
        f"{_('Remark')} (ky)",
        f"{_('Remark')} (ru)",
        f"{_('Proposed wording')} (ky)",
        f"{_('Proposed wording')} (ru)",
        _("Bodies behind it"),
        _("Who stands behind it"),
        _("A year, som"),
        _("Once, som"),
        _("Reply"),
        f"{_('Text of the reply')} (ky)",
        f"{_('Text of the reply')} (ru)",
        f"{_('New wording')} (ky)",
        f"{_('New wording')} (ru)",
        _("State"),
        _("In the adopted act"),
    ]


def cells(one: OpenRow) -> list[object]:
    row, reply = one.told.row, one.told.published
    state = one.told.state
    return [
        row.number,
        label(row.eid, language=language()) if row.eid else _("The whole draft"),
        phrase("remark.kind", row.kind, language=language()),
        row.text_ky,
        row.text_ru,
        row.wording_ky,
        row.wording_ru,
        len(one.told.parties),
        "; ".join(party.name(language()) for party in one.told.parties),
        one.told.sums.yearly_som,
        one.told.sums.once_som,
        phrase("reply.kind", reply.kind, language=language()) if reply else _("no reply yet"),
        reply.text_ky if reply else "",
        reply.text_ru if reply else "",
        reply.wording_ky if reply else "",
        reply.wording_ru if reply else "",
        "" if state == "waiting" else phrase("row.state", state, language=language()),
        one.outcome,
    ]


def safe(cell: object) -> object:
    """A text that a spreadsheet would take for a formula is kept a text."""
    if isinstance(cell, str) and cell[:1] in {"=", "+", "-", "@", "\t", "\r"}:
        return f"'{cell}"
    return cell


def lines(rows: Iterable[OpenRow]) -> Iterator[str]:
    writer = csv.writer(Line())
    yield BOM + str(writer.writerow(heads()))
    for one in rows:
        yield str(writer.writerow([safe(cell) for cell in cells(one)]))


@public_case
def case_rows_csv(shown: Shown) -> HttpResponse:
    """All rows of the case as a table; before the rows are open only its head."""
    is_open = are_rows_open(shown.facts, shown.status)
    rows = opened(shown, rows_in(shown.case)) if is_open else []
    rows.sort(key=lambda one: (one.told.row.is_minority, one.told.row.number))
    response = HttpResponse(lines(rows), content_type="text/csv; charset=utf-8")
    name = f"makul-{shown.case.number}-rows.csv"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response

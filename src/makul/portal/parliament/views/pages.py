"""The pages of Parliament's side: the hub, the statistics with how each figure is counted, their table."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from makul.cases.views.public.page import cached, language, whole_number
from makul.cases.views.public.rows import Line, safe
from makul.law.procedures import KEYS
from makul.law.procedures.about import about
from makul.portal.parliament.mechanisms import MECHANISMS
from makul.portal.parliament.told import Group


@cached
def parliament(request: HttpRequest) -> HttpResponse:
    """What is open of Parliament's side, each mechanism with its newest."""
    today = timezone.localdate()
    shelves = [
        (one, about(one.how, language=language()) if one.how in KEYS else None)
        for mechanism in MECHANISMS
        for one in [mechanism.shelf(today)]
    ]
    values = {"title": _("In the Jogorku Kenesh"), "shelves": shelves}
    return render(request, "portal/parliament.html", values)


@cached
def parliament_statistics(request: HttpRequest) -> HttpResponse:
    groups, year, years = begun(request)
    values = {
        "title": _("The Jogorku Kenesh in numbers"),
        "groups": [one for one in groups if not one.is_empty],
        "year": year,
        "years": years,
        "nav": "statistics",
    }
    return render(request, "portal/parliament_statistics.html", values)


def begun(request: HttpRequest) -> tuple[list[Group], int | None, list[int]]:
    """The groups of the year that is asked for, and the years of which there is anything."""
    today, asked = timezone.localdate(), whole_number(request.GET.get("year"))
    groups = [one.group(asked, today) for one in MECHANISMS]
    years = sorted({year for one in groups for year in one.years}, reverse=True)
    if asked is not None and asked not in years:
        return [one.group(None, today) for one in MECHANISMS], None, years
    return groups, asked, years


@cached
def parliament_csv(request: HttpRequest) -> HttpResponse:
    """Every figure as a line: of what, by what, its part and its whole; shares are left to be reckoned."""
    with override("en"):  # the names of rows; a table for machines is the same in every language
        groups, year, _years = begun(request)
        lines = list(csv_lines(groups))
    response = HttpResponse(lines, content_type="text/csv; charset=utf-8")
    name = f"makul-parliament-{year or 'all'}.csv"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def csv_lines(groups: Sequence[Group]) -> Iterator[str]:
    writer = csv.writer(Line())
    yield str(writer.writerow(["group", "figure", "by", "part", "of"]))
    for group in groups:
        for cells in cells_of(group):
            yield str(writer.writerow([safe(one) for one in cells]))


def cells_of(group: Group) -> Iterator[list[Any]]:
    for one in group.told:
        whole = "" if one.figure.kind == "count" else one.figure.n
        yield [group.key, one.figure.key, "", one.figure.part, whole]
    for bar in group.bars:
        yield [group.key, group.bars_title, str(bar["label"]), bar["value"], ""]
    for table in group.tables:
        for name, numbers in table.rows:
            for head, number in zip(table.heads, numbers, strict=True):
                yield [group.key, head, name, "" if number is None else number, ""]

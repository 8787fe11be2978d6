"""The statistics: how norm-making bodies conduct conciliation, each figure with the cases behind it."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from makul.cases.models import Case
from makul.cases.queries.listing import with_road
from makul.cases.views.public.listing import as_lines
from makul.cases.views.public.page import cached, language, whole_number
from makul.cases.views.public.rows import Line, safe
from makul.core.conduct import ANSWERED, Course, Figure, by_body, by_month, figures_of, in_year
from makul.parties.models import Party
from makul.portal.measures import MEASURES
from makul.portal.statistics import bodies_of, courses

ALL = "all"
IN_TABLE = ("cases", "on_time", "accepted", "unanswered", "bypassed")
MONTHS_SHOWN = 12


@cached
def statistics(request: HttpRequest) -> HttpResponse:
    found, year, values = begun(request)
    groups = by_body(in_year(found, year))
    names = bodies_of(groups)
    table: list[dict[str, Any]] = [
        {
            "party": names[key],
            "key": key,
            "cells": [(MEASURES[one].name, figures[one]) for one in IN_TABLE],
        }
        for key, group in groups.items()
        if key in names
        for figures in [figures_of(group)]
    ]
    table.sort(key=lambda row: row["party"].name(language()))
    more = {
        "title": _("Statistics"),
        "bodies": table,
        "heads": [MEASURES[one].name for one in IN_TABLE],
        **drawn(in_year(found, year), ALL, year, today=values["today"]),
    }
    return render(request, "portal/statistics.html", values | more)


@cached
def statistics_of_body(request: HttpRequest, key: str) -> HttpResponse:
    found, year, values = begun(request)
    party = body_or_404(found, key)
    own = in_year([one for one in found if one.body == key], year)
    more = {
        "title": party.name(language()),
        "party": party,
        "key": key,
        "nav": "statistics",
        **drawn(own, key, year, today=values["today"]),
    }
    return render(request, "portal/statistics.html", values | more)


@cached
def statistics_cases(request: HttpRequest, key: str, figure: str) -> HttpResponse:
    """The cases behind one figure: those that make up its part, then the rest of its whole."""
    found, year, values = begun(request)
    if figure not in MEASURES:
        raise Http404
    party = None if key == ALL else body_or_404(found, key)
    own = in_year([one for one in found if party is None or one.body == key], year)
    one = figures_of(own)[figure]
    rest = [number for number in one.whole if number not in set(one.behind)]
    more = {
        "title": MEASURES[figure].name,
        "party": party,
        "key": key,
        "nav": "statistics",
        "one": one,
        "measure": MEASURES[figure],
        "behind": lines_of(one.behind, today=values["today"]),
        "rest": lines_of(rest, today=values["today"]),
    }
    return render(request, "portal/statistics_cases.html", values | more)


def begun(request: HttpRequest) -> tuple[list[Course], int | None, dict[str, Any]]:
    """What every page of the statistics shares: the cases, the year asked for, the years there are."""
    today = timezone.localdate()
    found = courses(today=today)
    years = sorted({one.opened_on.year for one in found}, reverse=True)
    asked = whole_number(request.GET.get("year"))
    year = asked if asked in years else None
    return found, year, {"today": today, "year": year, "years": years}


def body_or_404(found: Sequence[Course], key: str) -> Party:
    party = bodies_of([key]).get(key)
    if party is None or all(one.body != key for one in found):
        raise Http404
    return party


def address(key: str, figure: str, year: int | None) -> str:
    """Where the cases behind a figure stand."""
    query = f"?year={year}" if year else ""
    return reverse("statistics_cases", args=[key, figure]) + query


def drawn(own: Sequence[Course], key: str, year: int | None, *, today: date) -> dict[str, Any]:
    """The figures as a table, the fate of remarks as bars, replies in time by month as lines."""
    figures = figures_of(own)
    return {
        "figures": [
            {
                "one": figure,
                "measure": MEASURES[name],
                "url": address(key, name, year) if figure.n else "",
            }
            for name, figure in figures.items()
        ],
        "rows": fate(figures, key, year),
        "rows_in_all": figures["accepted"].n,
        "months": monthly(own, today=today),
    }


def fate(figures: Mapping[str, Figure], key: str, year: int | None) -> list[dict[str, Any]]:
    """What became of the rows, as the bars take it; the longest bar is the whole."""
    return [
        {
            "label": MEASURES[name].name,
            "value": figures[name].part,
            "look": MEASURES[name].look,
            "url": address(key, name, year),
        }
        for name in ANSWERED
    ]


def monthly(own: Sequence[Course], *, today: date) -> list[dict[str, Any]]:
    """Replies in time by the month in which the case was opened, on both tracks; nothing where all is a gap."""
    months = last_months(today)
    series = []
    for name, is_short in ((_("Ordinary track"), False), (_("Short track"), True)):
        cases = [one for one in own if one.is_short == is_short]
        points = by_month(cases, told=lambda one: one.replied, months=months)
        if any(share is not None for _month, share in points):
            said = [(f"{month:%m.%y}", None if s is None else 100 * s) for month, s in points]
            series.append({"name": name, "points": said})
    return series


def last_months(today: date) -> list[date]:
    """The first days of the last months, the oldest first.

    >>> last_months(date(2026, 3, 9))[0], last_months(date(2026, 3, 9))[-1]
    (datetime.date(2025, 4, 1), datetime.date(2026, 3, 1))
    """
    count = today.year * 12 + today.month - 1
    return [date(n // 12, n % 12 + 1, 1) for n in range(count - MONTHS_SHOWN + 1, count + 1)]


def lines_of(numbers: Sequence[str], *, today: date) -> list[dict[str, Any]]:
    """The cases as the lines of a table, in the order given (four queries)."""
    if not numbers:
        return []
    found: dict[str, Case] = {case.number: case for case in with_road().filter(number__in=numbers)}
    return as_lines([found[number] for number in numbers if number in found], today=today)


@cached
def statistics_csv(request: HttpRequest) -> HttpResponse:
    """Every figure of every body as a table; shares are left to be reckoned from part and whole."""
    found, year, _values = begun(request)
    groups = by_body(in_year(found, year))
    response = HttpResponse(csv_lines(groups), content_type="text/csv; charset=utf-8")
    name = f"makul-statistics-{year or ALL}.csv"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def csv_lines(groups: dict[str, list[Course]]) -> Iterator[str]:
    """Keys as heads: a table for machines has the same columns in every language."""
    writer = csv.writer(Line())
    heads = [f"{key}_{end}" for key in MEASURES if key != "cases" for end in ("part", "of")]
    yield str(writer.writerow(["body", "name_ky", "name_ru", "cases", *heads]))
    names = bodies_of(groups)
    for key, group in groups.items():
        figures = figures_of(group)
        party = names.get(key)
        told = [key, party.name_ky if party else "", party.name_ru if party else ""]
        cells: list[object] = [*told, figures["cases"].n]
        for name in MEASURES:
            if name != "cases":
                part = figures[name].part
                cells += ["" if part is None else part, figures[name].n]
        yield str(writer.writerow([safe(one) for one in cells]))

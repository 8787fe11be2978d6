"""The list of a month: drafts not agreed and terms missed (Order, article 40)."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from django.core.cache import caches
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.dates import MONTHS
from django.utils.translation import gettext as _

from makul.cases.queries.months import (
    Missed,
    drawn_by_month,
    first_month,
    missed_in,
    month_bounds,
    not_agreed_in,
)
from makul.cases.views.public.order_words import sentences
from makul.cases.views.public.page import cached, etag_of, language
from makul.cases.views.public.rows import Line, safe
from makul.cases.views.work.words import step_name
from makul.law.procedures import procedure
from makul.parties.rights import ROLES

MONTH = re.compile(r"(20\d{2})-(0[1-9]|1[0-2])")
A_DAY = 24 * 3600
# A month that belongs to its year takes the possessive in Kyrgyz.
MONTHS_KY = [
    "январы",
    "февралы",
    "марты",
    "апрели",
    "майы",
    "июну",
    "июлу",
    "августу",
    "сентябры",
    "октябры",
    "ноябры",
    "декабры",
]


def month_of(text: str, *, today: date) -> date:
    """The month asked for, as its first day; none asked for is the last one that is over."""
    if not text:
        return (today.replace(day=1) - timedelta(days=1)).replace(day=1)
    found = MONTH.fullmatch(text)
    if found is None:
        raise Http404
    return date(int(found[1]), int(found[2]), 1)


def month_name(month: date) -> str:
    """The month with its year: «март 2026», «2026-жылдын марты», "March 2026"."""
    if language() == "ky":
        return f"{month.year}-жылдын {MONTHS_KY[month.month - 1]}"
    name = str(MONTHS[month.month])
    return f"{name.lower() if language() == 'ru' else name} {month.year}"


@cached
def not_agreed(request: HttpRequest) -> HttpResponse:
    today = timezone.localdate()
    month = month_of(request.GET.get("month", ""), today=today)
    drawn = drawn_by_month()
    values = {
        "title": _("Not agreed"),
        "month": month,
        "name": month_name(month),
        "today": today,
        "is_running": month_bounds(month)[1] > today,
        "not_agreed": not_agreed_in(month),
        "missed": missed(month, today=today),
        "months": [
            {"month": one, "name": month_name(one), "drawn": drawn.get(one, (0, 0))}
            for one in months(first_month(), today=today)
        ],
        "sentence": sentences(["statistics.1"], procedure(), language=language())[0],
    }
    return render(request, "cases/public/not_agreed.html", values)


@cached
def not_agreed_csv(request: HttpRequest) -> HttpResponse:
    """The drafts not agreed in a month as a table; its heads are the same in every language."""
    month = month_of(request.GET.get("month", ""), today=timezone.localdate())
    response = HttpResponse(csv_lines(month), content_type="text/csv; charset=utf-8")
    name = f"makul-not-agreed-{month:%Y-%m}.csv"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


HEADS = (
    "case",
    "title_ky",
    "title_ru",
    "protocol_on",
    "rows_not_settled",
    "yearly_som",
    "deciders",
)


def csv_lines(month: date) -> Iterator[str]:
    writer = csv.writer(Line())
    yield str(writer.writerow(HEADS))
    for one in not_agreed_in(month):
        cells = [
            one.case.number,
            one.case.title_ky,
            one.case.title_ru,
            timezone.localdate(one.protocol.drawn_at),
            one.unsettled,
            "" if one.yearly_som is None else one.yearly_som,
            " ".join(party.key for party in one.deciders),
        ]
        yield str(writer.writerow([safe(cell) for cell in cells]))


def missed(month: date, *, today: date) -> list[dict[str, Any]]:
    """The terms missed; judged once for all readers of a day while nothing new is recorded."""
    key = f"missed:{month}:{etag_of()}"
    cache = caches["near"]
    found = cache.get(key)
    if found is None:
        found = [told(one) for one in missed_in(month, today=today)]
        cache.set(key, found, A_DAY)
    return list(found)


def told(one: Missed) -> dict[str, Any]:
    return {
        "case": one.case,
        "kind": one.breach.kind,
        "step": step_name(one.breach.step),
        "party": one.party,
        "role": str(ROLES.get(one.breach.party, "")),
        "last_day": one.breach.last_day,
    }


def months(first: date | None, *, today: date) -> list[date]:
    """The months of the product's life, the newest first, two years of them at most."""
    found: list[date] = []
    month = today.replace(day=1)
    while first and month >= first and len(found) < 24:
        found.append(month)
        month = (month - timedelta(days=1)).replace(day=1)
    return found

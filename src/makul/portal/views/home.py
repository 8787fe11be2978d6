"""The first page: the search, what is on the way, what was not agreed, how bodies conduct it, who answered."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.db.models import Count, F, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from makul.cases.models import Case, Protocol
from makul.cases.queries.listing import BYPASSED, cases_in, with_road
from makul.cases.queries.months import unsettled_totals
from makul.cases.queries.people import answers_by_oblast
from makul.cases.views.public.listing import as_lines
from makul.cases.views.public.not_agreed import month_name
from makul.cases.views.public.page import cached, language
from makul.cases.views.public.people import places
from makul.core.conduct import figures_of, in_year
from makul.portal.statistics import courses
from makul.portal.views.statistics import fate, monthly

SHOWN = 6
WEEK = timedelta(days=7)


@cached
def home(request: HttpRequest) -> HttpResponse:
    today = timezone.localdate()
    soonest = cases_in("open").order_by(F("next_due_on").asc(nulls_last=True), "-pk")[:SHOWN]
    running = as_lines(soonest, today=today)
    asked = [line["case"] for line in running if line["asked"]]
    newest: Case | None = max(asked, key=lambda case: case.opened_at, default=None)
    values = {
        "title": _("Drafts agreed with local self-government"),
        "today": today,
        "counts": counts(today),
        "running": running,
        "newest": newest,
        "places": places(answers_by_oblast(newest, language=language()), case=newest)
        if newest
        else [],
        "nav": "home",
        **not_agreed(),
        **conduct(today),
    }
    return render(request, "portal/home.html", values)


def counts(today: date) -> dict[str, int]:
    """What the reader sees first, in numbers (one query)."""
    soon = Q(is_closed=False, next_due_on__gte=today, next_due_on__lt=today + WEEK)
    return dict(
        with_road().aggregate(
            open=Count("pk", filter=Q(is_closed=False)),
            soon=Count("pk", filter=soon),
            bypassed=Count("pk", filter=BYPASSED),
        )
    )


def not_agreed() -> dict[str, Any]:
    """The drafts of the newest month in which any was not agreed (three queries)."""
    found = Protocol.objects.filter(kind="disagreements").select_related("case")
    latest = list(found.order_by("-drawn_at", "-pk")[:SHOWN])
    if not latest:
        return {"not_agreed": []}
    month = timezone.localdate(latest[0].drawn_at).replace(day=1)
    same = [one for one in latest if timezone.localdate(one.drawn_at) >= month]
    totals = unsettled_totals([one.case_id for one in same])
    lines = [
        {"case": one.case, "drawn_at": one.drawn_at, "rows": rows, "yearly_som": som}
        for one in same
        for rows, som in [totals[one.case_id]]
    ]
    return {"not_agreed": lines, "month": month, "month_name": month_name(month)}


def conduct(today: date) -> dict[str, Any]:
    """What became of the remarks this year, and whether replies come in time."""
    found = courses(today=today)
    figures = figures_of(in_year(found, today.year))
    return {
        "year": today.year,
        "fate": fate(figures, "all", today.year),
        "rows_in_all": figures["accepted"].n,
        "months": monthly(found, today=today),
    }

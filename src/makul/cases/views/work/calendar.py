"""The days on which something falls due, a month at a time: weeks from Monday, days off with their reason."""

from __future__ import annotations

import calendar as months
from datetime import date, timedelta
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from makul.cases.queries.stages import MOST_CASES, DueDay, due_days, open_cases
from makul.cases.views.public.page import cached
from makul.cases.views.work.board import own_mandate, own_party
from makul.cases.views.work.page import address, clock, language
from makul.cases.views.work.words import step_name
from makul.core.calendar import DayOff
from makul.core.errors import LawGap
from makul.law.days_off import calendar

SHOWN = 4  # of one day, in its cell
YEARS = range(2020, 2100)


@cached
def case_calendar(request: HttpRequest) -> HttpResponse:
    """One month as a table, and as a list of its days where the window is narrow."""
    today = timezone.localdate(clock())
    first = month_asked(request.GET.get("month", ""), today=today)
    days = list(months.Calendar().itermonthdates(first.year, first.month))
    cases = list(open_cases(own_party(request))[:MOST_CASES])
    found = due_days(cases, today=today, first=days[0], last=days[-1])
    by_day: dict[date, list[DueDay]] = {}
    for one in found:
        by_day.setdefault(one.on, []).append(one)
    is_signed_in = own_mandate(request) is not None
    cells = [
        cell(day, by_day.get(day, []), first=first, today=today, is_signed_in=is_signed_in)
        for day in days
    ]
    values = {
        "title": _("Calendar of terms"),
        "today": today,
        "first": first,
        "weeks": [cells[n : n + 7] for n in range(0, len(cells), 7)],
        "days": [one for one in cells if one["is_in"] and (one["events"] or one["off"])],
        "count": sum(one.on.month == first.month for one in found),
        "before": step_month(first, -1),
        "after": step_month(first, 1),
        "is_ours": own_party(request) is not None,
        "is_signed_in": is_signed_in,
    }
    return render(request, "cases/work/calendar.html", values)


def month_asked(text: str, *, today: date) -> date:
    """The first day of the month in the address, for example 2026-11; else of this month."""
    try:
        found = date.fromisoformat(f"{text[:7]}-01")
    except ValueError:
        found = today
    return found.replace(day=1) if found.year in YEARS else today.replace(day=1)


def step_month(first: date, step: int) -> date:
    """The first day of the month before or after."""
    near = first + timedelta(days=31) if step > 0 else first - timedelta(days=1)
    return near.replace(day=1)


def cell(
    day: date, events: list[DueDay], *, first: date, today: date, is_signed_in: bool
) -> dict[str, Any]:
    """A day of the calendar with what falls due and, if it is not worked, why."""
    shown = [event(one, is_signed_in=is_signed_in) for one in events]
    return {
        "day": day,
        "is_in": day.month == first.month,
        "is_today": day == today,
        "off": why_off(day),
        "is_weekend": day.weekday() >= 5,
        "events": shown,
        "few": shown[:SHOWN],
        "rest": len(shown[SHOWN:]),
    }


def event(one: DueDay, *, is_signed_in: bool) -> dict[str, Any]:
    return {
        "case": one.case,
        "what": step_name(one.step),
        "count": one.count,
        "url": address("case_work" if is_signed_in else "case", one.case.number),
    }


def why_off(day: date) -> str:
    """Why a day is not worked, in the language of the page; empty for a working day and a weekend."""
    try:
        found = calendar().why_off(day)
    except LawGap:
        return ""
    return found.names.get(language(), "") if isinstance(found, DayOff) else ""

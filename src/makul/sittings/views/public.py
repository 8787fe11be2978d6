"""What anyone reads of sittings: the calendar, one sitting whole, a committee, those held without inviting."""

from __future__ import annotations

import calendar as months
from datetime import date
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext as _

from makul.cases.views.public.case import breach, told_breaches
from makul.cases.views.public.page import Shown, cached, public_case
from makul.cases.views.public.timeline import timeline
from makul.cases.views.work.calendar import month_asked, step_month, why_off
from makul.cases.views.work.page import clock, note_visit
from makul.cases.views.work.words import outcome_words
from makul.parties.models import Party
from makul.sittings.models import Sitting
from makul.sittings.queries.listing import (
    Line,
    convocations,
    houses_of,
    in_days,
    lines_of,
    sittings_in,
    uninvited,
)
from makul.sittings.queries.whole import Whole, invitations_of, minutes_files, whole_of
from makul.sittings.views.page import address, language, menu_of

A_PAGE = 30
WHEN = ("ahead", "past")


@cached
def sitting_list(request: HttpRequest) -> HttpResponse:
    """Sittings to come or past, of one house or all; a month as a table where it is asked for."""
    now = clock()
    today = timezone.localdate(now)
    if request.GET.get("month"):
        return month(request, today=today)
    when = request.GET.get("when", WHEN[0])
    when = when if when in WHEN else WHEN[0]
    number = request.GET.get("convocation", "")
    found = sittings_in(convocation=number, when=when, now=now)
    page = Paginator(found, A_PAGE).get_page(request.GET.get("page"))
    values = {
        "title": _("Sittings"),
        "today": today,
        "when": when,
        "lines": [shown(line) for line in lines_of(page.object_list, today=today)],
        "page_obj": page,
        "may_schedule": may_schedule(request),
        "numbers": convocations(),
        "convocation": number,
        "nav": menu_of(request),
    }
    return render(request, "sittings/list.html", values)


def may_schedule(request: HttpRequest) -> bool:
    mandate = getattr(request, "mandate", None)
    return mandate.party.kind == Party.Kind.COMMITTEE if mandate else False


def shown(line: Line) -> dict[str, Any]:
    """A line of a list: what is so now, in words."""
    return {"line": line, "sitting": line.sitting, "state": state_words(line)}


def state_words(line: Line) -> str:
    """Where a sitting stands, for a list."""
    if line.status.outcome:
        said = outcome_words(line.status.outcome)
        return said[:1].upper() + said[1:]
    if line.sitting.held_at:
        return _("Held; the minutes are on their way")
    return _("To come")


def month(request: HttpRequest, *, today: date) -> HttpResponse:
    """One month: weeks from Monday on a wide window, the days that hold something on a narrow one."""
    first = month_asked(request.GET["month"], today=today)
    days = list(months.Calendar().itermonthdates(first.year, first.month))
    lines = lines_of(in_days(days[0], days[-1]), today=today)
    by_day: dict[date, list[dict[str, Any]]] = {}
    for line in lines:
        by_day.setdefault(timezone.localdate(line.sitting.starts_at), []).append(shown(line))
    cells = [
        {
            "day": day,
            "is_in": day.month == first.month,
            "is_today": day == today,
            "off": why_off(day),
            "is_weekend": day.weekday() >= 5,
            "found": by_day.get(day, []),
        }
        for day in days
    ]
    values = {
        "title": _("Sittings"),
        "today": today,
        "first": first,
        "weeks": [cells[n : n + 7] for n in range(0, len(cells), 7)],
        "days": [one for one in cells if one["is_in"] and one["found"]],
        "count": sum(len(found) for day, found in by_day.items() if day.month == first.month),
        "before": step_month(first, -1),
        "after": step_month(first, 1),
        "nav": menu_of(request),
    }
    return render(request, "sittings/month.html", values)


@public_case
def sitting_case(shown: Shown) -> HttpResponse:
    """One sitting: considered what, who was invited and when it should have been, who said what."""
    found = Sitting.objects.select_related("case", "house", "convocation")
    sitting = get_object_or_404(found, case=shown.case)
    mandate = getattr(shown.request, "mandate", None)
    note_visit(shown.request, shown.case, mandate, now=timezone.now())
    whole = whole_of(sitting)
    invitations = invitations_of(sitting, shown.status)
    values = {
        "case": shown.case,
        "sitting": sitting,
        "today": shown.today,
        "whole": whole,
        "now": now_words(sitting, shown, whole),
        "invitations": invitations,
        "is_uninvited": any(one.breach and one.breach.kind == "skipped" for one in invitations),
        "breaches": [breach(one, shown) for one in told_breaches(shown)],
        "timeline": timeline(shown),
        "files": minutes_files(whole.minutes),
        "work": address("sitting_work", shown.case.number) if takes_part(shown) else "",
        "nav": menu_of(shown.request),
    }
    return render(shown.request, "sittings/sitting.html", values)


def takes_part(shown: Shown) -> bool:
    mandate = getattr(shown.request, "mandate", None)
    return mandate.party.key in shown.parties if mandate else False


def now_words(sitting: Sitting, shown: Shown, whole: Whole) -> str:
    """The first sentence: what is so now."""
    status = shown.status
    if status.outcome:
        said = outcome_words(status.outcome)
        return f"{said[:1].upper()}{said[1:]}."
    if sitting.held_at:
        if whole.minutes:
            return _("The sitting was held; the minutes are drafted and may be corrected.")
        return _("The sitting was held; the minutes are not drafted yet.")
    if whole.touching:
        return _("The sitting is to come, with an item that touches local communities.")
    return _("The sitting is to come.")


@cached
def house_list(request: HttpRequest) -> HttpResponse:
    """The committees of a convocation, each with its sittings kept here."""
    numbers = convocations()
    asked = request.GET.get("convocation", "")
    number = asked if asked in numbers else (numbers[0] if numbers else "")
    values = {
        "title": _("Committees"),
        "houses": houses_of(number),
        "numbers": numbers,
        "convocation": number,
        "nav": menu_of(request),
    }
    return render(request, "sittings/houses.html", values)


@cached
def house(request: HttpRequest, key: str) -> HttpResponse:
    """A committee: its sittings, and how it kept inviting."""
    now = clock()
    today = timezone.localdate(now)
    party = get_object_or_404(Party, key=key, kind=Party.Kind.COMMITTEE)
    found = sittings_in(house=party, now=now)
    page = Paginator(found, A_PAGE).get_page(request.GET.get("page"))
    values = {
        "title": party.name(language()),
        "party": party,
        "houses": list(party.houses.select_related("convocation")),
        "today": today,
        "lines": [shown(line) for line in lines_of(page.object_list, today=today)],
        "page_obj": page,
        "kept": uninvited(today=today, house=party),
        "nav": menu_of(request),
    }
    return render(request, "sittings/house.html", values)


@cached
def not_invited(request: HttpRequest) -> HttpResponse:
    """Sittings held without inviting an association they had to invite, and how that is counted."""
    today = timezone.localdate(clock())
    found = uninvited(today=today)
    values = {
        "title": _("Held without inviting"),
        "today": today,
        "found": found,
        "lines": [shown(line) for line in found.lines],
        "nav": menu_of(request),
    }
    return render(request, "sittings/not_invited.html", values)

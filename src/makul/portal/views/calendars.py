"""iCalendar: the last days of all terms that run, of one case, of the cases of one body."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta

from django.conf import settings
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from icalendar import Calendar, Event

from makul.cases.models import Case
from makul.cases.queries.judging import edition_of
from makul.cases.queries.many import statuses_of
from makul.cases.views.public.page import Shown, cached, language, public_case
from makul.cases.views.work.words import step_name
from makul.core.procedure import Status
from makul.parties.models import Party
from makul.portal.views.feeds import title_of

MOST_CASES = 200
EVERY = timedelta(hours=6)  # how often a phone may ask again


@cached
def all_due(request: HttpRequest) -> HttpResponse:
    return calendar_of(running(), name=_("Terms of conciliation"))


@cached
def due_of_body(request: HttpRequest, key: str) -> HttpResponse:
    party = get_object_or_404(Party, key=key)
    cases = running().filter(participations__party=party)
    return calendar_of(cases, name=party.name(language()), only=key)


@public_case
def due_of_case(shown: Shown) -> HttpResponse:
    found = {shown.case.pk: shown.status}
    return answer([shown.case], found, name=shown.case.number, today=shown.today)


def running() -> QuerySet[Case]:
    """The cases in which a term can run."""
    waiting = Q(is_closed=False) | Q(next_due_on__isnull=False)
    return Case.objects.filter(waiting).select_related("agreement").order_by("next_due_on", "pk")


def calendar_of(cases: QuerySet[Case], *, name: str, only: str = "") -> HttpResponse:
    """The terms of many cases; `only`: what one body owes in them."""
    today, wanted = timezone.localdate(), list(cases[:MOST_CASES])
    return answer(wanted, statuses_of(wanted, today=today), name=name, today=today, only=only)


def answer(
    cases: Iterable[Case], said: dict[int, Status], *, name: str, today: date, only: str = ""
) -> HttpResponse:
    made = Calendar()
    made.add("prodid", "-//Makul//due dates//EN")
    made.add("version", "2.0")
    made.add("x-wr-calname", name)
    made.add("refresh-interval", EVERY, parameters={"VALUE": "DURATION"})
    for case in cases:
        for step, last_day in days_of(case, said[case.pk], only=only):
            made.add_component(event(case, step, last_day, today=today))
    return HttpResponse(made.to_ical(), content_type="text/calendar; charset=utf-8")


def days_of(case: Case, said: Status, *, only: str = "") -> list[tuple[str, date]]:
    """Each step with a last day, once: the same day for two hundred bodies is one day."""
    waits = {step.key for step in edition_of(case).steps if step.waits}
    found = {
        (due.step, due.last_day)
        for due in said.due
        if due.last_day and due.step not in waits and (not only or due.party == only)
    }
    return sorted(found, key=lambda one: (one[1], one[0]))


def event(case: Case, step: str, last_day: date, *, today: date) -> Event:
    made = Event()
    made.add("uid", f"{case.number}-{step}-{last_day:%Y%m%d}@{settings.MAKUL_ORIGIN}")
    made.add("dtstamp", datetime.combine(today, time.min, tzinfo=UTC))
    made.add("summary", f"{step_name(step)}: {title_of(case)}")
    made.add("dtstart", last_day)
    made.add("dtend", last_day + timedelta(days=1))
    made.add(
        "description", _("The last day of a term in case %(number)s.") % {"number": case.number}
    )
    made.add("url", f"{settings.BASE_URL}{reverse('case', args=[case.number])}")
    made.add("transp", "TRANSPARENT")
    return made

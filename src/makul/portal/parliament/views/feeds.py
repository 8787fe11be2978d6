"""What one may follow of Parliament's side: the alerts of the watch as Atom, the sittings as iCalendar."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from icalendar import Calendar, Event

from makul.bills.models import Alert
from makul.bills.words import ALERTS
from makul.cases.views.public.page import cached, language
from makul.portal.parliament.bills import page_of_bill
from makul.portal.parliament.told import page_of
from makul.portal.views.calendars import EVERY
from makul.portal.views.feeds import MOST, Item, feed
from makul.sittings.models import Sitting

MOST_SITTINGS = 300
BACK = timedelta(days=60)  # how far back the calendar goes
LASTS = timedelta(hours=1)  # nobody says how long a sitting is; an hour keeps the place


@cached
def alerts_feed(request: HttpRequest) -> HttpResponse:
    """Each way past conciliation that the watch noticed, the newest first."""
    page = reverse("parliament")
    found = Alert.objects.select_related("bill").order_by("-raised_at", "-pk")[:MOST]
    items = [
        Item(
            name=f"alert:{one.pk}",
            title=f"{ALERTS.get(one.kind, one.kind)}: {title_of(one)}",
            path=page_of_bill(one.bill) or page,
            at=one.raised_at,
            words=_("Bill %(number)s") % {"number": one.bill.number},
        )
        for one in found
    ]
    return feed(request, name="alerts", title=_("Alerts of the watch"), page=page, items=items)


def title_of(alert: Alert) -> str:
    """The title in the language of the page, else in the one there is, which is then said."""
    bill = alert.bill
    if own := bill.title(language()):
        return own
    said = bill.title_ky or bill.title_ru or bill.number
    code = "ky" if bill.title_ky else "ru"
    return f"{said} ({code})" if language() in {"ky", "ru"} else said


@cached
def sittings_calendar(request: HttpRequest) -> HttpResponse:
    """Sittings to come and those of the last two months; one that is put off moves in the calendar."""
    today = timezone.localdate()
    found = Sitting.objects.filter(starts_at__date__gte=today - BACK).select_related(
        "case", "house"
    )
    made = Calendar()
    made.add("prodid", "-//Makul//sittings//EN")
    made.add("version", "2.0")
    made.add("x-wr-calname", _("Sittings"))
    made.add("refresh-interval", EVERY, parameters={"VALUE": "DURATION"})
    for one in found.order_by("starts_at", "pk")[:MOST_SITTINGS]:
        made.add_component(event(one, today=today))
    return HttpResponse(made.to_ical(), content_type="text/calendar; charset=utf-8")


def event(sitting: Sitting, *, today: date) -> Event:
    case, made = sitting.case, Event()
    made.add("uid", f"sitting-{case.number}@{settings.MAKUL_ORIGIN}")
    made.add("dtstamp", datetime.combine(today, time.min, tzinfo=UTC))
    made.add("summary", sitting.house.name(language()))
    made.add("dtstart", sitting.starts_at.astimezone(UTC))
    made.add("dtend", sitting.starts_at.astimezone(UTC) + LASTS)
    if sitting.place:
        made.add("location", sitting.place)
    made.add("description", case.title(language()) or case.number)
    made.add("url", f"{settings.BASE_URL}{page_of(case)}")
    made.add("status", "CANCELLED" if is_off(sitting) else "CONFIRMED")
    return made


def is_off(sitting: Sitting) -> bool:
    """Whether it ended without being held."""
    return sitting.case.is_closed and sitting.held_at is None

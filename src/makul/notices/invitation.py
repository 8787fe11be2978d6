"""Due dates as iCalendar, so that a phone's own calendar reminds of them."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from icalendar import Alarm, Calendar, Event

DAYS_BEFORE = 3


def due_calendar(
    *, uid: str, title: str, last_day: date, description: str, address: str, now: datetime
) -> str:
    """One all-day event on the last day, with an alarm three days before.

    >>> from datetime import UTC
    >>> text = due_calendar(uid="case-1", title="Position", last_day=date(2026, 3, 2),
    ...     description="why", address="https://x/", now=datetime(2026, 2, 1, tzinfo=UTC))
    >>> "DTSTART;VALUE=DATE:20260302" in text
    True
    """
    calendar = Calendar()
    calendar.add("prodid", "-//Makul//due dates//EN")
    calendar.add("version", "2.0")
    event = Event()
    event.add("uid", uid)
    event.add("dtstamp", now)
    event.add("summary", title)
    event.add("dtstart", last_day)
    event.add("dtend", last_day + timedelta(days=1))
    event.add("description", description)
    event.add("url", address)
    event.add("transp", "TRANSPARENT")
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", title)
    alarm.add("trigger", -timedelta(days=DAYS_BEFORE))
    event.add_component(alarm)
    calendar.add_component(event)
    return str(calendar.to_ical(), "utf-8")

"""Due dates and meetings as iCalendar, so that a phone's own calendar reminds of them."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from icalendar import Alarm, Calendar, Event

DAYS_BEFORE = 3
MEETING_LASTS = timedelta(hours=1)  # the Order does not say how long; an hour keeps the place


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
    event = event_of(uid=uid, title=title, description=description, address=address, now=now)
    event.add("dtstart", last_day)
    event.add("dtend", last_day + timedelta(days=1))
    event.add("transp", "TRANSPARENT")
    return calendar_of(event, title=title, alarm_before=timedelta(days=DAYS_BEFORE))


def meeting_calendar(
    *,
    uid: str,
    title: str,
    starts_at: datetime,
    place: str,
    description: str,
    address: str,
    now: datetime,
) -> str:
    """One hour from when a meeting begins, with an alarm a day before.

    A later letter with the same `uid` moves the meeting: its `SEQUENCE` is the minute it was written.
    """
    event = event_of(uid=uid, title=title, description=description, address=address, now=now)
    event.add("sequence", int(now.timestamp()) // 60)
    event.add("dtstart", starts_at.astimezone(UTC))
    event.add("dtend", starts_at.astimezone(UTC) + MEETING_LASTS)
    if place:
        event.add("location", place)
    return calendar_of(event, title=title, alarm_before=timedelta(days=1))


def event_of(*, uid: str, title: str, description: str, address: str, now: datetime) -> Event:
    """What each event says, without its time."""
    event = Event()
    event.add("uid", uid)
    event.add("dtstamp", now)
    event.add("summary", title)
    event.add("description", description)
    event.add("url", address)
    return event


def calendar_of(event: Event, *, title: str, alarm_before: timedelta) -> str:
    """A calendar that holds one event, with an alarm before it."""
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", title)
    alarm.add("trigger", -alarm_before)
    event.add_component(alarm)
    calendar = Calendar()
    calendar.add("prodid", "-//Makul//due dates//EN")
    calendar.add("version", "2.0")
    calendar.add_component(event)
    return str(calendar.to_ical(), "utf-8")

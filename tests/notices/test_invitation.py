"""A due date or a meeting in a letter is an event that any calendar reads back whole."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event

from makul.notices.invitation import due_calendar, meeting_calendar


def test_the_event_reads_back_as_it_was_meant() -> None:
    text = due_calendar(
        uid="2026-0001-demo-aa-01",
        title="Позиция берүүнүн акыркы күнү: 2026-0001 иши, " + "узун " * 30,
        last_day=date(2026, 3, 27),
        description="Көчөлөрдү жарыктандыруу реестри жөнүндө",
        address="https://makul.example/cases/2026-0001/",
        now=datetime(2026, 3, 2, 10, tzinfo=UTC),
    )
    event = Calendar.from_ical(text).walk("VEVENT")[0]
    alarm = event.walk("VALARM")[0]
    assert event.decoded("dtstart") == date(2026, 3, 27)
    assert event.decoded("dtend") == date(2026, 3, 28)
    assert str(event["description"]) == "Көчөлөрдү жарыктандыруу реестри жөнүндө"
    assert alarm.decoded("trigger") == -timedelta(days=3)
    assert max(len(line.encode()) for line in text.splitlines()) <= 75


def meeting(
    starts_at: datetime, *, now: datetime, place: str = "Бишкек, 1-көчө, 4-кабинет"
) -> Event:
    text = meeting_calendar(
        uid="2026-0001-meeting-1@makul.example",
        title="Макулдашуу жыйыны: 2026-0001 иши",
        starts_at=starts_at,
        place=place,
        description="Көчөлөрдү жарыктандыруу реестри жөнүндө",
        address="https://makul.example/work/2026-0001/meeting/agenda/",
        now=now,
    )
    return Calendar.from_ical(text).walk("VEVENT")[0]


def test_a_meeting_is_an_hour_at_its_place() -> None:
    bishkek = ZoneInfo("Asia/Bishkek")
    now = datetime(2026, 3, 2, 10, tzinfo=UTC)
    event = meeting(datetime(2026, 3, 27, 10, 0, tzinfo=bishkek), now=now)
    assert event.decoded("dtstart") == datetime(2026, 3, 27, 4, tzinfo=UTC)
    assert event.decoded("dtend") == datetime(2026, 3, 27, 5, tzinfo=UTC)
    assert str(event["location"]) == "Бишкек, 1-көчө, 4-кабинет"
    assert event.walk("VALARM")[0].decoded("trigger") == -timedelta(days=1)


def test_a_moved_meeting_replaces_the_former_in_the_calendar() -> None:
    now = datetime(2026, 3, 2, 10, tzinfo=UTC)
    first = meeting(now + timedelta(days=7), now=now)
    second = meeting(now + timedelta(days=9), now=now + timedelta(days=1), place="")
    assert first["uid"] == second["uid"]
    assert int(first["sequence"]) < int(second["sequence"])
    assert "location" not in second

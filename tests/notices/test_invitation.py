"""A due date in a letter is an event that any calendar reads back whole."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from icalendar import Calendar

from makul.notices.invitation import due_calendar


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

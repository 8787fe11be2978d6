"""Calendars are sound iCalendar: each last day once, under a name that stays."""

from __future__ import annotations

import pytest
from django.test import Client
from icalendar import Calendar, Event

from makul.cases.models import Case


def events(path: str) -> list[Event]:
    response = Client().get(f"{path}?lang=ru")
    assert response.status_code == 200
    assert response.headers["Content-Type"] == "text/calendar; charset=utf-8"
    found = Calendar.from_ical(response.content)
    assert found["VERSION"] == "2.0"
    return list(found.walk("VEVENT"))


def test_the_terms_of_a_case(running: Case) -> None:
    found = events(f"/cases/{running.number}/due.ics")
    days = [one["DTSTART"].dt for one in found]
    assert running.next_due_on in days
    assert len({str(one["UID"]) for one in found}) == len(found)
    assert all(str(one["SUMMARY"]).strip() for one in found)
    assert str(found[0]["URL"]).endswith(f"/cases/{running.number}/")


def test_the_same_day_of_many_bodies_is_one_day(running: Case) -> None:
    found = [one for one in events("/feeds/due.ics") if "-position-" in str(one["UID"])]
    assert len(found) == 1


def test_a_body_sees_its_own_terms_only(scene, running: Case) -> None:
    """The first body has answered; the second owes its position."""
    answered, owing = scene.bodies[0].key, scene.bodies[1].key
    assert [str(one["UID"]) for one in events(f"/feeds/bodies/{answered}.ics")] == []
    assert len(events(f"/feeds/bodies/{owing}.ics")) == 1
    assert Client().get("/feeds/bodies/nobody.ics").status_code == 404


@pytest.mark.django_db
def test_nothing_due_is_an_empty_calendar() -> None:
    assert events("/feeds/due.ics") == []


def test_queries_do_not_grow(running: Case, finished: Case, django_assert_max_num_queries) -> None:
    with django_assert_max_num_queries(6):
        events("/feeds/due.ics")

"""The feed of alerts is sound Atom, the calendar of sittings sound iCalendar; both are 304 when unchanged."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from icalendar import Calendar

from makul.cases.models import Case
from tests.portal.parliament.scene import make_sitting
from tests.portal.views.test_feeds import ids, parsed
from tests.scene import Scene

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("language", ["ky", "ru", "en"])
def test_each_alert_once_with_its_bill(noticed, language: str) -> None:
    feed = parsed("/feeds/alerts.atom", language=language)
    [alert] = noticed.alerts.all()
    assert ids(feed) == [f"tag:makul.local,2026:alert:{alert.pk}"]
    [title] = feed.findall("{*}entry/{*}title")
    own = noticed.title_ru if language == "ru" else noticed.title_ky
    assert (title.text or "").endswith(own)


def events() -> list:
    answer = Client().get("/feeds/sittings.ics?lang=ru")
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    return list(Calendar.from_ical(answer.content).walk("VEVENT"))


def test_sittings_stand_at_their_hour(scene: Scene) -> None:
    at = (timezone.now() + timedelta(days=9)).replace(microsecond=0)
    sitting = make_sitting(scene, at=at, is_held=False)
    make_sitting(scene, at=timezone.now() - timedelta(days=90))
    [event] = events()
    assert (event["uid"], event["dtstart"].dt, event["status"]) == (
        f"sitting-{sitting.case.number}@makul.local",
        at,
        "CONFIRMED",
    )
    assert str(event["summary"]) == scene.committee.name_ru


def test_a_sitting_called_off_says_so(scene: Scene) -> None:
    make_sitting(scene, is_held=False)
    Case.objects.filter(procedure="sitting").update(is_closed=True)
    assert [str(one["status"]) for one in events()] == ["CANCELLED"]


@pytest.mark.parametrize("path", ["/feeds/alerts.atom", "/feeds/sittings.ics"])
def test_unchanged_is_304_and_few_queries(house, path: str, django_assert_max_num_queries) -> None:
    with django_assert_max_num_queries(4):
        first = Client().get(path)
    again = Client().get(path, headers={"If-None-Match": first["ETag"]})
    assert again.status_code == 304

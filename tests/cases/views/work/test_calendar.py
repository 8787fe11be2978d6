"""The calendar of terms: whole weeks from Monday, what falls due on its day, holidays by name."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone, translation

from makul.cases.models import Case
from makul.cases.queries.judging import status_of
from makul.cases.views.work.calendar import month_asked, step_month, why_off
from tests.scene import START, build_scene, notified

pytestmark = pytest.mark.django_db
URL = reverse("case_calendar")


def test_weeks_are_whole_and_begin_on_monday() -> None:
    weeks = Client().get(URL + "?month=2026-11").context["weeks"]
    days = [one["day"] for week in weeks for one in week]
    assert (days[0], days[-1], {len(week) for week in weeks}) == (
        date(2026, 10, 26),
        date(2026, 12, 6),
        {7},
    )


def test_what_falls_due_stands_on_its_day(case: Case) -> None:
    today = timezone.localdate()
    due = next(one for one in status_of(case, today=today).due if one.step == "position")
    page = Client().get(f"{URL}?month={due.last_day:%Y-%m}")
    cells = {one["day"]: one for week in page.context["weeks"] for one in week}
    assert [one["count"] for one in cells[due.last_day]["events"]] == [3]


def test_a_holiday_says_its_name() -> None:
    with translation.override("ru"):
        assert why_off(date(2026, 3, 21)) == "Народный праздник Нооруз"
        assert (why_off(date(2026, 11, 20)), why_off(date(2099, 1, 1))) == ("", "")


@pytest.mark.parametrize("text", ["", "2026-13", "x", "0001-01", "9999-12", "2026"])
def test_an_unknown_month_is_this_one(text: str) -> None:
    assert month_asked(text, today=date(2026, 11, 21)) == date(2026, 11, 1)


def test_the_months_beside() -> None:
    first = date(2026, 12, 1)
    assert (step_month(first, -1), step_month(first, 1)) == (date(2026, 11, 1), date(2027, 1, 1))


def test_queries_do_not_grow_with_the_cases() -> None:
    scene = build_scene(bodies=1)
    counts = []
    for _more in range(2):
        for _n in range(3):
            notified(scene, at=START)
        with CaptureQueriesContext(connection) as queries:
            Client().get(URL)
        counts.append(len(queries))
    assert (counts[0] == counts[1], counts[0] <= 20) == (True, True)

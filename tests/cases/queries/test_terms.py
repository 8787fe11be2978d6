"""How the terms of a case were kept, step by step."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from makul.cases.queries.terms import latest, terms_kept
from tests.scene import START, build_scene, notified

pytestmark = pytest.mark.django_db
TODAY = START.date()


def test_terms_say_both_days_and_the_breach() -> None:
    scene = build_scene(bodies=1)
    case = notified(scene)
    kept = {one.step: one for one in terms_kept(case, today=TODAY)}
    assert (kept["accepted"].done_on, kept["accepted"].breach) == (TODAY, "")
    assert kept["accepted"].last_day == TODAY + timedelta(days=2)


def test_a_term_that_passed_has_its_last_day_and_no_day_done() -> None:
    case = notified(build_scene(bodies=1))
    kept = {one.step: one for one in terms_kept(case, today=TODAY + timedelta(days=90))}
    assert (kept["protocol"].done_on, kept["protocol"].breach) == (None, "overdue")


def test_the_latest_of_days_leaves_out_what_is_not_known() -> None:
    assert latest([date(2026, 9, 1), None, date(2026, 9, 3)]) == date(2026, 9, 3)
    assert latest([None]) is None

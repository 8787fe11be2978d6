"""The letter of reminder says whose answer is awaited, until when, and what silence means."""

from __future__ import annotations

from datetime import date

import pytest
from django.conf import settings

from makul.cases.reminders import reminder
from makul.parties.models import Party
from tests.scene import build_scene, submitted

pytestmark = pytest.mark.django_db


def body(language: str) -> Party:
    return Party(key="demo-ak-talaa", name_ky="Ак-Талаа", language=language)


def test_it_leads_to_the_page_of_the_answer() -> None:
    case = submitted(build_scene(bodies=1))
    letter = reminder(case, body("ky"), last_day=date(2026, 10, 2))
    path = f"/cases/{case.number}/work/position/"
    assert (letter.kind, letter.path, letter.language) == ("reminded", path, "ky")
    assert letter.body.splitlines()[2] == "Ак-Талаа"  # below the line that it is a demonstration
    assert letter.body.splitlines()[-1] == f"{settings.BASE_URL}{path}"
    assert (case.title_ky in letter.body, "2-октябр" in letter.body) == (True, True)


def test_without_a_term_no_day_is_named() -> None:
    case = submitted(build_scene(bodies=1))
    letter = reminder(case, body("en"), last_day=None)
    assert "last day" not in letter.body

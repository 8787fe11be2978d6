"""The letter on the minutes: that they are ready, and until when they may be corrected."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from makul.cases.minutes import minutes_letter, protocol_due
from makul.cases.models import Meeting
from tests.scene import START, build_scene, notified

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("language", "day"), [("ky", "19-октябры"), ("ru", "19 октября")])
def test_it_names_the_last_day_and_leads_to_the_page(language: str, day: str) -> None:
    scene = build_scene(bodies=1)
    case = notified(scene)
    held = START + timedelta(days=43)
    meeting = Meeting.objects.create(case=case, planned_at=held, held_at=held)
    assert protocol_due(meeting) == date(2026, 10, 19)
    scene.ministry.language = language
    letter = minutes_letter(meeting, scene.ministry)
    assert (letter.kind, letter.language, letter.path) == (
        "minutes",
        language,
        f"/cases/{case.number}/work/minutes/{meeting.pk}/",
    )
    assert (day in letter.body, letter.path in letter.body) == (True, True)


def test_where_the_days_off_are_not_known_no_day_is_named() -> None:
    scene = build_scene(bodies=1)
    case = notified(scene)
    meeting = Meeting(case=case, planned_at=START.replace(year=2150), pk=1)
    assert protocol_due(meeting) is None
    assert "2150" in minutes_letter(meeting, scene.union).body

"""The way of a case, step by step, and the latest days there can be."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from makul.cases.models import Case
from makul.cases.queries.judging import facts_of, status_of
from makul.cases.queries.way import Station, way_of
from tests.scene import START, answer, build_scene, draw, file, notified, remark

pytestmark = pytest.mark.django_db


def way(case: Case, *, days: int) -> dict[str, Station]:
    today = timezone.localdate(START) + timedelta(days=days)
    found = way_of(case, facts_of(case), status_of(case, today=today), today=today)
    return {one.step: one for one in found}


def test_to_come_not_later_than() -> None:
    """15 working days for positions, 20 for the association, 10 for replies: each after the other."""
    scene = build_scene(bodies=2)
    case = notified(scene)
    file(scene, case, scene.bodies[0], "not_agreed", remark())
    found = way(case, days=2)
    days = [found[step].last_day for step in ("position", "association_position", "replied")]
    assert days == [date(2026, 9, 22), date(2026, 9, 29), date(2026, 10, 13)]
    assert [found[step].state for step in ("position", "replied", "signed")] == [
        "now",
        "todo",
        "todo",
    ]
    assert (found["position"].done, found["position"].owed) == (1, 2)
    assert found["notified"].last_day == date(2026, 9, 2)


def test_silence_is_told_and_a_duty_missed_is_late() -> None:
    scene = build_scene(bodies=1)
    case = notified(scene)
    file(scene, case, scene.bodies[0], "not_agreed", remark())
    found = way(case, days=60)
    assert found["association_position"].silence == "goes_on"
    assert found["association_position"].state == "passed"
    assert found["replied"].state == "late"


def test_a_whole_way_to_the_protocol() -> None:
    scene = build_scene(bodies=1)
    case = notified(scene)
    file(scene, case, scene.bodies[0], "not_agreed", remark())
    answer(scene, case)
    draw(scene, case)
    found = way(case, days=51)
    assert (found["replied"].state, found["protocol"].value) == ("done", "disagreements")
    assert found["meeting"].state == "late"
    assert found["signed"].state == "now"

"""The list of a month."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from makul.cases.queries.months import (
    drawn_by_month,
    first_month,
    missed_in,
    month_bounds,
    not_agreed_in,
)
from tests.scene import START, answer, build_scene, draw, file, notified, remark, submitted

pytestmark = pytest.mark.django_db
PROTOCOL = START + timedelta(days=50)


def test_a_draft_not_agreed_stands_in_the_month_of_its_protocol(django_assert_num_queries) -> None:
    scene = build_scene(bodies=2)
    case = notified(scene)
    file(scene, case, scene.bodies[0], "not_agreed", remark())
    answer(scene, case)
    draw(scene, case, at=PROTOCOL)
    with django_assert_num_queries(4):
        (found,) = not_agreed_in(timezone.localdate(PROTOCOL))
    assert (found.case, found.unsettled, found.yearly_som) == (case, 1, 400_000)
    assert found.deciders == [scene.committee]
    assert not_agreed_in(date(2026, 11, 5)) == []


def test_a_term_missed_stands_in_the_month_of_its_last_day() -> None:
    """Submitted on 1 September: the package was to be checked by the 3rd."""
    scene = build_scene(bodies=1)
    case = submitted(scene)
    case.breach_count = 2  # as the night's judging leaves it
    case.save()
    found = missed_in(date(2026, 9, 1), today=date(2026, 11, 1))
    assert [(one.case, one.party, one.breach.last_day) for one in found][:1] == [
        (case, scene.desk, date(2026, 9, 3))
    ]
    assert missed_in(date(2026, 8, 1), today=date(2026, 11, 1)) == []


def test_bounds_of_months() -> None:
    assert month_bounds(date(2026, 12, 9)) == (date(2026, 12, 1), date(2027, 1, 1))
    assert first_month() is None
    submitted(build_scene(bodies=1))
    assert first_month() == date(2026, 9, 1)


def test_protocols_are_counted_by_month() -> None:
    scene = build_scene(bodies=1)
    case = notified(scene)
    file(scene, case, scene.bodies[0], "not_agreed", remark())
    answer(scene, case)
    assert drawn_by_month() == {}
    draw(scene, case, at=PROTOCOL)
    assert drawn_by_month() == {timezone.localdate(PROTOCOL).replace(day=1): (1, 1)}

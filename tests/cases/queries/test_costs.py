"""What each side reckoned."""

import pytest

from makul.cases.queries.costs import Reckoning, reckonings_of
from tests.scene import build_scene, file, notified, remark

pytestmark = pytest.mark.django_db


def test_the_sheet_of_the_initiator_and_the_sum_of_the_bodies() -> None:
    scene = build_scene(bodies=3)
    case = notified(scene)
    unestimated = remark("art_2", yearly_som=None)
    file(scene, case, scene.bodies[0], "not_agreed", remark(), unestimated)
    file(scene, case, scene.bodies[1], "not_agreed", remark(once_som=7, yearly_som=100))
    file(scene, case, scene.bodies[2], "not_agreed", unestimated)
    file(scene, case, scene.union, "not_agreed", remark(yearly_som=9_000_000))
    assert reckonings_of(case) == [
        Reckoning(scene.ministry, None, 0),
        Reckoning(None, 7, 400_100, bodies=2),
    ]


def test_nothing_estimated_by_bodies_is_no_line() -> None:
    case = notified(build_scene(bodies=1))
    assert [one.party is None for one in reckonings_of(case)] == [False]

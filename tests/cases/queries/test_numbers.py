"""The numbers of a case: who was asked, reached and answered."""

from __future__ import annotations

from typing import Any

import pytest

from makul.cases.queries.numbers import numbers_of, told_keys
from tests.scene import build_scene, file, notified, submitted

pytestmark = pytest.mark.django_db


def test_the_numbers_tell_silence_from_a_letter_that_never_came() -> None:
    scene = build_scene(bodies=3)
    case = notified(scene)
    file(scene, case, scene.bodies[0], "agreed")
    expected = {"notified": 3, "delivered": 3, "answered": 1, "silent": 2, "not_notified": 0}
    assert numbers_of(case) == expected
    assert told_keys(case) == {party.key for party in (scene.union, *scene.bodies)}


def test_before_anyone_is_asked_all_numbers_are_zero() -> None:
    case = submitted(build_scene(bodies=1))
    assert (set(numbers_of(case).values()), told_keys(case)) == ({0}, frozenset())


def test_they_take_as_many_queries_for_many_as_for_one(django_assert_num_queries: Any) -> None:
    case = notified(build_scene(bodies=5))
    with django_assert_num_queries(3):
        numbers_of(case)

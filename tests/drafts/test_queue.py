"""The desk's queue names of each case the first thing that waits, the nearest last day first."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from makul.drafts.queue import queue_of
from makul.parties.models import Party
from tests.scene import START, build_scene, notified, screened, submitted

pytestmark = pytest.mark.django_db


def lines(party: Party, days: int = 0) -> list[tuple[str, bool]]:
    today = (START + timedelta(days=days)).date()
    return [(one.step, one.is_missed) for one in queue_of(party, today=today)]


def test_a_package_waits_for_its_check_then_for_the_telling_then_for_nothing() -> None:
    scene = build_scene(bodies=1)
    submitted(scene)
    assert lines(scene.desk) == [("accepted", False)]
    screened(scene)
    assert lines(scene.desk) == [("notified", False), ("accepted", False)]
    notified(scene)
    assert lines(scene.desk) == [("notified", False), ("accepted", False)]


def test_each_line_has_its_initiator_its_day_and_why() -> None:
    scene = build_scene(bodies=1)
    case = submitted(scene)
    one = queue_of(scene.desk, today=START.date())[0]
    assert (one.case, one.initiator, one.left) == (case, scene.ministry, 2)
    assert one.because


def test_one_who_conducts_nothing_has_no_queue() -> None:
    scene = build_scene(bodies=1)
    submitted(scene)
    assert (lines(scene.ministry), lines(scene.bodies[0])) == ([], [])


def test_queries_do_not_grow_with_the_cases() -> None:
    scene = build_scene(bodies=1)
    counts = []
    for _more in range(2):
        for _n in range(3):
            submitted(scene)
        with CaptureQueriesContext(connection) as queries:
            lines(scene.desk)
        counts.append(len(queries))
    assert counts[0] == counts[1]

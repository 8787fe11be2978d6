"""Rows that are open to all."""

import pytest

from makul.cases.queries.judging import facts_of, status_of
from makul.cases.queries.rows import (
    are_rows_open,
    filed_remarks,
    heaviest_rows,
    row_totals,
    rows_in,
)
from tests.scene import START, answer, build_scene, file, notified, remark

pytestmark = pytest.mark.django_db


@pytest.fixture
def case():
    scene = build_scene(bodies=2)
    case = notified(scene)
    file(scene, case, scene.bodies[0], "not_agreed", remark(), remark("art_1", kind="proposal"))
    file(scene, case, scene.bodies[1], "not_agreed", remark("art_2__part_1"))
    case.scene = scene
    return case


def is_open(case) -> bool:
    return are_rows_open(facts_of(case), status_of(case, today=START.date()))


def test_rows_open_when_they_are_answered_or_the_association_files(case) -> None:
    assert not is_open(case)
    answer(case.scene, case, at=START)
    assert is_open(case)


def test_filters(case) -> None:
    answer(case.scene, case, "partly")
    case.rows.filter(number=1).update(is_minority=True)
    unsettled = {row.eid for row in rows_in(case, state="unsettled")}
    assert unsettled == {"art_2__part_1"}
    assert rows_in(case, eid="art_2").count() == 1
    assert rows_in(case, eid="art_").count() == 0
    assert rows_in(case, kind="proposal", reply="partly").count() == 1
    assert rows_in(case, reply="none").count() == rows_in(case, state="settled").count() == 0
    assert rows_in(case, state="minority").count() == 1
    assert [row.is_minority for row in rows_in(case)] == [False, False, True]


def test_totals(case) -> None:
    answer(case.scene, case, "accepted")
    totals = row_totals(case)
    assert (totals["all"], totals["accepted"], totals["waiting"]) == (3, 3, 0)
    assert rows_in(case, state="settled").count() == 3


def test_the_heaviest_first_and_no_minority(case) -> None:
    answer(case.scene, case)
    case.rows.filter(number=2).update(is_minority=True)
    assert len(heaviest_rows(case, most=5)) == 2
    assert len(heaviest_rows(case, most=1)) == 1


def test_remarks_one_by_one(case) -> None:
    assert filed_remarks(case).count() == 3
    assert filed_remarks(case, eid="art_2", kind="objection").count() == 1

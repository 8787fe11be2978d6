"""Open cases stand each in one column, and a day says how many owe the same step."""

from __future__ import annotations

from datetime import timedelta

import pytest

from makul.cases.models import Case
from makul.cases.queries.stages import COLUMNS, columns_of, due_days, open_cases
from makul.law.procedures import procedure
from tests.scene import START, build_scene, notified, submitted

pytestmark = pytest.mark.django_db


def test_every_stage_of_the_procedure_has_its_column() -> None:
    stages = {step.key for step in procedure("npa", "2026-proposed").steps if not step.side}
    ends = {"opened", "returned", "rejected", "withdrawn", "lapsed", "published", "compared"}
    ends |= {"complaint_decided"}  # beside the way: it moves no case
    known = {stage for column in COLUMNS.values() for stage in column}
    assert stages - known - ends == set()


def test_a_case_stands_in_one_column() -> None:
    scene = build_scene(bodies=2)
    cases = [submitted(scene), notified(scene)]
    columns = {one.key: one.cases for one in columns_of(Case.objects.order_by("pk"))}
    assert (columns["check"], columns["positions"]) == ([cases[0]], [cases[1]])
    assert sum(map(len, columns.values())) == 2


def test_a_long_column_says_how_many_it_leaves_out() -> None:
    column = columns_of([Case(stage="meeting") for _n in range(33)])
    assert [(one.count, one.rest) for one in column if one.count] == [(33, 3)]


def test_those_who_owe_the_same_step_are_one_line() -> None:
    scene = build_scene(bodies=3)
    case = notified(scene)
    last = (START + timedelta(days=60)).date()
    found = due_days([case], today=START.date(), first=START.date(), last=last)
    assert [(one.step, one.count) for one in found if one.step == "position"] == [("position", 3)]
    assert due_days([], today=START.date(), first=last, last=last) == []


def test_only_the_cases_of_a_party() -> None:
    scene = build_scene(bodies=1)
    case = submitted(scene)
    assert [list(open_cases(one)) for one in (None, scene.desk, scene.bodies[0])] == [
        [case],
        [case],
        [],
    ]

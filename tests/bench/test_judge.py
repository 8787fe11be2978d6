"""The judged cases have the entries they say, the judge counts them all, and its work grows in step."""

from __future__ import annotations

import cProfile
import pstats
from collections.abc import Callable
from typing import Any

import pytest

from bench import judge
from bench.size import Size
from bench.stopwatch import Say
from makul.core.procedure import Status, status
from makul.law.days_off import calendar
from makul.law.procedures import procedure


def judged(facts: Any) -> Status:
    return status(procedure("npa"), facts, calendar=calendar(), today=judge.TODAY)


@pytest.mark.parametrize("entries", [1_000, 1_001, 4_321])
def test_each_shape_has_so_many_entries(entries: int) -> None:
    assert [len(build(entries).entries) for build in judge.SHAPES.values()] == [entries] * 3


@pytest.mark.parametrize("shape", judge.SHAPES)
def test_no_entry_is_set_aside(shape: str) -> None:
    facts = judge.SHAPES[shape](1_000)
    assert judged(facts).notes == ()


def calls(work: Callable[[], object]) -> int:
    """How many functions are called: the same on every machine, however busy it is."""
    profile = cProfile.Profile()
    profile.runcall(work)
    return int(pstats.Stats(profile).total_calls)  # type: ignore[attr-defined]


@pytest.mark.parametrize("shape", judge.SHAPES)
def test_ten_times_the_entries_are_at_most_a_little_over_ten_times_the_work(shape: str) -> None:
    few, many = (judge.SHAPES[shape](entries) for entries in (1_000, 10_000))
    judged(few)
    assert calls(lambda: judged(many)) < 12 * calls(lambda: judged(few))


def test_the_figure_names_its_size(small: Size, say: Say) -> None:
    assert sorted(judge.measure(small, say=say)) == ["entries", "s"]

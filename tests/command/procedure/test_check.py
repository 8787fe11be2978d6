"""`./makul procedure check`: the proof in words and as data; 1 where it finds a fault."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from makul.command.procedure.check import counted_in, tell
from makul.core.procedure import Clock, Done, Length, Procedure, Silence, Step

STEPS = (
    Step("asked", ("one",), duty="d"),
    Step("answered", ("two",), (Clock(Done("asked"), "answer"),), silence=Silence("deemed")),
    Step(
        "ended",
        ("one",),
        (Clock(Done("answered"), "end"),),
        silence=Silence("deemed"),
        duty="d",
        closes={"*": "ended"},
    ),
)
SMALL = Procedure(
    "small",
    "2026",
    ("one", "two"),
    STEPS,
    {"answer": Length(4, 4), "end": Length(2, 2)},
    goal="ended",
)


def test_a_sound_procedure_with_its_longest_way(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert tell(SMALL, as_json=True) == 0
    said: dict[str, Any] = json.loads(capsys.readouterr().out)
    assert (said["sound"], said["endings"], said["dead_ends"]) == (True, ["ended"], [])
    assert said["longest"] == [{"track": "ordinary", "way": "whole", "days": 4, "reckoned": None}]


def test_a_procedure_without_a_goal_is_not_measured(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert tell(replace(SMALL, goal=""), as_json=False) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[1:3] == ["every step reachable  yes", "every case ends  yes"]
    assert lines[-1].startswith("longest ways  not measured")


def test_a_procedure_with_a_dead_end_is_told_and_is_not_well(
    capsys: pytest.CaptureFixture[str],
) -> None:
    stuck = replace(SMALL, steps=(*STEPS[:2], replace(STEPS[2], silence=Silence())))
    assert tell(stuck, as_json=True) == 1
    assert json.loads(capsys.readouterr().out)["sound"] is False


@pytest.mark.parametrize(
    ("units", "said"),
    [
        (("wd", "wd"), "working days"),
        (("cd", "mo"), "calendar days"),
        (("cd", "wd"), "calendar and working days, added up"),
    ],
)
def test_days_are_called_what_they_are(units: tuple[str, str], said: str) -> None:
    terms = dict(zip(SMALL.terms, (Length(4, 4, unit) for unit in units), strict=True))
    assert counted_in(SMALL.with_terms(terms)) == said

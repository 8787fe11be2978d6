"""The last lines of `./makul test` say what ran, what did not and why, and the sum."""

from __future__ import annotations

import pytest

from makul.command.outcome import Outcome
from makul.command.test import report

BOTH = [
    Outcome(
        name="SQLite", code=0, ran=frozenset({"a", "b"}), skipped={"c": "other", "d": "no fox"}
    ),
    Outcome(name="PostgreSQL", code=0, ran=frozenset({"b", "c"})),
]


def test_the_sum_and_what_never_ran(capsys: pytest.CaptureFixture[str]) -> None:
    assert report(BOTH, lacking=["Chromium: the walks"], complete=False) == 0
    assert capsys.readouterr().out.splitlines()[1:] == [
        "SQLite: 2 passed, 0 failed in 0 s",
        "PostgreSQL: 2 passed, 0 failed in 0 s",
        "Skipped for want of Chromium: the walks",
        "Skipped (1): no fox",
        "4 passed, 0 failed, 1 skipped",
    ]


@pytest.mark.parametrize(
    ("outcomes", "complete"),
    [
        (BOTH, True),
        ([Outcome(name="SQLite", code=1, failed=1, ran=frozenset({"a"}))], False),
        ([Outcome(name="SQLite", code=5)], False),
        ([BOTH[0], Outcome(name="PostgreSQL", code=3)], False),
    ],
    ids=["skipped where all was asked for", "failed", "no test at all", "broken on the second"],
)
def test_what_is_not_well_ends_with_1(outcomes: list[Outcome], complete: bool) -> None:
    assert report(outcomes, lacking=[], complete=complete) == 1


def test_complete_is_complete_without_the_texts_no_program_brings() -> None:
    reason = "the folder of real texts and data is not beside the project"
    ran = Outcome(name="SQLite", code=0, ran=frozenset({"a"}), skipped={"b": reason})
    assert report([ran], lacking=[], complete=True) == 0
    assert report([ran], lacking=["Chromium: the walks"], complete=True) == 1

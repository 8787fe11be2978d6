"""The table says of each figure whether the promise was reached, at the very bound too."""

from __future__ import annotations

import pytest

from bench.stopwatch import Lap, middle
from bench.table import missed, table

GOOD = {
    "judge": {"entries": 100_000, "s": 1.5},
    "journal": {"appends_per_s": 1_000, "verified": 1_000_000, "verify_s": 12.0},
    "read": [{"file": "a", "articles": 1, "s": 0.1}, {"file": "b", "articles": 1, "s": 0.3}],
    "assets_gzip_kb": 9.8,
}


def test_what_is_reached_is_said_line_by_line() -> None:
    lines = [" ".join(line.split()) for line in table(GOOD).splitlines()]
    assert lines == [
        "100000 entries judged 1.5 s under 2 reached",
        "entries recorded 1000 a second at least 1000 reached",
        "1000000 entries verified 12 s under 30 reached",
        "the slowest act read 0.3 s under 2 reached",
        "style sheets and scripts, gzip 9.8 kB under 60 reached",
    ]
    assert missed(GOOD) == []


@pytest.mark.parametrize(
    ("part", "found"),
    [
        ("judge", {"entries": 100_000, "s": 2.0}),
        ("journal", {"appends_per_s": 999, "verified": 1, "verify_s": 1}),
        ("protocol", {"rows": 1_000, "docx_s": 2.5, "pdf_s": 2.5}),
        ("case_list", {"rows": 100, "queries": 10, "ms": 1}),
    ],
)
def test_what_is_missed_is_named(part: str, found: dict[str, float]) -> None:
    assert len(missed({**GOOD, part: found})) == 1


def test_the_middle_of_three_runs_is_taken() -> None:
    assert middle(lambda: None, again=1).s >= 0
    assert sorted([Lap(3, 0), Lap(1, 9), Lap(2, 5)])[1] == Lap(2, 5)

"""How large each measurement is: whole, as the figures are promised for, or small, to try that it runs."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Size:
    """`times`: how often a page is asked for; `again`: how often longer work is repeated."""

    cases: int = 100
    articles: int = 200
    remarks: int = 1_000
    positions: int = 264
    remarks_each: int = 20
    judged: int = 100_000
    appends: int = 5_000
    verified: int = 1_000_000
    rows: int = 1_000
    peers_articles: int = 75
    peers_remarks: int = 1_000
    search_lines: int = 100_000
    bills: int = 100_000
    drafts: int = 300
    times: int = 9
    again: int = 3


WHOLE = Size()
SMALL = Size(
    cases=10,
    articles=12,
    remarks=40,
    positions=6,
    remarks_each=5,
    judged=1_000,
    appends=50,
    verified=2_000,
    rows=20,
    peers_articles=5,
    peers_remarks=40,
    search_lines=200,
    bills=500,
    drafts=5,
    times=1,
    again=1,
)

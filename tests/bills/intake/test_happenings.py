"""Events of a row have keys that tell them apart, and their own where the register gives one."""

from __future__ import annotations

from makul.bills.intake.happenings import read_events


def test_keys() -> None:
    typed = read_events("2026-09-01 reading 1 | 2026-09-01 reading 2", longest=100)
    listed = read_events([{"kind": "reading", "on": "2026-09-01", "key": "r-7"}], longest=100)
    assert [one.key for one in (*typed, *listed)] == [
        "2026-09-01:reading:1",
        "2026-09-01:reading:2",
        "r-7",
    ]
    assert read_events("", longest=1) == read_events(None, longest=1) == ()

"""A bill goes forward only, and what ended it stands."""

from __future__ import annotations

import pytest

from makul.bills.stages import stage_after


@pytest.mark.parametrize(
    ("stage", "kind", "readings", "after"),
    [
        ("registered", "reading", "1", "reading_1"),
        ("reading_2", "reading", "1", "reading_2"),
        ("reading_1", "adopted", "", "adopted"),
        ("adopted", "rejected", "", "adopted"),
        ("committee", "withdrawn", "", "withdrawn"),
        ("withdrawn", "adopted", "", "withdrawn"),
        ("published", "signed", "", "published"),
        ("committee", "agenda", "", "committee"),
        ("committee", "reading", "", "committee"),
    ],
)
def test_the_stage_after_an_event(stage: str, kind: str, readings: str, after: str) -> None:
    assert stage_after(stage, kind=kind, readings=readings) == after

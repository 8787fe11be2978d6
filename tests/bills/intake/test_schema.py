"""The published schema of the file says the same as the checks of a row."""

from __future__ import annotations

import json
from pathlib import Path

from makul.bills.intake.happenings import KINDS, LONGEST_TEXT, MOST_EVENTS, MOST_PLACES
from makul.bills.intake.row import LONGEST, NEEDED, WORDS

SCHEMA = json.loads((Path(__file__).parents[3] / "docs/bills.schema.json").read_text())
BILL, EVENT = SCHEMA["$defs"]["bill"], SCHEMA["$defs"]["event"]["properties"]


def test_columns_and_their_bounds() -> None:
    said = BILL["properties"]
    assert set(said) == set(LONGEST)
    bounds = {name: one["maxLength"] for name, one in said.items() if "maxLength" in one}
    assert bounds == {name: LONGEST[name] for name in bounds}
    assert tuple(BILL["required"]) == NEEDED
    assert {name: tuple(said[name]["enum"]) for name in WORDS} == dict(WORDS)


def test_events_and_their_bounds() -> None:
    assert set(EVENT["kind"]["enum"]) == KINDS
    assert BILL["properties"]["events"]["maxItems"] == MOST_EVENTS
    assert EVENT["eids"]["maxItems"] == MOST_PLACES
    assert EVENT["text_ky"]["maxLength"] == EVENT["text_ru"]["maxLength"] == LONGEST_TEXT


def test_the_guide_names_every_column_and_every_word() -> None:
    guide = (Path(__file__).parents[3] / "docs/bills.md").read_text()
    words = [*LONGEST, *KINDS, *(word for words in WORDS.values() for word in words)]
    assert [word for word in words if f"`{word}`" not in guide] == []

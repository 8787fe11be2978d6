"""One judge serves every procedure: nothing in the core or the journal knows one of them by name."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from makul.law.procedures import KEYS

SRC = Path(__file__).resolve().parents[3] / "src/makul"
BLIND = ("core", "journal", "parties", "documents", "notices")  # none of them may tell cases apart
MECHANISMS = frozenset(KEYS) - {"npa"}


def named_in(file: Path, keys: frozenset[str]) -> set[str]:
    """The keys that stand in a file as a text of their own; sentences of docstrings are none."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    texts = {node.value for node in ast.walk(tree) if isinstance(node, ast.Constant)}
    return keys & {text for text in texts if isinstance(text, str)}


@pytest.mark.parametrize("room", BLIND)
def test_no_room_below_the_cases_knows_a_procedure(room: str) -> None:
    found = {str(file): named_in(file, frozenset(KEYS)) for file in (SRC / room).rglob("*.py")}
    assert {file: keys for file, keys in found.items() if keys} == {}


def test_the_common_table_knows_no_mechanism_but_the_conciliation_it_serves() -> None:
    found = {str(file): named_in(file, MECHANISMS) for file in (SRC / "cases").rglob("*.py")}
    assert {file: keys for file, keys in found.items() if keys} == {}

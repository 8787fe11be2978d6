"""The table of rights has words for every right, and the page of docs says the same."""

from __future__ import annotations

from pathlib import Path

from django.utils.translation import override

from makul.parties.access import RIGHTS
from makul.parties.rights import ROLES, table, unnamed

DOCS = Path(__file__).parents[2] / "docs/rights.md"


def test_every_right_has_words_and_every_word_a_right() -> None:
    assert unnamed() == set()


def test_the_table_says_what_access_says() -> None:
    lines = {line.action: line for _title, lines in table() for line in lines}
    assert set(lines) == set(RIGHTS)
    for action, found in RIGHTS.items():
        may = {
            role for role, (_name, is_may) in zip(ROLES, lines[action].cells, strict=True) if is_may
        }
        assert (may, lines[action].signs) == (set(found.roles), found.signs)


def test_the_document_prints_the_same_table() -> None:
    assert DOCS.read_text().endswith(printed())


def printed() -> str:
    """The table as Markdown; print it to renew docs/rights.md."""
    with override("en"):
        lines = [
            f"| | {' | '.join(map(str, ROLES.values()))} | signature |",
            "|---" * (len(ROLES) + 2) + "|",
        ]
        for title, rows in table():
            lines.append(f"| **{title}** {'| ' * (len(ROLES) + 1)}|")
            for row in rows:
                cells = " | ".join("yes" if may else "" for _name, may in row.cells)
                lines.append(
                    f"| {row.label} | {cells} | {'only one who may sign' if row.signs else 'any mandate'} |"
                )
    return "\n".join(lines) + "\n"

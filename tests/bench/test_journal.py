"""The export the bench verifies is one the journal itself would write, and is really verified."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from bench import journal
from bench.size import Size
from bench.stopwatch import Say
from makul.core.errors import MakulError
from makul.journal.models import Entry
from makul.journal.queries import line


def test_the_lines_are_those_of_an_export(tmp_path: Path, say: Say) -> None:
    file = tmp_path / "journal.jsonl"
    head = journal.write_export(file, entries=7, say=say)
    assert journal.verify(file, head=head) == 7
    assert [line(each) for each in map(read, file.read_text().splitlines())] == (
        file.read_text().splitlines(keepends=True)
    )


def read(text: str) -> dict[str, object]:
    import json

    found: dict[str, object] = json.loads(text)
    return found


def test_a_changed_line_gives_no_figure(tmp_path: Path, say: Say) -> None:
    file = tmp_path / "journal.jsonl"
    head = journal.write_export(file, entries=7, say=say)
    file.write_text(file.read_text().replace("demo-aa-003", "demo-aa-004", 1))
    with pytest.raises(MakulError, match="entry 2 was changed"):
        journal.verify(file, head=head)


@pytest.mark.django_db
def test_every_append_is_an_entry(small: Size, say: Say) -> None:
    figures = journal.measure(replace(small, appends=20, verified=50), say=say)
    assert Entry.objects.count() == 20
    assert sorted(figures) == ["appends_per_s", "verified", "verify_s"]
    assert figures["verified"] == 50

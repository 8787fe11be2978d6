"""Records as lines of CSV and of JSON: names first, ISO days, nothing guarded, nothing lost."""

from __future__ import annotations

import csv
import io
import json
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ninja import Schema

from makul.portal.opendata.writing import cell, csv_lines, json_lines


class Said(Schema):
    """A record of a test."""

    text: str
    on: date | None = None
    is_open: bool = False


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (None, ""),
        (True, "true"),
        (False, "false"),
        (["ky", "ru"], "ky; ru"),
        (date(2026, 9, 1), "2026-09-01"),
        (datetime(2026, 9, 1, 12, 0, tzinfo=UTC), "2026-09-01T12:00:00Z"),
        (1_240_000, 1_240_000),
    ],
)
def test_each_kind_of_value_has_its_writing(value: object, written: object) -> None:
    assert cell(value) == written


def test_the_names_of_the_columns_stand_first_and_lines_end_as_rfc_4180_says() -> None:
    lines = list(csv_lines(Said, [Said(text='көчө, "жарык"', on=date(2026, 9, 1))]))
    assert lines == ["text,on,is_open\r\n", '"көчө, ""жарык""",2026-09-01,false\r\n']


@given(st.lists(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), max_size=30)))
def test_what_is_written_is_read_back_as_it_was_said(texts: list[str]) -> None:
    records = [Said(text=text) for text in texts]
    table = csv.DictReader(io.StringIO("".join(csv_lines(Said, records)), newline=""))
    assert [row["text"] for row in table] == texts
    assert [one["text"] for one in json.loads("".join(json_lines(records)))] == texts


def test_no_record_is_an_empty_array() -> None:
    assert "".join(json_lines([])) == "[]\n"

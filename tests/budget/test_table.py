"""Items as CSV: what is written is read again, and each line that cannot be used is named."""

from __future__ import annotations

import contextlib
import csv
import io
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from makul.budget.queries.listing import all_years
from makul.budget.table import guarded, items_csv, read_items
from makul.core.errors import BadInput
from tests.budget import special_scene as made

YEARS = (2027, 2028, 2029)
HEAD = "kind;subject_ky;subject_ru;position_ru;2027;2028;2029;basis"


def table(*lines: str) -> bytes:
    return "\n".join([HEAD, *lines]).encode()


def test_good_lines_are_kept_and_bad_ones_named() -> None:
    taken = read_items(
        table(
            "target;Жылытуу;Отопление;Нужно;90 000 000;95000000;;cabinet.201.2022",
            "gift;Белек;Подарок;;1;;;",
            ";;;;;;;",
            "taxes;Салык;Налог;;много;;;",
            "other;;;;1;;;",
            "target;А;Б;;1;;;law.of.nature",
            "target;А;Б;;1",
            "delegated;Ыйгарым;Полномочия;;;;7;",
        ),
        years=YEARS,
    )
    assert [one.kind for one in taken.items] == ["target", "delegated"]
    assert taken.items[0].amounts == {
        2027: Decimal(90_000_000),
        2028: Decimal(95_000_000),
        2029: None,
    }
    assert taken.items[0].text_ru == "Нужно"
    assert [(one.line, one.column, one.error.code) for one in taken.refusals] == [
        (3, "kind", "unknown_kind_of_item"),
        (5, "2027", "not_som"),
        (6, "subject_ru", "no_subject"),
        (7, "basis", "unknown_basis"),
        (8, "", "row_cells"),
    ]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"name\nx", "items_no_column"),
        (b"", "items_no_column"),
        ("kind,subject_ky,subject_ru\nё".encode("utf-16"), "items_not_text"),
        (b"x" * 2_000_001, "items_too_big"),
    ],
)
def test_a_file_that_is_no_table_is_refused(data: bytes, code: str) -> None:
    with pytest.raises(BadInput) as caught:
        read_items(data, years=YEARS)
    assert caught.value.code == code


@given(st.binary(max_size=400))
def test_no_bytes_break_the_reading(data: bytes) -> None:
    with contextlib.suppress(BadInput):
        read_items(b"kind,subject_ky,subject_ru\n" + data, years=YEARS)


@pytest.mark.django_db
def test_what_is_written_is_read_again() -> None:
    scene = made.build()
    made.whole(scene)
    year = all_years()[0]
    text = items_csv(year.items, years=year.protocol.years)
    rows = list(csv.DictReader(io.StringIO(text)))
    assert [row["outcome"] for row in rows] == ["agreed", "not_agreed", "agreed"]
    assert [rows[0][f"{side}_2027"] for side in ("lsg", "government", "agreed", "given")] == [
        *("90", "80", "85", "80")
    ]
    taken = read_items(text.encode(), years=year.protocol.years)
    assert taken.refusals == []
    assert [one.subject_ru for one in taken.items] == [one.item.subject_ru for one in year.items]
    assert taken.items[2].amounts[2027] == 30  # of the side that put it


def test_no_cell_is_a_formula() -> None:
    assert [guarded(text) for text in ("=1+1", "@x", "Отопление", "")] == [
        "'=1+1",
        "'@x",
        "Отопление",
        "",
    ]

"""A file is read row by row: whatever is wrong with one row, the others are read."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from makul.bills.intake.row import Refusal
from makul.bills.intake.table import read_rows
from makul.core.errors import BadInput

HEAD = "number,title_ru,initiator_kind,registered_on"


def read(text: str | bytes, *, form: str = "csv") -> list[tuple[int, str]]:
    """(line, number of the bill or code of the refusal)."""
    data = text.encode() if isinstance(text, str) else text
    _total, rows = read_rows(data, form=form)
    return [
        (one.line, one.code) if isinstance(one, Refusal) else (one[0], one[1]["number"])
        for one in rows
    ]


@pytest.mark.parametrize("mark", [",", ";", "\t"])
@pytest.mark.parametrize("start", [b"", b"\xef\xbb\xbf"])
def test_any_mark_with_or_without_a_byte_order_mark(mark: str, start: bytes) -> None:
    text = f"{HEAD}\n1,О налогах,cabinet,2026-01-01\n\n2,О пчёлах,deputies,2026-01-02\n"
    assert read(start + text.replace(",", mark).encode()) == [(2, "1"), (4, "2")]


def test_a_quote_left_open_costs_its_own_row_only() -> None:
    text = f'{HEAD}\n1,"О налогах,cabinet,2026-01-01\n2,О пчёлах,deputies,2026-01-02\n3,a,b,c\n'
    assert read(text) == [(2, "row_unreadable"), (3, "2"), (4, "3")]


def test_a_cell_may_hold_a_line_break_and_a_row_too_short_or_too_long_is_refused() -> None:
    text = f'{HEAD}\n1,"О\nналогах",cabinet,2026-01-01\n2,x\n3,a,b,c,d\n4,a,b,c\n'
    assert read(text) == [(2, "1"), (4, "row_cells"), (5, "row_cells"), (6, "4")]


def test_letters_that_are_no_utf8_do_not_take_the_file_with_them() -> None:
    text = f"{HEAD}\n".encode() + b"1,\xcd\xe0\xeb\xee\xe3,cabinet,2026-01-01\n2,b,c,d\n"
    assert [line for line, _number in read(text)] == [2, 3]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "bills_empty"),
        (b" ;;\n", "bills_empty"),
        (b"PK\x03\x04rest", "bills_not_text"),
        (b"a,b,c\n1,2,3\n", "bills_no_column"),
        (b"number,initiator_kind,registered_on\n", "bills_no_column"),
        (f"{HEAD},number\n".encode(), "bills_twice_column"),
    ],
)
def test_a_file_of_which_nothing_can_be_read(data: bytes, code: str) -> None:
    with pytest.raises(BadInput) as refused:
        read_rows(data, form="csv")
    assert refused.value.code == code


@pytest.mark.parametrize("text", ["{", '{"a": 1}', "3", "[" * 100_000])
def test_json_that_is_no_list(text: str) -> None:
    with pytest.raises(BadInput, match="bills_not_json"):
        read_rows(text.encode(), form="json")


def test_a_list_in_json_with_something_else_in_it() -> None:
    rows = {"bills": [{"number": "1"}, "no row", {"number": "3"}]}
    assert read(json.dumps(rows), form="json") == [(1, "1"), (2, "row_unreadable"), (3, "3")]


@given(st.lists(st.sampled_from(["good", "short", "open"]), max_size=20))
def test_every_good_row_is_read_whatever_stands_around_it(kinds: list[str]) -> None:
    said = {"good": "{n},О налогах,cabinet,2026-01-01", "short": "{n},x", "open": '{n},"x,y,z'}
    lines = [said[kind].format(n=number) for number, kind in enumerate(kinds)]
    good = [str(number) for number, kind in enumerate(kinds) if kind == "good"]
    found = read("\n".join([HEAD, *lines, "last,a,b,c"]))
    assert [said for _line, said in found if not said.startswith("row_")] == [*good, "last"]
    assert len(found) == len(kinds) + 1

"""A malformed row of a list is refused with its line; the good ones are kept."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some

from makul.core.errors import BadInput
from makul.sittings.committees import COLUMNS, day_in, read_committees

HEAD = ",".join(COLUMNS)
GOOD = "VIII,2025-12-17,1,Local,,ЖӨБ,complete,https://example.org"


def refused(*rows: str) -> list[tuple[int, str]]:
    _rows, found = read_committees("\n".join([HEAD, *rows]).encode())
    return [(one.line, one.error.code) for one in found]


def test_a_row_is_read_whole() -> None:
    rows, found = read_committees(f"\ufeff{HEAD}\n{GOOD}\n".encode())
    assert found == []
    row = rows[0]
    assert (row.line, row.key, row.names, row.as_of) == (
        2,
        "jk-viii-01",
        {"ky": "ЖӨБ", "ru": "", "en": "Local"},
        date(2025, 12, 17),
    )


def test_each_fault_names_its_line_and_the_good_rows_are_kept() -> None:
    rows = [
        GOOD,
        GOOD.replace("VIII", "8"),
        GOOD.replace(",1,", ",,"),
        GOOD.replace(",1,", ",-1,"),
        GOOD.replace(",1,", ",٣,"),
        GOOD.replace("Local,,ЖӨБ", ",,"),
        GOOD,
        GOOD.replace(",1,", ",2,").replace("https://example.org", ""),
        GOOD.replace(",1,", ",3,") + ",one more",
        GOOD.replace(",1,", ",4,").replace("Local", "L" * 301),
        GOOD.replace(",1,", ",5,"),
    ]
    kept, _found = read_committees("\n".join([HEAD, *rows]).encode())
    assert [row.number for row in kept] == [1, 5]
    assert refused(*rows) == [
        (3, "committee_bad_row"),
        (4, "committee_bad_number"),
        (5, "committee_bad_number"),
        (6, "committee_bad_number"),
        (7, "committee_no_name"),
        (8, "committee_twice"),
        (9, "committee_bad_row"),
        (10, "committee_bad_row"),
        (11, "committee_bad_row"),
    ]


def test_what_is_no_list_is_refused_whole() -> None:
    with pytest.raises(BadInput, match="committees_not_csv"):
        read_committees(b"\xff\xfe\x00")
    with pytest.raises(BadInput, match="committees_no_column"):
        read_committees(b"name,number\n")
    with pytest.raises(BadInput, match="committees_no_column"):
        read_committees(b"")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2012-11-01 (draft structure)", date(2012, 11, 1)),
        ("2015 (date not visible)", None),
        ("", None),
    ],
)
def test_a_year_alone_is_no_day(text: str, day: date | None) -> None:
    assert day_in(text) == day


@given(some.text(max_size=200))
def test_whatever_stands_under_the_head_a_row_is_taken_or_refused(text: str) -> None:
    try:
        rows, found = read_committees(f"{HEAD}\n{text}".encode(errors="replace"))
    except BadInput as error:
        assert error.code in {"committees_not_csv", "committees_no_column"}
    else:
        assert all(one.line > 1 for one in [*rows, *found])

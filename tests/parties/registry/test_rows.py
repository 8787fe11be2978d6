"""One line of a list: what is read, and what each mistake is called."""

from __future__ import annotations

from datetime import date

import pytest

from makul.core.errors import BadInput
from makul.parties.registry.rows import COLUMNS, TerritoryRow, read_date, read_row

DAY = date(2025, 10, 31)
GOOD = {
    "code": "41708206814000",
    "kind": "aimak",
    "name_ru": "Пример",
    "parent_code": "41708206000000",
    "valid_to": "31.12.2024",
    "predecessor_codes": "41708206600010; 41708206600020|41708206600010",
}


def read(**changed: str) -> TerritoryRow:
    cells = dict.fromkeys(COLUMNS, "") | GOOD | changed
    return read_row(cells, line=7, source="the list", edition_on=DAY)


def test_a_row_is_read_and_a_name_the_list_does_not_give_stays_empty() -> None:
    assert read(valid_from="2020-01-05") == TerritoryRow(
        code="41708206814000",
        kind="aimak",
        name_ky="",
        name_ru="Пример",
        name_en="",
        parent_code="41708206000000",
        valid_from=date(2020, 1, 5),
        valid_to=date(2024, 12, 31),
        predecessor_codes=("41708206600010", "41708206600020"),
        source="the list",
        edition_on=DAY,
    )


def test_a_row_may_have_a_source_of_its_own() -> None:
    assert read(source="a law").source == "a law"


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"code": ""}, "territories_bad_code"),
        ({"code": "4170820681400"}, "territories_bad_code"),
        ({"code": "4,17082E+13"}, "territories_code_as_number"),
        ({"code": "41708206814000.0"}, "territories_code_as_number"),
        ({"parent_code": "Чуй"}, "territories_bad_code"),
        ({"predecessor_codes": "41708206600010 x"}, "territories_bad_code"),
        ({"kind": "айылный аймак"}, "territories_bad_kind"),
        ({"name_ru": ""}, "territories_no_name"),
        ({"name_ru": "", "name_en": "Example"}, "territories_no_name"),
        ({"name_ky": "а" * 201}, "territories_too_long"),
        ({"valid_from": "2025"}, "territories_bad_date"),
        ({"valid_from": "31.02.2025"}, "territories_bad_date"),
        ({"valid_from": "2025-01-01"}, "territories_days_reversed"),
    ],
)
def test_a_mistake_is_named_with_its_line(changed: dict[str, str], code: str) -> None:
    with pytest.raises(BadInput) as caught:
        read(**changed)
    assert (caught.value.code, caught.value.params["line"]) == (code, 7)


def test_an_empty_day_is_not_known() -> None:
    assert read_date("", line=1, column="valid_from") is None

"""A list of territories is read whole or refused with the line and the reason."""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

import pytest

from makul.command.words import SENTENCES
from makul.core.errors import BadInput
from makul.parties.registry.reading import read_edition, shipped

HEAD = "# title: Үлгү\n# edition_on: 2025-10-31\n# source: by hand\n# covers: country, aimak\n"
TABLE = (
    "code,kind,name_ky,name_ru,parent_code\n"
    "41700000000000,country,Өлкө,Страна,\n"
    "41708206814000,aimak,Үлгү,,41700000000000\n"
)
ROW = "41708206815000,aimak,Б,Б,41700000000000\n"


def codes(text: str, encoding: str = "utf-8") -> list[str]:
    return [row.code for row in read_edition(text.encode(encoding)).rows]


def test_an_edition_says_what_it_is_and_what_it_covers() -> None:
    edition = read_edition((HEAD + TABLE).encode())
    assert (edition.title, edition.source, str(edition.edition_on)) == (
        "Үлгү",
        "by hand",
        "2025-10-31",
    )
    assert edition.covers == ("country", "aimak")
    assert [row.name_ky for row in edition.rows] == ["Өлкө", "Үлгү"]
    assert {row.source for row in edition.rows} == {"by hand"}


@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_a_file_saved_by_a_spreadsheet_reads_the_same(mark: str) -> None:
    head = "".join(f'"{line}"{mark * 4}\r\n' for line in HEAD.splitlines())
    table = TABLE.replace(",", mark).replace("\n", f"{mark}\r\n")
    assert codes(head + table + mark * 5, encoding="utf-8-sig") == codes(HEAD + TABLE)


def test_the_order_of_columns_and_of_rows_is_free() -> None:
    table = "kind;parent_code;code;name_ru\naimak;41700000000000;41708206814000;А\ncountry;;41700000000000;С\n"
    assert codes(HEAD + table) == ["41708206814000", "41700000000000"]


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("", "territories_no_heading", None),
        (TABLE, "territories_no_heading", None),
        (HEAD.replace("# covers: country, aimak\n", "") + TABLE, "territories_no_heading", None),
        (HEAD.replace("2025-10-31", "октябрь"), "territories_bad_date", 2),
        (HEAD.replace("aimak", "села") + TABLE, "territories_bad_kind", 4),
        (HEAD, "territories_empty", None),
        (HEAD + "code,kind,name_ru,parent_code\n", "territories_empty", None),
        (HEAD + TABLE.replace("name_ky", "название"), "territories_unknown_column", 5),
        (HEAD + TABLE.replace("name_ky", "name_ru"), "territories_unknown_column", 5),
        (HEAD + TABLE.replace("code,kind", "kind"), "territories_no_column", 5),
        (HEAD + TABLE.replace("Страна,", "Страна,,,x"), "territories_too_many_cells", 6),
        (HEAD + TABLE + TABLE.splitlines()[1] + "\n", "territories_code_twice", 8),
        (HEAD + TABLE + ROW.replace("41700000000000", "41709999999999"), "territories_no_parent", 8),
        (HEAD + TABLE + ROW.replace("41700000000000", "41708206815000"), "territories_circle", 8),
        (HEAD + TABLE + "x,aimak,А,А,41700000000000\n", "territories_bad_code", 8),
    ],
)  # fmt: skip
def test_a_broken_list_is_refused_with_its_line(text: str, code: str, line: int | None) -> None:
    with pytest.raises(BadInput) as caught:
        read_edition(text.encode())
    assert (caught.value.code, caught.value.params.get("line")) == (code, line)
    assert SENTENCES[code].format(**caught.value.params)


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        ((HEAD + TABLE).encode("cp1251", errors="replace"), "territories_not_utf8"),
        (b"PK\x03\x04 a workbook", "territories_not_csv"),
        (b"\xd0\xcf\x11\xe0 an old workbook", "territories_not_csv"),
        (b"#" * 5_000_001, "territories_too_big"),
    ],
)
def test_what_is_not_a_list_at_all_is_refused(raw: bytes, code: str) -> None:
    with pytest.raises(BadInput) as caught:
        read_edition(raw)
    assert caught.value.code == code
    assert SENTENCES[code].format(**caught.value.params)


def test_a_file_is_read_by_its_name_and_a_missing_one_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "list.csv"
    file.write_text(HEAD + TABLE, encoding="utf-8")
    assert len(read_edition(file).rows) == 2
    for missing in (tmp_path / "none.csv", tmp_path):
        with pytest.raises(BadInput) as caught:
            read_edition(missing)
        assert caught.value.code == "no_file"


def test_the_shipped_lists_hold_the_numbers_their_sources_give() -> None:
    before, after = (Counter(row.kind for row in edition.rows) for edition in shipped())
    assert before == {
        "country": 1,
        "oblast": 7,
        "raion": 40,
        "city_republic": 2,
        "city_oblast": 12,
        "city_raion": 17,
        "raion_of_city": 4,
        "urban_settlement": 9,
        "aimak": 453,
    }
    assert after == {
        "country": 1,
        "oblast": 7,
        "raion": 40,
        "city_republic": 2,
        "city_oblast": 14,
        "city_raion": 18,
    }


def test_every_predecessor_of_the_reform_is_in_the_list_before_it() -> None:
    before, after = shipped()
    known = {row.code for row in before.rows}
    assert {code for row in after.rows for code in row.predecessor_codes} <= known


def test_the_shipped_lists_agree_with_the_facts_they_were_taken_from(shared: Path) -> None:
    def facts(name: str) -> list[dict[str, str]]:
        with (shared / "data" / "registry" / name).open(encoding="utf-8") as file:
            return list(csv.DictReader(file))

    before, after = ({row.code: row for row in edition.rows} for edition in shipped())
    aimaks = {row["soate"]: row["name_ru"] for row in facts("kg_aiyl_aimaks_prereform_2021.csv")}
    assert {c: row.name_ru for c, row in before.items() if row.kind == "aimak"} == aimaks
    cities = {row["soate"]: row["name_ru"] for row in facts("kg_cities_2025.csv")}
    assert {c: row.name_ru for c, row in after.items() if row.kind.startswith("city")} == cities

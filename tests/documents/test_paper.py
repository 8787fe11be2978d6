"""A paper: what is printable, what is refused, what every print carries."""

from __future__ import annotations

from dataclasses import replace
from xml.etree import ElementTree
from xml.sax.saxutils import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from makul.core.errors import BadInput
from makul.documents.paper import (
    Column,
    Heading,
    Paper,
    Para,
    Run,
    Stamp,
    Table,
    clean,
    comparative_table,
    fingerprint,
    heading_levels,
    named,
    plain,
    stamp_lines,
)
from tests.documents.demonstration_protocol import STAMP, demonstration_protocol

PAPER = Paper("Протокол", "ru", (Para("Текст"),), stamp=STAMP)


@given(st.text(alphabet=st.characters(codec=None, exclude_categories=())))
def test_cleaned_text_always_fits_into_xml(text: str) -> None:
    root = ElementTree.fromstring(f"<t>{escape(clean(text))}</t>")  # noqa: S314 - our own text
    assert (root.text or "") == clean(text)


@given(st.text())
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    assert clean(clean(text)) == clean(text)


def test_marks_that_turn_the_direction_of_text_round_are_not_printed() -> None:
    assert clean("берилет\u202e\u2066!") == "берилет!"


def test_letters_of_both_languages_stay_as_they_are() -> None:
    words = "ңөү ҢӨҮ ёъ № «–» 3-берене ½ ² \xa0"
    assert clean(words) == words


def test_a_heading_is_never_empty() -> None:
    assert [named(" \u200b\x00"), named("Баш ат")] == ["—", "Баш ат"]


@given(st.lists(st.integers(-2, 9)))
def test_heading_levels_start_at_one_and_never_skip(levels: list[int]) -> None:
    found = heading_levels([Heading(level, "х") for level in levels])
    steps = zip([0, *found], found, strict=False)
    assert len(found) == len(levels)
    assert all(1 <= after <= min(before + 1, 3) for before, after in steps)


def test_a_row_with_a_missing_cell_is_refused_by_its_number() -> None:
    with pytest.raises(BadInput) as caught:
        Table((Column("а"), Column("б")), (("1", "2"), ("3",)))
    assert (caught.value.code, caught.value.params) == ("table_row", {"number": 2, "columns": 2})


def test_a_table_without_columns_is_refused() -> None:
    with pytest.raises(BadInput):
        Table((), ())


def test_the_stamp_is_in_the_language_of_the_paper_and_in_bishkek_time() -> None:
    assert stamp_lines(replace(PAPER, language="ky")) == (
        "Иш № 2026-001 · Тартиптин редакциясы 2026-proposed · Басылды (Бишкек) 02.11.2026 18:00",
        f"Документтин санариптик изи {'ab' * 32}",
    )


def test_without_a_fingerprint_the_stamp_is_one_line() -> None:
    stamp = Stamp("7", "", STAMP.printed_at)
    assert stamp_lines(replace(PAPER, stamp=stamp)) == (
        "Дело № 7 · Напечатано (Бишкек) 02.11.2026 18:00",
    )


def test_the_fingerprint_covers_the_words_and_not_the_stamp() -> None:
    other_hour = replace(PAPER, stamp=None)
    other_words = replace(PAPER, blocks=(Para("Текст."),))
    other_block = replace(PAPER, blocks=(Heading(1, "Текст"),))
    assert fingerprint(PAPER) == fingerprint(other_hour)
    assert len({fingerprint(each) for each in (PAPER, other_words, other_block)}) == 3


def test_the_comparative_table_has_its_heads_in_the_language_asked_for() -> None:
    rows = [("Статья 1", (Run("было", "del"),), (Run("стало", "ins"),))]
    paper = comparative_table("Таблица", rows=rows, language="ky+ru")
    (table,) = paper.blocks
    assert isinstance(table, Table)
    assert [column.title for column in table.columns] == [
        "Жобо / Норма",
        "Колдонуудагы редакция / Действующая редакция",
        "Сунушталган редакция / Предлагаемая редакция",
    ]
    assert [plain(cell) for cell in table.rows[0]] == ["Статья 1", "было", "стало"]
    assert paper.page == "landscape"


def test_the_protocol_of_two_languages_holds_what_each_alone_holds() -> None:
    whole = _words(demonstration_protocol("ky+ru"))
    for language in ("ky", "ru"):
        table = demonstration_protocol(language).blocks[5]
        assert isinstance(table, Table)
        missing = [row[4] for row in table.rows if plain(row[4]) not in whole]
        assert missing == []


def _words(paper: Paper) -> str:
    tables = [block for block in paper.blocks if isinstance(block, Table)]
    return " ".join(plain(cell) for table in tables for row in table.rows for cell in row)

"""Widths of columns: the page is filled, and short words and numbers stay whole."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from makul.documents.paper import Column, Table
from makul.documents.table_widths import CHARACTER_MM, INSET_MM, column_widths, room_for_characters


@given(
    st.lists(
        st.tuples(st.floats(0, 1), st.text(alphabet="абвг ", max_size=40)), min_size=1, max_size=20
    )
)
def test_the_columns_together_fill_the_page(columns: list[tuple[float, str]]) -> None:
    table = Table(tuple(Column(title, share) for share, title in columns), ())
    widths = column_widths(table, room_mm=167)
    assert sum(widths) == pytest.approx(167)
    assert min(widths) > 0


def test_a_number_keeps_its_line_however_small_the_share() -> None:
    table = Table(
        (Column("№", 0.001), Column("Сом", 0.001), Column("Текст")),
        (("1000", "87\xa0498\xa0000", "х"),),
    )
    number, money, _ = column_widths(table, room_mm=167)
    assert [room_for_characters(number), room_for_characters(money)] == [4, 10]


def test_a_very_long_word_does_not_take_the_page() -> None:
    table = Table((Column("а", 0.1), Column("б", 0.9)), (("х" * 500, "у"),))
    first, _ = column_widths(table, room_mm=167)
    assert first == pytest.approx(11 * CHARACTER_MM + INSET_MM)

"""Quotations that begin a line: where they end, and when there is none."""

import pytest

from makul.core.provisions.quoted import quoted_lines

LEAD = "дополнить следующего содержания:"


@pytest.mark.parametrize(
    ("block", "quoted"),
    [
        (["«Статья 5. Имя", "Текст «внутри» него.»;", "2) иное"], [1, 2]),
        (['"Статья 5. Имя', 'Закон "О дворах" действует.";', "2) иное"], [1, 2]),
        (["«Статья 5. Имя", "Закон «О дворах».»;", "Статья 2. Иное"], [1, 2]),
        (["«Статья 5. Закон «О дворах", "Текст.»;", "2) иное"], [1, 2]),  # one mark closes two
        (["«О дворах» действует.", "2) иное"], []),
        (["«Статья 5. Никогда не закрыта", "2) иное", "Статья 2. Иное"], [1]),
    ],
)
def test_where_a_quotation_ends(block: list[str], quoted: list[int]) -> None:
    assert sorted(quoted_lines([LEAD, *block])) == quoted


def test_a_name_in_quotation_marks_at_the_beginning_is_no_block() -> None:
    assert quoted_lines(["Текст.", "«Эркин-Тоо» – газета."]) == frozenset()

"""Quotations that begin a line: where they end, and when there is none."""

import pytest

from makul.core.provisions.quoted import quoted_lines
from makul.core.provisions.quotes import masked, unquoted

LEAD = "дополнить следующего содержания:"


@pytest.mark.parametrize(
    ("block", "quoted"),
    [
        (["«Статья 5. Имя", "Текст «внутри» него.»;", "2) иное"], [1, 2]),
        (['"Статья 5. Имя', 'Закон "О дворах" действует.";', "2) иное"], [1, 2]),
        (["«Статья 5. Имя", "Закон «О дворах».»;", "Статья 2. Иное"], [1, 2]),
        (["«Статья 5. Закон «О дворах", "Текст.»;", "2) иное"], [1, 2]),  # one mark closes two
        (["«О дворах» действует.", "2) иное"], [1]),
        (["«Статья 5. Никогда не закрыта", "2) иное", "Статья 2. Иное"], [1]),
    ],
)
def test_where_a_quotation_ends(block: list[str], quoted: list[int]) -> None:
    assert sorted(quoted_lines([LEAD, *block])) == quoted


def test_a_name_in_quotation_marks_at_the_beginning_is_no_block() -> None:
    assert quoted_lines(["Текст.", "«Эркин-Тоо» – газета."]) == frozenset()


def test_masking_gives_back_every_quotation() -> None:
    found = masked('слова "а" и «б «в»» заменить', block="«5. Новая.»;")
    assert found.text == "слова ⟦0⟧ и ⟦1⟧ заменить ⟦2⟧"
    assert found.words("⟦2⟧⟦0⟧") == ("5. Новая.", "а")
    assert unquoted("без кавычек") == "без кавычек"


def test_the_letter_of_a_provision_is_no_quotation() -> None:
    assert masked("подпункты «а» и «б» исключить").quotations == ()
    assert masked("2-пункттун «а» пунктчасы алып салынсын").quotations == ()
    assert masked("в пункте 2 слово «а» исключить").quotations == ("а",)

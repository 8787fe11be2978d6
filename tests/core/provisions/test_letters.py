"""Spoiled letters are made alike for search, and the old fonts set right when a person asks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from makul.core.provisions import fix_legacy_letters, folded, normal


@given(st.text(st.characters(codec="utf-8"), max_size=60))
def test_normal_twice_is_normal_once(text: str) -> None:
    assert normal(normal(text)) == normal(text)


@pytest.mark.parametrize(
    ("spoiled", "clean"),
    [
        ("Кеӊеш", "Кеңеш"),
        ("Кењеш", "Кеңеш"),
        ("жѳнүндѳ", "жөнүндө"),
        ("учёт", "учет"),
        ("зaкoн", "закон"),  # Latin a and o inside
        ("«МСУ» — орган", '"МСУ" - орган'),
        ("айыл\u00a0 өкмөтү", "айыл өкмөтү"),
        ("статья 222²", "статья 222-2"),
        ("Т О К Т О М", "токтом"),
    ],
)
def test_alike_for_search(spoiled: str, clean: str) -> None:
    assert normal(spoiled) == normal(clean)


def test_a_latin_word_stays_latin() -> None:
    assert normal("Word") == "word"
    assert normal("РОСТ") != normal("POCT")


def test_search_finds_texts_that_lost_their_letters() -> None:
    assert folded("оз алдынча, томондогудой") == folded("өз алдынча, төмөндөгүдөй")


@pytest.mark.parametrize(
    ("legacy", "clean"),
    [
        ("Кеёеш", "Кеңеш"),
        ("Жогорку Кењештин", "Жогорку Кеңештин"),
        ("жън\\ндъ", "жөнүндө"),
        ("бъл\\г\\нъ ёъ", "бөлүгүнө ңө"),
    ],
)
def test_old_fonts_are_set_right(legacy: str, clean: str) -> None:
    assert fix_legacy_letters(legacy) == clean


@pytest.mark.parametrize(
    "russian", ["объект", "съёмка", "учёт, отчёт", "Подъём объявлен", "C:\\temp"]
)
def test_russian_words_are_left_alone(russian: str) -> None:
    assert fix_legacy_letters(russian) == russian

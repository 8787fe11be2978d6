"""The order of letters: as in a Kyrgyz and a Russian dictionary."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from makul.core.alphabet import KYRGYZ, RUSSIAN, letters, sort_key

# As the Kyrgyz alphabet of 36 letters is taught.
TAUGHT = list("абвгдеёжзийклмнңоөпрстуүфхцчшщъыьэюя")


def ordered(words: list[str], language: str) -> list[str]:
    mixed = random.Random(7).sample(words, len(words))  # noqa: S311 - only mixes a list
    return sorted(mixed, key=lambda word: sort_key(word, language=language))


def test_the_alphabet_is_the_one_that_is_taught() -> None:
    assert list(KYRGYZ) == TAUGHT
    assert list(RUSSIAN) == [letter for letter in TAUGHT if letter not in "ңөүё"]
    assert ordered(TAUGHT, "ky") == TAUGHT


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("ky", ["Ноокат", "Нуска", "Ош", "Өзгөн", "Өкмөт", "Папан", "Тоң", "Тооң", "Уста", "Үзүм"]),
        ("ky", ["Жаңы-Жол", "Жаңыл", "Жапалак"]),
        ("ky", ["Ежи", "Ёлка", "Жаз"]),
        ("ru", ["Ежово", "Ёлкино", "Елово", "Жалал-Абад", "Ош", "Узген", "Юрьевка", "Яблоня"]),
        ("en", ["Alai", "Batken", "Osh", "Uzgen"]),
    ],
)
def test_names_stand_as_in_a_dictionary(language: str, words: list[str]) -> None:
    assert ordered(words, language) == words


def test_case_and_quotation_marks_do_not_matter() -> None:
    assert ordered(["«Өмүр»", "өнөр", "Өрнөк"], "ky") == ["«Өмүр»", "өнөр", "Өрнөк"]


def test_digits_come_first_then_latin_then_cyrillic() -> None:
    assert ordered(["2-май", "Alai", "Аксуу"], "ky") == ["2-май", "Alai", "Аксуу"]


@given(st.text(alphabet=KYRGYZ, max_size=6), st.text(alphabet=KYRGYZ, max_size=6))
def test_the_order_is_that_of_the_alphabet_letter_by_letter(one: str, other: str) -> None:
    by_place = [KYRGYZ.index(letter) for letter in one] < [KYRGYZ.index(letter) for letter in other]
    assert (sort_key(one, language="ky") < sort_key(other, language="ky")) is by_place


@pytest.mark.parametrize("language", ["ky", "ru", "en"])
def test_each_letter_has_one_sign_and_what_is_over_falls_away(language: str) -> None:
    source, target = letters(language)
    assert len(set(source)) == len(source) > len(target)
    assert sort_key(source[len(target) :], language=language) == ""

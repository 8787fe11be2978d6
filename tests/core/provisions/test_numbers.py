"""Numbers of provisions, however they are written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from makul.core.provisions.numbers import ordinal, parts_of, restored, roman, slug, superscript


@pytest.mark.parametrize("written", ["222²", "222-2", "222^2", "222‑2"])
def test_one_number_written_four_ways(written: str) -> None:
    assert (parts_of(written), slug(written)) == ((222, 2), "222_2")


@pytest.mark.parametrize(
    ("text", "value"), [("XIV", 14), ("ІХ", 9), ("IV", 4), ("ДОМ", 0), ("", 0)]
)
def test_roman(text: str, value: int) -> None:
    assert roman(text) == value


@pytest.mark.parametrize(
    ("word", "value"),
    [("первый", 1), ("вторым", 2), ("Экинчи", 2), ("он биринчи", 11), ("стол", 0)],
)
def test_ordinals(word: str, value: int) -> None:
    assert ordinal(word) == value


def test_letters_are_latin_in_ids_and_differ() -> None:
    letters = "абвгдеёжзийклмнңоөпрстуүфхцчшщъыьэюя"
    assert len({slug(letter) for letter in letters}) == len(letters)
    assert all(slug(letter).isascii() for letter in letters)


@given(st.lists(st.integers(1, 999).map(str), max_size=30))
def test_restoring_changes_only_to_a_superscript_of_the_same_digits(numbers: list[str]) -> None:
    for before, after in zip(numbers, restored(numbers), strict=True):
        assert "".join(str(value) for value in parts_of(after)) == before


def test_superscript_of_digits() -> None:
    assert superscript("12") == "¹²"

"""Every value of the room has a word, and one that is not known stands as it is."""

from __future__ import annotations

from django.utils.translation import override

from makul.sittings.actions.reading import NUMBERS
from makul.sittings.models import Presence, RowFate, Sitting
from makul.sittings.words import FATES, KINDS, PRESENT, READINGS, SHAPES, reading_name


def test_every_value_has_a_word_and_every_fate_a_shape() -> None:
    assert set(READINGS) == set(NUMBERS)
    assert set(FATES) == set(SHAPES) == {*RowFate.Result.values, ""}
    assert set(KINDS) == set(Sitting.Kind.values)
    assert set(PRESENT) == set(Presence.Kind.values)


def test_readings_are_named_in_each_language() -> None:
    told = []
    for language in ("ky", "ru", "en"):
        with override(language):
            told.append((reading_name("2,3"), reading_name("9")))
    assert told == [
        ("Экинчи жана үчүнчү окуу бир эле учурда", "9"),
        ("Второе и третье чтения сразу", "9"),
        ("Second and third readings at once", "9"),
    ]

"""Counters in the forms Word shows them."""

import pytest

from makul.documents.reading.numbering import Numbering, integer, written
from makul.documents.reading.styles import Styles


@pytest.mark.parametrize(
    ("value", "form", "shown"),
    [
        (28, "russianLower", "я"),
        (29, "russianLower", "аа"),
        (8, "russianUpper", "З"),
        (9, "upperRoman", "IX"),
        (27, "lowerLetter", "aa"),
        (7, "decimalZero", "07"),
        (5, "chicago", "5"),
        (3, "none", ""),
        (0, "upperRoman", "0"),
    ],
)
def test_forms(value: int, form: str, shown: str) -> None:
    assert written(value, form) == shown


def test_what_is_no_number_is_taken_for_the_default() -> None:
    assert (integer("x", 4), integer(None), integer("9999999")) == (4, 0, 32_767)


def test_a_document_without_lists_and_styles() -> None:
    assert Numbering(None).next("1", 0) == ""
    assert Styles(None).look("Any").number is None

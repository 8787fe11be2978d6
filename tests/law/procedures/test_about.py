"""Each procedure is told in three languages, in the same words for the same things."""

from __future__ import annotations

from dataclasses import astuple

import pytest

from makul.core.errors import LawGap
from makul.law.order import FOLDERS
from makul.law.procedures.about import about
from makul.law.sources import LANGUAGES


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", sorted({key for key, _edition in FOLDERS}))
def test_every_order_has_its_words(key: str, language: str) -> None:
    told = about(key, language=language)
    assert all(astuple(told))
    assert [text.endswith(".") for text in astuple(told)] == [False, False, True, False, True]


def test_no_two_procedures_are_called_alike() -> None:
    keys = sorted({key for key, _edition in FOLDERS})
    for language in LANGUAGES:
        assert len({about(key, language=language).name for key in keys}) == len(keys)


def test_a_procedure_nobody_knows_is_a_gap_in_the_law() -> None:
    with pytest.raises(LawGap) as caught:
        about("unknown", language="ky")
    assert caught.value.code == "no_procedure"

"""Words of the pages: every kind, side, outcome and basis is named in three languages."""

from __future__ import annotations

import pytest

from makul.budget.models import Item, Kind
from makul.budget.words import BASES, bases, kind_word, kinds, outcome_word, outcomes, side_word


@pytest.mark.parametrize("language", ["ky", "ru", "en"])
def test_everything_is_named(language: str) -> None:
    assert [key for key, _word in kinds(language)] == Kind.values
    assert {key for key, _word in outcomes(language)} == set(Item.Outcome.values)
    assert [key for key, _word in bases(language)] == ["", *BASES]
    words = [*(kind_word(one, language) for one in Kind.values), outcome_word("agreed", language)]
    assert len({*words, side_word("lsg", language)}) == len(words) + 1

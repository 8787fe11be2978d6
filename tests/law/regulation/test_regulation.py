"""The words that stand on a printed order beside its sentences."""

from __future__ import annotations

import re

import pytest

from makul.core.errors import LawGap
from makul.law.data import read_yaml
from makul.law.forms import FORMS
from makul.law.procedures import KEYS, procedure
from makul.law.procedures.about import about
from makul.law.regulation import heading, order_of, say, terms_of
from makul.law.sources import LANGUAGES


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", KEYS)
def test_every_order_is_headed_as_an_act(key: str, language: str) -> None:
    found = heading(key, language=language)
    assert len(found.title) > len(about(key, language=language).order)
    assert set(found.forms) <= set(FORMS)


def test_a_procedure_nobody_knows_has_no_heading() -> None:
    with pytest.raises(LawGap):
        heading("war", language="ky")


def test_every_phrase_is_said_in_each_language_with_the_same_places() -> None:
    def phrases(read: dict[str, object]) -> list[dict[str, str]]:
        inner = [value for value in read.values() if isinstance(value, dict)]
        return [read] if not inner else [one for value in inner for one in phrases(value)]

    found = phrases(read_yaml("regulation", "words.yaml"))
    assert len(found) > 20
    for one in found:
        assert set(one) == set(LANGUAGES)
        assert len({frozenset(re.findall(r"{(\w+)}", text)) for text in one.values()}) == 1


def test_chapters_and_articles_are_numbered_as_acts_number_them() -> None:
    assert [say("chapter", language=one, n=2, title="х") for one in LANGUAGES] == [
        "2-глава. х",
        "Глава 2. х",
        "Chapter 2. х",
    ]


@pytest.mark.parametrize("key", KEYS)
def test_the_numbers_are_those_of_the_order_until_they_are_changed(key: str) -> None:
    rules = procedure(key)
    assert terms_of(rules) == order_of(rules).terms
    term = next(name for name in rules.terms if name in order_of(rules).terms)
    own = procedure(key, terms={term: {"ordinary": 71}})
    assert {name for name, one in terms_of(own).items() if one != terms_of(rules)[name]} == {term}

"""The method of municipal expertise is complete in three languages and cites only what is known."""

from __future__ import annotations

import re

import pytest

from makul.core.errors import LawGap
from makul.law.forms import values
from makul.law.method import method
from makul.law.screening import KINDS
from makul.law.sources import LANGUAGES

METHOD = method()
FOREIGN = re.compile(r"[A-Za-z][А-яЁёҢңӨөҮү]|[А-яЁёҢңӨөҮү][A-Za-z]|[Ѐ-ӿ](?<![А-яЁёҢңӨөҮү])")


def test_each_kind_of_interest_and_of_place_is_asked() -> None:
    assert tuple(METHOD.interests) == KINDS == tuple(values("interest"))
    assert [kind for kind, asked in METHOD.interests.items() if not asked] == []
    assert set(METHOD.effects) == set(METHOD.places)
    assert set(METHOD.parts) == {"interests", "competence", "costs", "effects"}


def test_no_key_stands_twice_and_each_names_its_part() -> None:
    keys = [question.key for question in METHOD.questions]
    assert len(keys) == len(set(keys))
    for kind, asked in METHOD.interests.items():
        assert {question.key.split(".")[0] for question in asked} == {kind}
    assert {key: q.key for key, q in METHOD.effects.items()} == {
        key: f"effect.{key}" for key in METHOD.effects
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_is_there_in_each_language(language: str) -> None:
    lists = (METHOD.matters, METHOD.places, METHOD.answers, METHOD.parts)
    said = [words[language] for one in lists for words in one.values()]
    said += [text[language] for q in METHOD.questions for text in (q.texts, q.counts)]
    assert [text for text in said if not text.strip()] == []
    wrong = FOREIGN if language != "en" else re.compile(r"[Ѐ-ӿ]")
    assert [text for text in said if wrong.search(text)] == []


def test_what_it_rests_on_is_known_or_proposed() -> None:
    cited = {q.key: q.source.key for q in METHOD.questions if not q.source.is_proposed}
    assert cited == {
        "delegated.1": "const.114.2",
        "control.1": "const.114.1",
        "competence.2": "const.114.1",
    }


def test_questions_of_some_kinds_keep_the_order_of_the_method() -> None:
    keys = [question.key for question in METHOD.of_interests(["staff", "money"])]
    assert keys == ["money.1", "money.2", "money.3", "staff.1", "staff.2"]


def test_an_unknown_edition_is_told() -> None:
    with pytest.raises(LawGap, match="no_edition"):
        method("1999")

"""What holds each article, in words: the annex of the order."""

from __future__ import annotations

import pytest

from makul.law.procedures import KEYS, procedure
from makul.law.regulation import order_of
from makul.law.regulation.lines import counts, lines
from makul.law.sources import LANGUAGES


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", KEYS)
def test_every_article_is_told_in_every_language(key: str, language: str) -> None:
    rules = procedure(key)
    found = lines(rules, language=language)
    articles = [article.number for article in order_of(rules).articles]
    assert list(dict.fromkeys(line.article for line in found)) == articles
    assert [line for line in found if not (line.held and line.parts and line.title)] == []
    assert [line for line in found if "{" in line.held or bool(line.who) != bool(line.steps)] == []


def test_a_term_stands_where_the_article_states_it() -> None:
    found = [line for line in lines(procedure(), language="ru") if line.article == 21]
    assert [(one.held, one.who, one.ordinary, one.short, one.silence) for one in found] == [
        (
            "Ответ инициатора",
            "инициатор проекта",
            "10 раб. дн.",
            "5 раб. дн.",
            "считается сделанным: отклонено без причин",
        ),
        ("Снятие строки автором", "ассоциация, орган МСУ", "", "", ""),
    ]


@pytest.mark.parametrize("key", KEYS)
def test_the_counts_are_of_every_sentence(key: str) -> None:
    found = counts(procedure(key))
    assert found["all"] == len(order_of(procedure(key)).items)
    assert found["all"] == found["steps"] + found["numbers"] + found["texts"]
    assert min(found.values()) > 0

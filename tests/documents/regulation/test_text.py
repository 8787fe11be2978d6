"""The articles on paper: numbered, cited, and honest on what they are."""

from __future__ import annotations

import pytest

from makul.documents.paper import ChapterHeading, Heading, Para, plain
from makul.documents.regulation import order_paper
from makul.documents.regulation.text import notes, sentence, text
from makul.law.order import order
from makul.law.procedures import KEYS, procedure
from makul.law.regulation import order_of, terms_of
from makul.law.sources import LANGUAGES


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", KEYS)
def test_every_sentence_is_printed_once_and_in_order(key: str, language: str) -> None:
    rules = procedure(key)
    blocks = list(text(rules, language=language))
    edition = order_of(rules)
    counts = [
        sum(isinstance(one, kind) for one in blocks) for kind in (ChapterHeading, Heading, Para)
    ]
    assert counts == [
        len(edition.chapters),
        len(edition.chapters) + len(edition.articles),
        len(edition.items),
    ]
    said = [plain(one.words) for one in blocks if isinstance(one, Para)]
    assert said == [
        f"{item.marker} {sentence(item, terms=terms_of(rules), language=language)}"
        for item in edition.items
    ]
    assert [one for one in said if "{" in one or "[?]" in one] == []


@pytest.mark.parametrize(
    ("key", "language", "printed"),
    [
        (
            "term.start",
            "ru",
            "Течение срока начинается на следующий день после события, которым определено его начало "
            "(Гражданский кодекс КР, статья 208).",
        ),
        (
            "step.accepted.silence",
            "en",
            "A package not returned within the term is deemed accepted.",
        ),
    ],
)
def test_an_act_is_cited_in_brackets_and_a_proposal_is_not(
    key: str, language: str, printed: str
) -> None:
    assert sentence(order().item(key), terms=order().terms, language=language) == printed


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_paper_says_that_it_is_a_proposal(language: str) -> None:
    first = next(
        one for one in order_paper(procedure(), language=language).blocks if isinstance(one, Para)
    )
    word = {"ky": "сунуш", "ru": "предложение", "en": "proposal"}[language]
    assert word in plain(first.words)


def test_changed_terms_are_named_with_both_numbers() -> None:
    own = {"position": {"ordinary": 20}, "reply": {"ordinary": 8, "short": 6}}
    said = [plain(one.words) for one in notes(procedure(terms=own), language="ru")]
    assert said[1:-1] == [
        "Напечатано с изменёнными сроками: Позиция органа МСУ – 20 рабочих дней (в редакции 15 "
        "рабочих дней); Ответ инициатора; пояснение до опубликования извещения об обходе – 8 рабочих "
        "дней, в сокращённом порядке 6 рабочих дней (в редакции 10 рабочих дней и 5 рабочих дней)."
    ]
    assert len(list(notes(procedure(), language="ru"))) == 2


def test_the_same_rules_give_the_same_paper() -> None:
    assert order_paper(procedure(), language="ky") == order_paper(procedure(), language="ky")

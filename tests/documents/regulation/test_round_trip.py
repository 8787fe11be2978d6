"""The printed order is an act: `./makul act read` finds its chapters, articles, parts and points again."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import pytest

from makul.command import main
from makul.core.provisions import Act, Provision, align, split
from makul.documents.reading import read_act
from makul.documents.regulation import order_paper
from makul.documents.regulation.text import sentence
from makul.documents.word_writing import write_docx
from makul.law.order import Article
from makul.law.procedures import KEYS, procedure
from makul.law.regulation import heading, order_of, terms_of

READ = ("ky", "ru")  # the two languages in which acts are written, and read


@cache
def printed(key: str, language: str) -> bytes:
    return write_docx(order_paper(procedure(key), language=language))


@cache
def read_back(key: str, language: str) -> Act:
    return split(read_act(printed(key, language), name="order.docx"))


def wanted(article: Article, key: str, language: str) -> list[tuple[str, str, str]]:
    """Kind, number and words of each part and point of an article."""
    terms = terms_of(procedure(key))
    return [
        (
            "point" if item.is_point else "part",
            str(item.number),
            sentence(item, terms=terms, language=language),
        )
        for item in article.items
    ]


def found(provisions: list[Provision]) -> list[tuple[str, str, str]]:
    return [(one.kind, one.number, one.text) for one in provisions]


@pytest.mark.parametrize("language", READ)
@pytest.mark.parametrize("key", KEYS)
def test_articles_come_back_in_order_with_their_titles(key: str, language: str) -> None:
    act = read_back(key, language)
    assert (act.language, act.title) == (language, heading(key, language=language).title)
    assert [(one.number, one.heading) for one in act.articles] == [
        (str(article.number), article.title(language))
        for article in order_of(procedure(key)).articles
    ]


@pytest.mark.parametrize("language", READ)
@pytest.mark.parametrize("key", KEYS)
def test_chapters_come_back_in_order_with_their_titles(key: str, language: str) -> None:
    chapters = [one for one in read_back(key, language).provisions if one.kind == "chapter"]
    assert [(one.number, one.heading) for one in chapters] == [
        (str(chapter.number), chapter.title(language))
        for chapter in order_of(procedure(key)).chapters
    ]


@pytest.mark.parametrize("language", READ)
@pytest.mark.parametrize("key", KEYS)
def test_every_part_and_point_comes_back_word_for_word(key: str, language: str) -> None:
    act = read_back(key, language)
    for article in order_of(procedure(key)).articles:
        under = [one for one in act.provisions if one.eid.startswith(f"art_{article.number}__")]
        assert found(under) == wanted(article, key, language)


@pytest.mark.parametrize("language", READ)
@pytest.mark.parametrize("key", KEYS)
def test_annexes_come_back_after_the_articles(key: str, language: str) -> None:
    annexes = [one for one in read_back(key, language).provisions if one.kind == "annex"]
    has_forms = bool(heading(key, language=language).forms)
    assert [one.number for one in annexes] == [str(n) for n in range(1, 4 + has_forms)]


@pytest.mark.parametrize("key", KEYS)
def test_both_languages_have_the_same_provisions(key: str) -> None:
    articles = [
        [one.eid for one in read_back(key, language).provisions if one.eid.startswith("art_")]
        for language in READ
    ]
    assert articles[0] == articles[1]


@pytest.mark.parametrize("key", KEYS)
def test_every_article_has_its_pair_in_the_other_language(key: str) -> None:
    paired = align(read_back(key, "ru"), read_back(key, "ky"))
    assert (paired.only_ru, paired.only_ky) == ((), ())
    assert len(paired.pairs) == len(order_of(procedure(key)).articles)
    assert all(pair.ru == pair.ky for pair in paired.pairs)


def test_english_is_printed_for_reading_and_is_no_language_of_acts() -> None:
    """`act read` knows Kyrgyz and Russian; of the English text it keeps the words and no articles."""
    act = read_back("npa", "en")
    assert act.articles == ()
    assert "Subject of this Order" in " ".join(one.text for one in act.provisions)


def test_the_command_reads_what_the_command_printed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = str(tmp_path / "order.docx")
    assert main(["procedure", "print", "npa", "--language", "ky", "--out", out]) == 0
    assert capsys.readouterr().out == f"{out}\n"
    assert main(["act", "read", out, "--json"]) == 0
    said = json.loads(capsys.readouterr().out)
    articles = [one["number"] for one in said["provisions"] if one["kind"] == "article"]
    assert articles == [str(n) for n in range(1, 43)]

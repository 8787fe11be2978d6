"""The annexes: numbered, each on pages of its own, and made of the same data as the articles."""

from __future__ import annotations

import pytest
from lxml import etree

from makul.documents.paper import Heading, Para, Picture, Table, Turn, plain
from makul.documents.regulation.annexes import annexes, ranges
from makul.law.procedures import KEYS, procedure
from makul.law.procedures.figures import tracks_of
from makul.law.regulation import heading, say
from makul.law.regulation.lines import lines
from makul.law.sources import LANGUAGES
from makul.law.term_table import table_of_terms


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", KEYS)
def test_annexes_are_numbered_from_one_each_on_new_pages(key: str, language: str) -> None:
    blocks = list(annexes(procedure(key), language=language))
    named = [
        (number, plain(one.words))
        for number, one in enumerate(blocks)
        if isinstance(one, Para) and one.style == "right"
    ]
    head = heading(key, language=language)
    numbers = [say("annex", language=language, n=n) for n in range(1, 4 + bool(head.forms))]
    assert [text for _, text in named] == [
        say("annex_of", language=language, annex=number, to=head.to) for number in numbers
    ]
    assert all(head.to in text for _, text in named)
    assert all(isinstance(blocks[number - 1], Turn) for number, _ in named)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", KEYS)
def test_terms_and_trace_have_a_line_for_each(key: str, language: str) -> None:
    rules = procedure(key)
    tables = [one for one in annexes(rules, language=language) if isinstance(one, Table)]
    edition = table_of_terms_of(key, language)
    assert [row[0] for row in tables[0].rows] == edition
    assert len(tables[-1].rows) == len(lines(rules, language=language))
    has_short = len(tracks_of(rules)) > 1
    assert (len(tables[0].columns), len(tables[-1].columns)) == (3 + has_short, 6 + has_short)


def table_of_terms_of(key: str, language: str) -> list[str]:
    from makul.law.regulation import order_of

    return [row.name for row in table_of_terms(order_of(procedure(key)), language=language)]


@pytest.mark.parametrize("key", KEYS)
def test_the_drawings_show_every_step_once_and_fit_under_their_headings(key: str) -> None:
    drawn = [one for one in annexes(procedure(key), language="ky") if isinstance(one, Picture)]
    numbers: list[str] = []
    for picture in drawn:
        root = etree.fromstring(picture.svg.encode())
        _, _, width, height = map(float, root.get("viewBox", "").split())
        assert picture.share * height / width <= 0.55 + 1e-9
        found = root.findall("{http://www.w3.org/2000/svg}text[@class='nr']")
        numbers += [text.text or "" for text in found if (text.text or "").isdigit()]
    assert numbers == [str(n + 1) for n in range(len(procedure(key).steps))]


def test_the_forms_of_the_model_order_are_annexed_in_order() -> None:
    titles = [
        one.text
        for one in annexes(procedure(), language="ru")
        if isinstance(one, Heading) and one.text.startswith("Форма ")
    ]
    assert titles[0] == "Форма 1. Лист проверки пакета"
    assert [title.split(".")[0] for title in titles] == [f"Форма {n}" for n in range(1, 14)]


@pytest.mark.parametrize(
    ("parts", "said"),
    [([], ""), (["4"], "4"), (["1", "2"], "1, 2"), (["1", "2", "3", "7"], "1–3, 7")],
)
def test_parts_are_cited_together(parts: list[str], said: str) -> None:
    assert ranges(parts) == said

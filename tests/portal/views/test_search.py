"""The page of the search: what it shows, how it is narrowed, what it says when nothing is found."""

from __future__ import annotations

import pytest
from django.utils import timezone

from makul.cases.models import Case
from makul.portal.actions import rebuild_search


@pytest.fixture
def told(finished: Case) -> Case:
    rebuild_search(now=timezone.now())
    return finished


def test_what_is_found_is_marked_and_leads_there(told: Case, read) -> None:
    html = read("/search/?q=освещение", raw=True, language="ru")
    assert "<mark>освещении</mark>" in html
    assert f'href="/cases/{told.number}/text/#art_1"' in html
    assert "Найдено в 1 деле" in read("/search/?q=освещение", language="ru")


def test_nothing_found_says_what_to_try(told: Case, read) -> None:
    text = read("/search/?q=космодром")
    assert "Nothing found" in text
    assert "All words must stand together in one place." in text
    assert "Search without filters" not in text
    assert "Search without filters" in read("/search/?q=освещение&in=ky")


def test_filters_are_links_that_keep_the_words(told: Case, read) -> None:
    html = read("/search/?q=реестр&kind=said", raw=True)
    assert 'href="?q=%D1%80%D0%B5%D0%B5%D1%81%D1%82%D1%80&amp;kind=said&amp;in=ru"' in html
    assert 'href="?q=%D1%80%D0%B5%D0%B5%D1%81%D1%82%D1%80"' in html


@pytest.mark.parametrize(
    "query",
    ["", "q=", "q=%01%1b", "q=" + "я" * 5000, "q=a&page=-1", "q=a&year=99999999999&kind=x&in=zz"],
)
def test_no_query_breaks_it(told: Case, read, query: str) -> None:
    assert "Search" in read(f"/search/?{query}")


def test_the_words_typed_are_escaped(told: Case, read) -> None:
    assert "<script>alert" not in read("/search/?q=<script>alert(1)</script>", raw=True)


def test_queries_do_not_grow(
    told: Case, running: Case, read, django_assert_max_num_queries
) -> None:
    rebuild_search(now=timezone.now())
    with django_assert_max_num_queries(7):
        read("/search/?q=освещение")


def test_what_was_found_in_parliament_stands_beside_the_cases(house, read) -> None:
    rebuild_search(now=timezone.now())
    text = read("/search/?q=жарык")
    assert "In the Jogorku Kenesh: 3" in text
    alone = read("/search/?q=жарык&kind=parliament")
    assert "In the Jogorku Kenesh: 3" in alone
    assert "Found in" not in alone
    assert "Nothing found" in read("/search/?q=ачыл&kind=parliament")

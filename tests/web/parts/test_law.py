"""Legal texts on a page: ids in words, titles never silently replaced, sentences with their basis."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from types import SimpleNamespace

import pytest

from makul.law.order import order


@pytest.mark.parametrize(
    ("eid", "ky", "ru", "en"),
    [
        (
            "art_7__part_2__point_1",
            "7-берене, 2-бөлүк, 1-пункт",
            "статья 7, часть 2, пункт 1",
            "article 7, part 2, point 1",
        ),
        ("art_222_2", "222²-берене", "статья 222²", "article 222²"),
        ("", "бүт долбоор", "весь проект", "the whole draft"),
    ],
)
def test_ids_in_words(rendered: Callable[..., str], eid: str, ky: str, ru: str, en: str) -> None:
    assert [rendered("{{ eid|eid }}", code, eid=eid) for code in ("ky", "ru", "en")] == [ky, ru, en]


def test_ids_do_not_break_at_their_hyphen(rendered: Callable[..., str]) -> None:
    assert rendered('{% eid "art_7__part_2" %}', "ky") == (
        '<span class="nowrap">7-берене</span>, <span class="nowrap">2-бөлүк</span>'
    )
    assert rendered("{{ text|unbroken }}", "ky", text="222²-берененин <b>") == (
        '<span class="nowrap">222²-берененин</span> &lt;b&gt;'
    )


def bare(page: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", page).replace("\u00a0", " ").split())


def test_a_missing_title_is_said_and_never_passed_over(rendered: Callable[..., str]) -> None:
    only_ru = SimpleNamespace(title_ky="", title_ru="О сборе отходов", opened_at=date(2020, 3, 2))
    shown = {
        code: rendered("{% law_title case %}", code, case=only_ru) for code in ("ky", "ru", "en")
    }
    assert bare(shown["ru"]) == "О сборе отходов"
    assert bare(shown["ky"]) == (
        "О сборе отходов (кыргызча тексти азырынча жок, 2020-жылдын 2-мартынан бери )"
    )
    assert bare(shown["en"]) == "О сборе отходов (in Russian)"
    assert all('lang="ru"' in page for page in shown.values())


def test_both_titles_and_none(rendered: Callable[..., str]) -> None:
    both = SimpleNamespace(title_ky="Жайыт жөнүндө", title_ru="О пастбищах")
    assert rendered("{% law_title it %}", "ky", it=both) == '<span lang="ky">Жайыт жөнүндө</span>'
    assert rendered("{{ it|title_plain }}", "ru", it=both) == "О пастбищах"
    assert bare(rendered("{% law_title it %}", "ru", it=SimpleNamespace())) == "названия ещё нет"


def test_a_pair_leaves_the_gap_open(rendered: Callable[..., str]) -> None:
    page = rendered('{% law ru "" since=day authentic="ru" %}', "ru", ru="Текст", day="2020-03-02")
    assert bare(page) == (
        "Русский Аутентичный текст Текст Кыргызча На этом языке текста нет со 2 марта 2020 ."
    )
    assert bare(rendered('{% law "" "" %}', "en")) == "There is no text yet."


def test_the_order_speaks_with_its_basis(rendered: Callable[..., str]) -> None:
    items = order().items_of_step("replied")
    page = rendered('{% order_items "replied" %}', "en")
    assert page.count("<li>") == len(items) > 0
    assert page.count("; proposed</span>") == sum(item.source.is_proposed for item in items)
    assert "{" not in page
    assert rendered('{% order_items "replied" "no-such" %}', "en").strip() == ""

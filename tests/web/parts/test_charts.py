"""Charts say the same as their tables, keep their scale, and tell by more than colour."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from makul.web.parts.charts import ceiling, lines, oblast_map

OBLASTS = [
    {"code": "41707000000000", "name": "Талас облусу", "part": 16, "whole": 19},
    {"code": "41705000000000", "name": "Баткен облусу", "part": 11, "whole": 22, "url": "/?o=05"},
    {"code": "41711000000000", "name": "Бишкек", "part": 0, "whole": 0},
]


def test_bars_are_a_table(rendered: Callable[..., str]) -> None:
    rows = [
        {"label": "Эске алынды", "value": 312, "look": "agree", "url": "/x"},
        {"label": "<b>", "value": 156, "text": "156 сап", "note": "2026"},
        {"label": "жок", "value": None},
    ]
    page = rendered("{% load makul %}{% bars rows caption='Саптар' %}", "ky", rows=rows)
    assert re.findall(r'class="(fill\d?)" width="([\d.]+)"', page) == [
        ("fill3", "100.0"),
        ("fill", "50.0"),
        ("fill", "0.0"),
    ]
    assert re.findall(r'<td class="n">(.*?)</td>', page) == ["312", "156 сап", "–"]
    assert '<a href="/x">Эске алынды</a>' in page and "<b>" not in page


def test_bars_of_nothing_are_drawn(rendered: Callable[..., str]) -> None:
    page = rendered("{% load makul %}{% bars rows most=100 %}", rows=[{"label": "a", "value": 0}])
    assert 'width="0.0"' in page


@pytest.mark.django_db
def test_tiles_where_no_boundary_is_loaded(rendered: Callable[..., str]) -> None:
    page = rendered("{% load makul %}{% oblast_map rows %}", "ru", rows=OBLASTS)
    assert re.findall(r'<li class="([\w -]+)">', page) == ["o-talas", "o-batken few", "o-bishkek"]
    assert "мало ответов" in page and '<svg class="map"' not in page
    assert re.findall(r'<td class="n">(.*?)</td>', page) == [
        *("16", "19", "84\u00a0%"),
        *("11", "22", "50\u00a0%"),
        *("0", "0", "–"),
    ]


@pytest.mark.django_db
def test_places_that_are_no_oblasts_have_no_seat() -> None:
    found = oblast_map([{"code": "41705214000000", "name": "Лейлек", "part": 1, "whole": 2}])
    assert (found["rows"][0]["place"], found["is_placed"]) == ("", False)


SERIES: list[dict[str, Any]] = [
    {"name": "Кадимки", "points": [("окт", 71), ("ноя", 74), ("дек", None), ("янв", 86)]},
    {"name": "Кыскартылган", "points": [("окт", 42), ("ноя", 51), ("дек", 47), ("янв", 85)]},
]


def test_a_line_ends_with_its_value_and_breaks_where_nothing_is_known() -> None:
    found = lines(SERIES, unit="%", most=100)
    first, second = found["series"]
    assert (first["way"].count("M"), second["way"].count("M")) == (2, 1)
    assert first["said"][2] == "–"
    assert abs(float(first["end"]["at"]) - float(second["end"]["at"])) >= 17
    assert [row["text"] for row in found["grid"]] == ["0", "25", "50", "75", "100"]


def test_lines_have_a_table_and_three_at_most(rendered: Callable[..., str]) -> None:
    many = [{"name": f"s{n}", "points": [("a", n), ("b", n)]} for n in range(5)]
    page = rendered("{% load makul %}{% lines series title='T' %}", series=many)
    assert re.findall(r'<th scope="row">(\w+)</th>', page) == ["s0", "s1", "s2"]
    assert [f'class="l{n}"' in page for n in (1, 2, 3, 4)] == [True, True, True, False]


def test_lines_without_a_value_say_so(rendered: Callable[..., str]) -> None:
    page = rendered(
        "{% load makul %}{% lines series %}", series=[{"name": "s", "points": [("a", None)]}]
    )
    assert "no value is known" in page and "chart" not in re.findall(r'<svg class="(\w+)"', page)
    assert rendered("{% load makul %}{% lines series %}", series=[]).count("no value is known") == 1


@given(st.floats(min_value=0, max_value=1e9))
def test_the_axis_ends_above_every_value(value: float) -> None:
    top = ceiling(value)
    assert value <= top <= max(4, 2.5 * value, 20)

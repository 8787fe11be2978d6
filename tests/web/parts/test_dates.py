"""Days, moments and sums as they are read in three languages."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from html.parser import HTMLParser

import pytest
from django.utils import timezone

from makul.web.parts.dates import MONTHS, MONTHS_OF_YEAR_KY, day_text

THIS_YEAR = timezone.localdate().year


class Text(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.text = ""

    def handle_data(self, data: str) -> None:
        self.text += data


def text_of(html: str) -> str:
    parser = Text()
    parser.feed(html)
    return parser.text.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("language", "short", "long"),
    [
        ("ky", "15-апрель", "2020-жылдын 15-апрели"),
        ("ru", "15 апреля", "15 апреля 2020"),
        ("en", "15 April", "15 April 2020"),
    ],
)
def test_a_day_says_its_year_only_when_it_is_another(
    rendered: Callable[..., str], language: str, short: str, long: str
) -> None:
    this, other = date(THIS_YEAR, 4, 15), date(2020, 4, 15)
    page = rendered(
        "{{ this|day }}|{{ other|day }}|{{ this|full_day }}", language, this=this, other=other
    )
    shown = text_of(page).split("|")
    assert shown[:2] == [short, long]
    assert shown[2] == long.replace("2020", str(THIS_YEAR))


def test_every_month_has_its_words() -> None:
    assert [len(months) for months in (*MONTHS.values(), MONTHS_OF_YEAR_KY)] == [12] * 4
    assert day_text(date(2026, 10, 1), language="ky", this_year=None) == "2026-жылдын 1-октябры"


def test_a_day_is_machine_readable_and_never_breaks(rendered: Callable[..., str]) -> None:
    assert rendered('{{ "2020-04-15"|day }}', "en") == (
        '<time datetime="2020-04-15">15\u00a0April\u00a02020</time>'
    )


@pytest.mark.parametrize(
    ("day", "ky", "ru"),
    [
        ("01-31", "31-январдан бери", "с 31 января"),
        ("05-02", "2-майдан бери", "со 2 мая"),
        ("07-22", "22-июлдан бери", "с 22 июля"),
    ],
)
def test_from_a_day_on(rendered: Callable[..., str], day: str, ky: str, ru: str) -> None:
    on = f"{THIS_YEAR}-{day}"
    assert [text_of(rendered("{{ on|since }}", code, on=on)) for code in ("ky", "ru")] == [ky, ru]


def test_a_moment_is_told_in_bishkek(rendered: Callable[..., str]) -> None:
    at = datetime(2020, 3, 2, 20, 30, tzinfo=UTC)
    assert text_of(rendered("{{ at|moment }}", "ru", at=at)) == "3 марта 2020, 02:30"


@pytest.mark.parametrize(
    ("source", "language", "shown"),
    [
        ("{{ 1240000|som }}", "ru", "1 240 000 сом"),
        ("{{ 1240000|som }}", "en", "1 240 000 som"),
        ("{{ none|som }}", "ru", ""),
        ("{{ 0|som }}", "ky", "0 сом"),
        ("{{ -1500|number }}", "ky", "−1 500"),
        ("{{ 12.5|number }}", "ky", "12,5"),
        ("{{ 12.5|number }}", "en", "12.5"),
        ("{{ 0.764|percent }}", "ru", "76 %"),
        ("{{ 0.764|percent }}", "en", "76%"),
        ("{{ none|day }}{{ none|moment }}{{ ''|full_day }}", "ky", ""),
        ('{{ "2026-11-21"|weekday }}', "ky", "ишемби"),
    ],
)
def test_numbers_and_gaps(
    rendered: Callable[..., str], source: str, language: str, shown: str
) -> None:
    assert rendered(source, language, none=None).replace("\u00a0", " ") == shown

"""The papers say days, sums and provisions in each language, and what is missing as missing."""

from __future__ import annotations

from datetime import date

import pytest

from makul.cases.models import Case
from makul.cases.papers.words import case_title, day, in_each, mark_of, provision, sums


@pytest.mark.parametrize(
    ("once", "yearly", "language", "said"),
    [
        (33_740_000, 87_498_000, "ru", "33 740 000 сом единовременно, 87 498 000 сом в год"),
        (None, 792_000, "ky", "792 000 сом жылына"),
        (0, None, "ru", "0 сом единовременно"),
        (None, None, "ky", "Бааланган эмес"),
    ],
)
def test_a_sum_is_said_whole_and_one_not_reckoned_says_so(
    once: int | None, yearly: int | None, language: str, said: str
) -> None:
    assert sums(once, yearly, language).replace("\u00a0", " ") == said


def test_a_provision_is_named_and_the_empty_one_is_the_whole_draft() -> None:
    assert [provision(eid, "ky") for eid in ("art_222_2__part_1", "")] == [
        "222²-берене, 1-бөлүк",
        "Долбоор толугу менен",
    ]


def test_a_title_missing_in_one_language_is_said_to_be_missing() -> None:
    case = Case(title_ru="О реестре")
    assert case_title(case, "ky+ru").splitlines() == [
        "Бул тилдеги текст берилген эмес",
        "О реестре",
    ]


def test_words_alike_in_both_languages_stand_once() -> None:
    assert in_each({"ky": "Ассоциация", "ru": "Ассоциация"}, "ky+ru") == "Ассоциация"


def test_only_a_demonstration_is_marked() -> None:
    marks = [mark_of(Case(is_demonstration=flag)) for flag in (True, False)]
    assert marks == ["КӨРСӨТМӨ / ДЕМОНСТРАЦИЯ", ""]


def test_a_day_is_written_as_each_language_writes_it() -> None:
    found = [day(date(2026, 11, 2), language).replace("\u00a0", " ") for language in ("ky", "ru")]
    assert found == ["2026-жылдын 2-ноябры", "2 ноября 2026"]

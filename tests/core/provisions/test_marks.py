"""Marks at the beginning of lines, and sentences that only look like them."""

import pytest

from makul.core.provisions.marks import is_missing_stop, mark_of


@pytest.mark.parametrize(
    ("text", "kind", "number", "rest"),
    [
        ("Статья 7. Имя", "article", "7", "Имя"),
        ("СТАТЬЯ 7. ИМЯ", "article", "7", "ИМЯ"),
        ("Статья 7 Имя", "article", "7", "Имя"),
        ("Статья 222². Имя", "article", "222²", "Имя"),
        ("7-берене. Аты", "article", "7", "Аты"),
        ("7-БЕРЕНЕ", "article", "7", ""),
        ("172-2-статья. Аты", "article", "172-2", "Аты"),
        ("Глава 3¹. Имя", "chapter", "3¹", "Имя"),
        ("3-глава. Аты", "chapter", "3", "Аты"),
        ("РАЗДЕЛ IV. ИМЯ", "section", "IV", "ИМЯ"),
        ("IV БӨЛҮМ. АТЫ", "section", "IV", "АТЫ"),
        ("Раздел первый. Имя", "section", "первый", "Имя"),
        ("Биринчи бөлүм", "section", "Биринчи", ""),
        ("Подраздел 2. Имя", "subsection", "2", "Имя"),
        ("§ 3. Имя", "paragraph", "3", "Имя"),
        ("ОБЩАЯ ЧАСТЬ", "book", "", ""),
        ("Приложение 2", "annex", "2", ""),
        ("Приложение к постановлению", "annex", "", "к постановлению"),
        ("2-тиркеме", "annex", "2", ""),
        ("Өзгөчө протоколду түзүү тартибине 1-тиркеме", "annex", "1", ""),
        ("1. Текст", "part", "1", "Текст"),
        ("1¹. Текст", "part", "1¹", "Текст"),
        ("(1) Текст", "part", "1", "Текст"),
        ("1.2. Текст", "part", "1.2", "Текст"),
        ("12) текст;", "point", "12", "текст;"),
        ("б) текст", "subpoint", "б", "текст"),
    ],
)
def test_marks(text: str, kind: str, number: str, rest: str) -> None:
    mark = mark_of(text)
    assert mark is not None
    assert (mark.kind, mark.number, mark.rest) == (kind, number, rest)


@pytest.mark.parametrize(
    "text",
    [
        "Статья 5 настоящего Кодекса применяется.",
        "7-берененин 1-бөлүгү толукталсын.",
        "7-берене менен жөнгө салынат.",
        "18.07.2025 года",
        "2025-жылдын 1-январы",
        "Часть 1 статьи 7 исключить.",
        "Глава района подписывает.",
        "Раздел земли производится.",
        "Приложение действует",
        "10 000 сом",
    ],
)
def test_sentences(text: str) -> None:
    assert mark_of(text) is None


def test_a_lost_full_stop_is_only_suspected() -> None:
    assert (is_missing_stop("1 Автомобиль"), is_missing_stop("10 000 сом")) == (True, False)

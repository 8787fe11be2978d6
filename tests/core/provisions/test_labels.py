"""Ids said in words, and provisions written out again."""

import pytest

from makul.core.provisions import label

TEXT = [
    "Статья 7. Имя",
    "1. Первая:",
    "1) пункт;",
    "а) подпункт.",
    "(В редакции Закона КР от 1 мая 2024 года № 3)",
]


@pytest.mark.parametrize(
    ("eid", "ru", "ky", "en"),
    [
        ("art_7__part_2", "Статья 7, часть 2", "7-берене, 2-бөлүк", "Article 7, part 2"),
        ("art_222_2", "Статья 222²", "222²-берене", "Article 222²"),
        (
            "art_1__point_1__subpoint_a",
            "Статья 1, пункт 1, подпункт «а»",
            "1-берене, 1-пункт, «а»-пунктча",
            "Article 1, point 1, subpoint a",
        ),
        ("preamble", "Преамбула", "Преамбула", "Preamble"),
    ],
)
def test_labels(eid: str, ru: str, ky: str, en: str) -> None:
    assert [label(eid, language=one) for one in ("ru", "ky", "en")] == [ru, ky, en]

"""What all papers of a sitting share: both languages, the mark of a demonstration, words word for word."""

from __future__ import annotations

import pytest

from makul.documents.paper import Para
from makul.sittings.papers.frame import (
    days_said,
    framed,
    item_title,
    label,
    moment,
    readings_said,
    word_for_word,
)
from tests.scene import build_scene
from tests.sittings.sitting_scene import HELD, put_item, scheduled


def test_words_in_each_language_of_the_paper() -> None:
    assert label("place", "ky+ru") == "Орду / Место"
    assert readings_said("2,3", "ru") == "чтение: 2, 3"
    assert moment(HELD, "ru").replace("\u00a0", " ") == "28 октября 2026, 10:00"
    assert days_said(HELD, "ky") == "2026-жылдын 28-октябры"


def test_a_text_stands_in_the_languages_of_the_paper_or_in_the_one_there_is() -> None:
    texts = {"ky": "Бир.\n\nЭки.", "ru": ""}
    said = [Para("Бир.", "law", language="ky"), Para("Эки.", "law", language="ky")]
    assert word_for_word(texts, "ky") == word_for_word(texts, "ru") == said
    assert word_for_word({"ky": "а", "ru": "б"}, "ky+ru") == [
        Para("а", "law", language="ky"),
        Para("б", "law", language="ru"),
    ]
    assert word_for_word({"ky": " ", "ru": ""}, "ky") == []


@pytest.mark.django_db
def test_the_frame_names_the_house_the_number_and_the_demonstration() -> None:
    scene = build_scene()
    sitting = scheduled(scene)
    item = put_item(scene, sitting)
    paper = framed(sitting, [], title="agenda", language="ky+ru", now=HELD)
    assert paper.title == "ОТУРУМДУН КҮН ТАРТИБИ\nПОВЕСТКА ЗАСЕДАНИЯ"
    assert (paper.opening[0], paper.subtitle) == (
        f"№ {sitting.number}",
        "demo-committee (ky)\ndemo-committee (ru)",
    )
    assert "ДЕМОНСТРАЦИЯ" in paper.mark
    assert paper.stamp
    assert paper.stamp.case_number == sitting.number
    assert item_title(item, "ru") == "Информация об уличном освещении"

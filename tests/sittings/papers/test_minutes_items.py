"""One item in the minutes: what is lacking is said to be lacking, and nothing is made up."""

from __future__ import annotations

import pytest

from makul.documents.paper import Heading, Paper
from makul.documents.word_writing import write_docx
from makul.sittings.models import AgendaItem, Ballot
from makul.sittings.papers.minutes_items import item_blocks
from makul.sittings.queries.whole import ItemShown
from tests.scene import build_scene
from tests.sittings.papers.held_scene import word_text
from tests.sittings.sitting_scene import put_item, scheduled

pytestmark = pytest.mark.django_db


def item() -> AgendaItem:
    scene = build_scene()
    return put_item(scene, scheduled(scene))


def text_of(shown: ItemShown, language: str = "ru") -> str:
    blocks = tuple(item_blocks(shown, language))  # type: ignore[arg-type]
    return word_text(write_docx(Paper("x", "ru", blocks)))


def test_an_item_on_which_nothing_was_recorded_says_so() -> None:
    text = text_of(ItemShown(item()))
    assert "1. Информация об уличном освещении" in text
    assert text.count("Не записано") == 1
    assert "Голосование" not in text


def test_a_vote_without_words_is_on_the_item() -> None:
    one = item()
    ballot = Ballot(item=one, votes_for=3, votes_against=4, is_carried=False)
    assert "по вопросу 3 4 0 Нет" in text_of(ItemShown(one, ballots=[ballot]))


def test_an_item_without_a_title_in_a_language_says_so_and_headings_are_in_both() -> None:
    one = item()
    one.title_ky = ""
    heading = next(b for b in item_blocks(ItemShown(one), "ky+ru") if isinstance(b, Heading))
    assert heading.text == (
        "1. (бул тилдеги аталышы берилген эмес) / Информация об уличном освещении"
    )

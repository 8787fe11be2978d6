"""The opinion and the speaking note as papers: word for word, each language on a page of its own."""

from __future__ import annotations

import io

import pytest
from pypdf import PdfReader

from makul.documents.pdf_writing import write_pdf
from makul.sittings.drafting import drafted_opinion
from makul.sittings.models import Opinion
from makul.sittings.papers.opinion import note_paper, opinion_files, opinion_paper
from tests.scene import build_scene
from tests.sittings.papers.held_scene import (
    OPINION_KY,
    OPINION_RU,
    pdf_text,
    plain,
    whole_record,
    word_text,
)
from tests.sittings.sitting_scene import HELD, SET, put_item, scheduled
from tests.sittings.test_drafting import disputed

pytestmark = pytest.mark.django_db


def test_its_words_stand_in_it_exactly() -> None:
    whole_record()
    files = {file.name.rsplit("-", 1)[-1]: file.data for file in opinion_files(only(), now=SET)}
    assert plain(OPINION_KY) in word_text(files["ky.docx"])
    assert plain(OPINION_RU) in word_text(files["ru.docx"])
    both = pdf_text(files["1.pdf"])
    assert both.index(plain(OPINION_KY)) < both.index(plain(OPINION_RU))


def only() -> Opinion:
    return Opinion.objects.select_related("item__sitting__case", "released_by").get()


@pytest.mark.parametrize("language", ["ky", "ru"])
def test_a_full_opinion_and_its_note_take_one_page_each(language: str) -> None:
    scene = build_scene()
    item = put_item(scene, scheduled(scene), conciliation=disputed(scene))
    drafted = drafted_opinion(item, scene.union)
    opinion = Opinion(
        item=item,
        association=scene.union,
        prepared_by=scene.drafter(scene.union),
        stance=drafted.stance,
        **{f"text_{code}": text for code, text in drafted.texts.items()},
        **{f"note_{code}": text for code, text in drafted.notes.items()},
    )
    papers = [
        opinion_paper(opinion, language=language, now=HELD),  # type: ignore[arg-type]
        note_paper(opinion, language=language, now=HELD),
    ]
    assert [len(PdfReader(io.BytesIO(write_pdf(one))).pages) for one in papers] == [1, 1]


def test_the_note_says_how_long_it_takes() -> None:
    whole_record()
    text = pdf_text(write_pdf(note_paper(only(), language="ky", now=HELD)))
    assert "1 мүнөткө жакын" in text
    assert "Урматтуу төрага!" in text

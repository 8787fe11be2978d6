"""Drawings in a Word file, as another program finds them."""

from __future__ import annotations

import io
import zipfile

import docx
import pytest

from makul.core.errors import BadInput
from makul.documents.paper import Heading, Paper, Para, Picture, Turn
from makul.documents.pdf_writing import write_pdf
from makul.documents.word_pictures import png, size_of
from makul.documents.word_writing import write_docx

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><rect width="40" height="20"/></svg>'
PAPER = Paper(
    "Ат",
    "ky",
    (
        Para("а"),
        Turn("landscape"),
        Picture(SVG, 'Схема "1"', 0.5),
        Turn("portrait"),
        Heading(1, "б"),
        Picture(SVG, "Схема 2"),
    ),
)


def test_a_drawing_becomes_a_png_of_its_own_form() -> None:
    drawn = png(SVG, width_mm=100)
    width, height = size_of(drawn)
    assert drawn.startswith(b"\x89PNG")
    assert (abs(width - 866) <= 1, abs(width - 2 * height) <= 2) == (True, True)
    assert png(SVG, width_mm=100) == drawn


def test_what_is_no_drawing_is_refused() -> None:
    with pytest.raises(BadInput) as refused:
        png("<svg", width_mm=100)
    assert refused.value.code == "pdf_failed"


def test_word_shows_each_picture_with_its_words() -> None:
    document = docx.Document(io.BytesIO(write_docx(PAPER)))
    shown = document.inline_shapes
    told = [shape._inline.docPr.get("descr") for shape in shown]
    assert told == ['Схема "1"', "Схема 2"]
    wide, upright = (
        section.page_width - section.left_margin - section.right_margin
        for section in (document.sections[1], document.sections[2])
    )
    assert abs(shown[0].width - wide / 2) < 1000
    assert abs(shown[1].width - upright) < 1000
    assert all(abs(shape.width - 2 * shape.height) < 30_000 for shape in shown)


def test_pages_are_turned_where_the_paper_says_so() -> None:
    document = docx.Document(io.BytesIO(write_docx(PAPER)))
    assert [section.page_width > section.page_height for section in document.sections] == [
        False,
        True,
        False,
    ]


def test_a_paper_without_drawings_names_none() -> None:
    archive = zipfile.ZipFile(io.BytesIO(write_docx(Paper("Ат", "ky", (Para("а"),)))))
    assert [name for name in archive.namelist() if "media" in name] == []
    assert b"image" not in archive.read("word/_rels/document.xml.rels")


def test_the_same_paper_gives_the_same_bytes_in_both_forms() -> None:
    assert write_docx(PAPER) == write_docx(PAPER)
    assert write_pdf(PAPER) == write_pdf(PAPER)

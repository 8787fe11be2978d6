"""The PDF as another program reads it back."""

from __future__ import annotations

import io
import re
import time
from dataclasses import replace
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from makul.documents.paper import (
    Block,
    Column,
    Fields,
    Heading,
    PageBreak,
    Pair,
    Paper,
    Para,
    ParaStyle,
    Picture,
    Run,
    Signature,
    Signatures,
    Table,
    Turn,
)
from makul.documents.pdf_writing import breakable, drawable, write_pdf
from makul.documents.word_writing import write_docx
from tests.documents.demonstration_protocol import MARK, demonstration_protocol, many_rows

STYLES: tuple[ParaStyle, ...] = get_args(ParaStyle)
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><rect width="40" height="20"/></svg>'
ANY_TEXT = st.text(alphabet=st.characters(codec=None, exclude_categories=()), max_size=80)
LIKELY_TEXT = st.text(alphabet="аоыңөү БҮ-3«»\n#$*_@<>\\/[]{}`~=+&\xa0\u0301éהش水🙂", max_size=80)


def read(*blocks: Block, page: str = "portrait") -> PdfReader:
    return PdfReader(io.BytesIO(write_pdf(replace(Paper("Ат", "ky", blocks), page=page))))


def said(reader: PdfReader) -> str:
    text = "\n".join(page.extract_text() for page in reader.pages)
    return re.sub("[\u200b\u2060\xad]", "", text)


@given(ANY_TEXT | LIKELY_TEXT)
@settings(max_examples=60, deadline=None)
def test_any_text_can_be_printed_everywhere(text: str) -> None:
    runs = tuple(Run(text, kind) for kind in ("ins", "del", "strong", "law"))
    blocks: tuple[Block, ...] = (
        Heading(2, text),
        *(Para(text, style) for style in STYLES),
        Fields(((text, runs),)),
        Table((Column(text, 0.01), Column("б")), ((text, runs), (runs, text))),
        Pair(runs, text),
        Signatures((Signature(text, text, text),)),
    )
    paper = Paper(text, "ky+ru", blocks, mark=text, opening=(text, text), subtitle=text)
    assert write_pdf(paper).startswith(b"%PDF-1.7")


def test_markup_in_a_text_is_shown_and_never_obeyed() -> None:
    words = '#panic("x") $x$ *b* _i_ <a> @b `c` \\u{41} // = /* [d] #let'
    assert words in said(read(Para(words)))


def test_every_letter_said_to_be_drawn_is_drawn() -> None:
    letters = [chr(n) for n in range(0x20, 0x3000) if drawable(chr(n)) == chr(n)]
    assert len(letters) == 762
    assert {"ң", "Ң", "ө", "Ө", "ү", "Ү", "№", "–", "«", "²"} <= set(letters)
    read(Para(" ".join(letters)), Para((Run(" ".join(letters), "strong"),)))


def test_a_letter_the_fonts_lack_is_shown_by_its_number() -> None:
    assert "кат [U+6C34] соңу" in said(read(Para("кат 水 соңу")))


@pytest.mark.parametrize("language", ["ky", "ru", "ky+ru"])
def test_the_same_paper_gives_the_same_bytes(language: str) -> None:
    paper = demonstration_protocol(language)
    assert write_pdf(paper) == write_pdf(paper)


def test_it_is_tagged_titled_and_for_the_archive() -> None:
    reader = PdfReader(io.BytesIO(write_pdf(demonstration_protocol("ky+ru"))))
    root = reader.trailer["/Root"]
    about = root["/Metadata"].get_data().decode()
    assert root["/MarkInfo"]["/Marked"] is True or root["/MarkInfo"]["/Marked"].value is True
    assert root["/Lang"] == "ky-KG"
    assert reader.metadata.title == "ПИКИР КЕЛИШПЕСТИКТЕРДИН ПРОТОКОЛУ — ПРОТОКОЛ РАЗНОГЛАСИЙ"
    assert re.findall(r"<pdf(?:aid|uaid):(\w+)>(\w+)<", about) == [
        ("part", "2"),
        ("conformance", "A"),
        ("part", "1"),
    ]


def test_each_page_has_its_mark_stamp_number_and_table_head() -> None:
    paper = many_rows(40)
    reader = PdfReader(io.BytesIO(write_pdf(paper)))
    pages = [page.extract_text() for page in reader.pages]
    assert len(pages) > 3
    for number, text in enumerate(pages, 1):
        assert MARK in text
        assert "Дело № 2026-001" in text
        assert "ab" * 32 in text
        assert f"{number} / {len(pages)}" in text
        assert "Возможное решение" in text


def test_a_row_taller_than_a_page_goes_on_over_the_next() -> None:
    tall = "\n".join(f"сап {n}" for n in range(150))
    text = said(read(Table((Column("№", 0.1), Column("Текст")), (("1", tall),))))
    assert [f"сап {n}" in text for n in (0, 75, 149)] == [True, True, True]


def test_an_empty_table_shows_its_head() -> None:
    assert "Норма" in said(read(Table((Column("Норма"), Column("Текст")), ())))


def test_a_page_break_begins_a_page() -> None:
    pages = read(Para("бир"), PageBreak(), Para("эки")).pages
    assert ["эки" in page.extract_text() for page in pages] == [False, True]


@pytest.mark.parametrize(("page", "size"), [("portrait", (595, 842)), ("landscape", (842, 595))])
def test_the_page_is_a4(page: str, size: tuple[int, int]) -> None:
    box = read(Para("х"), page=page).pages[0].mediabox
    assert (round(box.width), round(box.height)) == size


def test_pages_turn_where_the_paper_says_so_and_keep_their_words() -> None:
    blocks = (Para("бир"), Turn("landscape"), Para("эки"), Turn("portrait"), Para("үч"))
    pages = read(*blocks).pages
    assert [page.mediabox.width > page.mediabox.height for page in pages] == [False, True, False]
    for page, word in zip(pages, ("бир", "эки", "үч"), strict=True):
        assert word in page.extract_text()


def test_a_picture_is_drawn_and_told_to_those_who_do_not_see_it() -> None:
    with_picture = write_pdf(Paper("Ат", "ky", (Picture(SVG, "Тартиптин схемасы"),)))
    reader = PdfReader(io.BytesIO(with_picture))
    told = [
        found.get("/Alt")
        for found in (reader.get_object(n) for n in range(1, int(reader.trailer["/Size"])))
        if isinstance(found, dict) and found.get("/Alt")
    ]
    assert told == ["Тартиптин схемасы"]


@pytest.mark.parametrize(
    ("word", "broken"),
    [
        ("жөнгө", "жөн·гө"),
        ("инвентаризациялоого", "инвен·та·ри·за·ция·лоо·го"),
        ("айыл", "айыл"),
        ("ооо", "ооо"),
        ("бббббббб", "ббббб|ббб"),
        ("https://x.kg", "https|://x.|kg"),
    ],
)
def test_words_are_broken_between_syllables_and_others_anywhere(word: str, broken: str) -> None:
    shown = breakable(word, room=5).replace("\xad", "·").replace("\u200b", "|")
    assert shown == broken


@given(st.text(alphabet="аеоыбвгтьъй-ңүx1"), st.integers(1, 20))
def test_breaking_a_word_adds_nothing_that_is_seen(word: str, room: int) -> None:
    broken = breakable(word, room=room)
    assert re.sub("[\u200b\xad]", "", broken) == word
    assert max(map(len, re.split("[\u200b\xad]", broken))) <= room


def test_a_thousand_rows_are_written_in_five_seconds() -> None:
    # processor time, so that a busy machine does not fail it
    paper = many_rows(1000)
    begun = time.process_time()
    write_docx(paper)
    write_pdf(paper)
    assert time.process_time() - begun < 5

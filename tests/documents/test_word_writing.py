"""The Word file as another program reads it back."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from xml.etree import ElementTree

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st

from makul.documents.paper import (
    Block,
    Column,
    Fields,
    Heading,
    PageBreak,
    Pair,
    Paper,
    Para,
    Run,
    Signature,
    Signatures,
    Table,
    clean,
    plain,
)
from makul.documents.word_writing import write_docx
from tests.documents.demonstration_protocol import MARK, demonstration_protocol, many_rows

ANY_TEXT = st.text(alphabet=st.characters(codec=None, exclude_categories=()))


def read(*blocks: Block) -> Document:
    return docx.Document(io.BytesIO(write_docx(Paper("Ат", "ky", blocks))))


@given(ANY_TEXT)
@settings(max_examples=60, deadline=None)
def test_any_text_comes_back_as_it_was(text: str) -> None:
    document = read(Para(text), Table((Column("а"),), ((text,),)))
    assert document.paragraphs[1].text == clean(text)
    assert document.tables[0].cell(1, 0).text == clean(text)


@pytest.mark.parametrize("language", ["ky", "ru", "ky+ru"])
def test_the_same_paper_gives_the_same_bytes(language: str) -> None:
    paper = demonstration_protocol(language)
    assert write_docx(paper) == write_docx(demonstration_protocol(language))


@pytest.mark.parametrize("language", ["ky", "ru", "ky+ru"])
def test_every_part_is_well_formed_and_dated_the_same(language: str) -> None:
    archive = zipfile.ZipFile(io.BytesIO(write_docx(demonstration_protocol(language))))
    for name in archive.namelist():
        ElementTree.fromstring(archive.read(name))  # noqa: S314 - written by ourselves
    assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_the_protocol_reads_from_top_to_bottom() -> None:
    document = docx.Document(io.BytesIO(write_docx(demonstration_protocol("ru"))))
    said = [(each.style.name, each.text) for each in document.paragraphs if each.text]
    assert said[:2] == [
        ("Normal", "№ 2026-001/П\t2 ноября 2026 года, город Бишкек"),
        ("Title", "ПРОТОКОЛ РАЗНОГЛАСИЙ"),
    ]
    assert [text for style, text in said if style == "Heading 1"] == [
        "1. Проект, версия, инициатор, решающий орган",
        "2. Сколько органов",
        "3. Неурегулированные строки",
        "4. Урегулированные строки",
        "5. Мнения меньшинства и особые мнения",
        "6. Сроки",
        "7. Подписи",
    ]


def test_the_cells_of_a_table_are_those_of_the_paper() -> None:
    paper = demonstration_protocol("ky")
    written = next(
        block for block in paper.blocks if isinstance(block, Table) and len(block.rows) == 3
    )
    document = docx.Document(io.BytesIO(write_docx(paper)))
    table = next(each for each in document.tables if len(each.columns) == 5 and len(each.rows) == 4)
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        [column.title for column in written.columns],
        *([plain(cell) for cell in row] for row in written.rows),
    ]


def test_the_head_is_repeated_and_rows_stay_whole() -> None:
    rows = read(Table((Column("а"),), (("1",), ("2",)))).tables[0].rows
    properties = [row._tr.trPr for row in rows]
    heads = [each.find(qn("w:tblHeader")) is not None for each in properties]
    whole = [each.find(qn("w:cantSplit")) is not None for each in properties]
    assert (heads, whole) == ([True, False, False], [True, True, True])


def test_new_words_are_underlined_and_old_ones_struck_by_style() -> None:
    words = (Run("было", "del"), Run("стало", "ins"), Run("важно", "strong"), Run("так"))
    found = read(Para(words)).paragraphs[1].runs
    assert [run.style.name for run in found] == [
        "Deleted Words",
        "Inserted Words",
        "Strong",
        "Default Paragraph Font",
    ]
    deleted, inserted = found[0].style.font, found[1].style.font
    assert (deleted.strike, inserted.underline) == (True, True)


def test_each_language_is_marked() -> None:
    cells = read(Pair("3-берене", "Статья 3")).tables[0].rows[0].cells
    spoken = [
        cell.paragraphs[0].runs[0]._r.rPr.find(qn("w:lang")).get(qn("w:val")) for cell in cells
    ]
    assert spoken == ["ky-KG", "ru-RU"]
    styles = zipfile.ZipFile(io.BytesIO(write_docx(Paper("Т", "ru", ())))).read("word/styles.xml")
    assert b'<w:lang w:val="ru-RU"' in styles
    assert b"LANGUAGE" not in styles


def test_a_number_is_not_parted_from_its_kyrgyz_ending() -> None:
    run = read(Para("2026-жылдын 3-бөлүгү, А-4")).paragraphs[1].runs[0]
    assert len(run._r.findall(qn("w:noBreakHyphen"))) == 2
    assert run.text == "2026-жылдын 3-бөлүгү, А-4"


def test_the_mark_and_the_stamp_stand_on_every_page() -> None:
    section = docx.Document(io.BytesIO(write_docx(demonstration_protocol("ru")))).sections[0]
    footer = section.footer.paragraphs
    assert section.header.paragraphs[0].text.strip() == MARK
    assert footer[0].text.startswith("Дело № 2026-001 · Редакция Порядка 2026-proposed")
    assert footer[1].text == f"Отпечаток документа {'ab' * 32}"
    fields = footer[0]._p.findall(qn("w:fldSimple"))
    assert [field.get(qn("w:instr")) for field in fields] == ["PAGE", "NUMPAGES"]


@pytest.mark.parametrize(("page", "size"), [("portrait", (210, 297)), ("landscape", (297, 210))])
def test_the_page_is_a4(page: str, size: tuple[int, int]) -> None:
    paper = replace(Paper("Т", "ru", ()), page=page)
    section = docx.Document(io.BytesIO(write_docx(paper))).sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == size


def test_the_properties_tell_title_and_language() -> None:
    properties = docx.Document(
        io.BytesIO(write_docx(demonstration_protocol("ky+ru")))
    ).core_properties
    assert (properties.title, properties.language, properties.created.isoformat()) == (
        "ПИКИР КЕЛИШПЕСТИКТЕРДИН ПРОТОКОЛУ — ПРОТОКОЛ РАЗНОГЛАСИЙ",
        "ky-KG",
        "2026-11-02T12:00:00+00:00",
    )


def test_an_odd_number_of_signatures_keeps_the_grid() -> None:
    lines = tuple(Signature(party, "орун басары") for party in ("А", "Б", "В"))
    table = read(Signatures(lines)).tables[0]
    assert [[cell.paragraphs[0].text for cell in row.cells] for row in table.rows] == [
        ["А", "Б"],
        ["В", ""],
    ]


def test_fields_without_lines_and_an_empty_heading_do_no_harm() -> None:
    document = read(Fields(()), Heading(1, ""), PageBreak(), Signatures(()))
    assert [each.text for each in document.paragraphs if each.style.name == "Heading 1"] == ["—"]
    assert document.tables == []


def test_a_thousand_rows_are_all_there() -> None:
    table = docx.Document(io.BytesIO(write_docx(many_rows(1000)))).tables[0]
    last = table._tbl.tr_lst[-1]
    assert len(table._tbl.tr_lst) == 1001
    assert next(last.iter(qn("w:t"))).text == "1000"

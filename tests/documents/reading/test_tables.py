"""Forms that come back: cells merged both ways, tables in tables, and files that must be refused."""

from __future__ import annotations

import io
import zipfile
from copy import deepcopy
from typing import Any

import pytest
from docx import Document

from makul.core.errors import BadInput
from makul.documents.reading.limits import Limits
from makul.documents.reading.tables import MOST_ROWS, read_form


def saved(document: Any) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def grid(rows: int, columns: int) -> tuple[Any, Any]:
    document = Document()
    table = document.add_table(rows=rows, cols=columns)
    for y, row in enumerate(table.rows):
        for x, cell in enumerate(row.cells):
            cell.text = f"{y}{x}"
    return document, table


def test_lines_stand_apart_from_the_cells() -> None:
    document, _table = grid(2, 2)
    document.add_paragraph("  Иш №\u00a02026-0001 ")
    found = read_form(saved(document), name="a.docx")
    assert found.lines == ("Иш № 2026-0001",)
    assert found.tables == ((("00", "01"), ("10", "11")),)


def test_merged_cells_keep_the_columns_in_their_places() -> None:
    document, table = grid(3, 4)
    table.cell(0, 1).merge(table.cell(0, 2)).text = "wide"
    table.cell(1, 0).merge(table.cell(2, 0)).text = "high"
    assert read_form(saved(document), name="a.docx").tables == (
        (("00", "wide", "", "03"), ("high", "11", "12", "13"), ("high", "21", "22", "23")),
    )


def test_a_table_inside_a_cell_belongs_to_the_cell() -> None:
    document, table = grid(1, 2)
    inner = table.cell(0, 1).add_table(rows=1, cols=2)
    inner.cell(0, 0).text, inner.cell(0, 1).text = "a", "b"
    [[[first, second]]] = read_form(saved(document), name="a.docx").tables
    assert (first, second) == ("00", "01\na\nb")


def test_paragraphs_and_breaks_of_a_cell_are_lines() -> None:
    document, table = grid(1, 1)
    run = table.cell(0, 0).paragraphs[0].runs[0]
    run.add_break()
    run.add_text("тилке\u00ad")
    table.cell(0, 0).add_paragraph("")
    table.cell(0, 0).add_paragraph("акыркы")
    assert read_form(saved(document), name="a.docx").tables == ((("00\nтилке\nакыркы",),),)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty_file"),
        (b"%PDF-1.4", "pdf_only"),
        (b"{\\rtf1", "rtf_file"),
        ("Жооп".encode(), "not_a_form"),
        (b"PK\x03\x04 broken", "broken_file"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"1" * 600, "legacy_doc"),
    ],
)
def test_what_is_no_word_file_is_refused(data: bytes, code: str) -> None:
    with pytest.raises(BadInput, match=code):
        read_form(data, name="a.docx")


def test_a_file_too_big_and_a_bomb_are_refused() -> None:
    document, _table = grid(1, 1)
    data = saved(document)
    with pytest.raises(BadInput, match="too_big"):
        read_form(data, name="a.docx", limits=Limits(file_bytes=100))
    with zipfile.ZipFile(bomb := io.BytesIO(data), "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/more.xml", b"0" * 3_000_000)
    with pytest.raises(BadInput, match="zip_bomb"):
        read_form(bomb.getvalue(), name="a.docx")


def test_a_table_without_end_is_refused() -> None:
    document, table = grid(1, 1)
    row = table.rows[0]._tr
    for _n in range(MOST_ROWS):
        row.addnext(deepcopy(row))
    with pytest.raises(BadInput, match="too_long"):
        read_form(saved(document), name="a.docx")

"""The protocol that is measured holds every row, and the acts that are read have their articles."""

from __future__ import annotations

import io
from dataclasses import replace

import docx
import pytest

from bench import protocol, read
from bench.phrases import act_text
from bench.size import Size
from bench.stopwatch import Say
from makul.cases.papers.protocol import protocol_paper
from makul.cases.queries.table import table_of
from makul.core.provisions import align, split
from makul.documents.reading import read_act
from makul.documents.word_writing import write_docx


@pytest.mark.django_db
def test_every_row_stands_in_the_protocol(small: Size) -> None:
    case, now = protocol.build(replace(small, rows=30))
    rows = table_of(case, is_reply_term_over=True)
    paper = protocol_paper(case, rows=rows, language="ky+ru", now=now)
    tables = docx.Document(io.BytesIO(write_docx(paper))).tables
    numbers = {table.cell(n, 0).text for table in tables for n in range(1, len(table.rows))}
    assert {str(number) for number in range(1, 31)} <= numbers


@pytest.mark.django_db
def test_the_protocol_tells_its_size(small: Size, say: Say) -> None:
    figures = protocol.measure(small, say=say)
    assert (sorted(figures), figures["rows"]) == (["docx_s", "pdf_s", "rows"], 20)


def test_an_invented_code_is_read_back_and_paired() -> None:
    acts = [
        split(read_act(read.as_word(act_text(131, language=code)), name="code.docx"))
        for code in ("ru", "ky")
    ]
    articles = [[one.eid for one in act.provisions if one.kind == "article"] for act in acts]
    assert [len(eids) for eids in articles] == [131, 131]
    assert len(align(*acts).pairs) == 131


def test_what_is_read_is_named(small: Size, say: Say, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(read, "TEXTS", read.TEXTS / "nowhere")
    found = read.measure(small, say=say)
    assert [(one["file"], one["articles"]) for one in found] == [
        ("invented_ky.docx", 12),
        ("invented_ru.docx", 12),
    ]

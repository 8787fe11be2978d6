"""A Word form that comes back as an editor left it: rows added, merged, moved, typed in many ways."""

from __future__ import annotations

import io
from typing import Any

import pytest
from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from makul.cases.forms.recognised import Recognised, recognise
from makul.cases.models import Case, Position
from makul.cases.papers.answer_form import Filled, answer_form
from makul.cases.queries.provisions import draft_text
from makul.cases.queries.texts import known_eids
from makul.core.errors import BadInput
from makul.documents.reading.tables import read_form
from makul.documents.word_writing import write_docx
from tests.scene import START, Scene, build_scene, draft, notified, remark

pytestmark = pytest.mark.django_db


@pytest.fixture
def scene() -> Scene:
    return build_scene(bodies=2)


@pytest.fixture
def case(scene: Scene) -> Case:
    return notified(scene)


def sent_out(scene: Scene, case: Case, language: str, position: Position | None = None) -> Any:
    """The form as it is downloaded, opened in an editor."""
    filled = Filled(scene.bodies[0], START.date(), position)
    paper = answer_form(case, filled, draft_text(case, language), language=language)
    return Document(io.BytesIO(write_docx(paper)))


def come_back(scene: Scene, case: Case, edited: Any) -> Recognised:
    out = io.BytesIO()
    edited.save(out)
    filled = read_form(out.getvalue(), name="answer.docx")
    key = scene.bodies[0].key
    return recognise(filled, case_number=case.number, party_key=key, known=known_eids(case))


def table_of(edited: Any, *, columns: int) -> Any:
    return next(one for one in edited.tables if len(one.columns) == columns)


def write(row: Any, *cells: str) -> None:
    for cell, text in zip(row.cells, cells, strict=False):
        cell.text = text


@pytest.mark.parametrize("language", ["ky", "ru"])
def test_what_was_drafted_comes_back_as_it_was(scene: Scene, case: Case, language: str) -> None:
    proposal = remark("", kind="proposal", text="Экинчи\nсап", yearly_som=None, wording="Жаңы")
    position = draft(scene, case, scene.bodies[0], "not_agreed", remark(), proposal)
    found = come_back(scene, case, sent_out(scene, case, language, position))
    assert (found.stance, found.unread, found.language) == ("not_agreed", [], language)
    assert [(one["eid"], one["kind"], one["yearly_som"]) for one in found.remarks] == [
        ("art_3__part_1", "objection", "400 000"),
        ("-", "proposal", ""),
    ]
    assert found.remarks[1]["text"] == "Экинчи\nсап"


def test_rows_typed_added_and_removed_in_the_editor(scene: Scene, case: Case) -> None:
    edited = sent_out(scene, case, "ru")
    table = table_of(edited, columns=7)
    write(table.rows[1], "ст. 3 ч. 2", "возражение", "Нет средств", "", "", "", "1 240 000 сом")
    write(table.rows[2], "2-берене", "Предложение", "Раз в год", "«Реестр» ежегодно", "", "50000")
    write(table.add_row(), "весь проект", "предл.", "Срок короткий")
    for row in list(table.rows)[3:6]:
        table._tbl.remove(row._tr)
    found = come_back(scene, case, edited)
    assert [(one["eid"], one["kind"], one["text"]) for one in found.remarks] == [
        ("art_3__part_2", "objection", "Нет средств"),
        ("art_2", "proposal", "Раз в год"),
        ("-", "proposal", "Срок короткий"),
    ]
    sums = [(one["once_som"], one["yearly_som"]) for one in found.remarks]
    assert (sums, found.unread) == ([("", "1 240 000"), ("50 000", ""), ("", "")], [])


def test_rows_that_are_not_understood_are_named_and_the_others_kept(
    scene: Scene, case: Case
) -> None:
    edited = sent_out(scene, case, "ky")
    table = table_of(edited, columns=7)
    write(table.rows[1], "77-берене", "сунуш", "Мындай берене жок")
    write(table.rows[2], "", "сунуш", "Кайсы беренеге экени айтылган эмес")
    write(table.rows[3], "3-берене", "ойлонуу", "Түрү белгисиз")
    write(table.rows[4], "3-берене", "сунуш", "", "", "Негизи гана бар")
    write(table.rows[5], "3-берене", "сунуш", "Жакшы сап", "", "", "1,2 млн")
    found = come_back(scene, case, edited)
    assert [one["text"] for one in found.remarks] == ["Түрү белгисиз", "Жакшы сап"]
    assert found.remarks[1]["once_som"] == "1,2 млн"
    assert [(one.number, one.is_kept) for one in found.unread] == [
        (1, False),
        (2, False),
        (3, True),
        (4, False),
    ]
    assert "77-берене" in found.unread[0].said


def test_a_cell_merged_over_rows_and_over_columns(scene: Scene, case: Case) -> None:
    edited = sent_out(scene, case, "ky")
    table = table_of(edited, columns=7)
    write(table.rows[1], "3-берене", "каршы пикир", "Биринчи")
    write(table.rows[2], "", "сунуш", "Экинчи")
    table.cell(1, 0).merge(table.cell(2, 0))
    write(table.rows[3], "2-берене", "сунуш")
    table.cell(3, 2).merge(table.cell(3, 4)).text = "Кең уяча"
    found = come_back(scene, case, edited)
    assert [(one["eid"], one["text"]) for one in found.remarks] == [
        ("art_3", "Биринчи"),
        ("art_3", "Экинчи"),
        ("art_2", "Кең уяча"),
    ]


def test_several_paragraphs_moved_columns_and_tracked_changes(scene: Scene, case: Case) -> None:
    edited = sent_out(scene, case, "ky")
    table = table_of(edited, columns=7)
    for row in table.rows:  # the columns of place and kind change places
        first, second = row._tr.tc_lst[0], row._tr.tc_lst[1]
        second.addnext(first)
    row = table.rows[1]
    write(row, "каршы пикир", "3-берене 1-бөлүк", "Биринчи абзац")
    row.cells[2].add_paragraph("Экинчи абзац")
    deleted, inserted = OxmlElement("w:del"), OxmlElement("w:ins")
    for change, tag, text in ((deleted, "w:delText", " эски"), (inserted, "w:t", " жаңы")):
        run, words = OxmlElement("w:r"), OxmlElement(tag)
        words.text = text
        words.set(qn("xml:space"), "preserve")
        run.append(words)
        change.append(run)
        row.cells[2].paragraphs[1]._p.append(change)
    [one] = come_back(scene, case, edited).remarks
    assert (one["eid"], one["kind"]) == ("art_3__part_1", "objection")
    assert one["text"] == "Биринчи абзац\nЭкинчи абзац жаңы"


@pytest.mark.parametrize("sign", ["+", "x", "Х", "✓", "v"])
def test_a_stance_is_ticked_in_any_way(scene: Scene, case: Case, sign: str) -> None:
    edited = sent_out(scene, case, "ru")
    table_of(edited, columns=2)
    table = next(t for t in edited.tables if "согласовано" in t.cell(1, 1).text)
    table.rows[2].cells[0].text = sign
    assert come_back(scene, case, edited).stance == "agreed_with_remarks"


def test_two_ticks_are_no_stance(scene: Scene, case: Case) -> None:
    edited = sent_out(scene, case, "ru")
    table = next(t for t in edited.tables if "согласовано" in t.cell(1, 1).text)
    table.rows[1].cells[0].text = table.rows[3].cells[0].text = "+"
    assert come_back(scene, case, edited).stance == ""


def test_a_form_of_another_case_or_body_is_refused(scene: Scene, case: Case) -> None:
    edited = sent_out(scene, case, "ky")
    out = io.BytesIO()
    edited.save(out)
    filled = read_form(out.getvalue(), name="answer.docx")
    for number, key, code in (
        ("2026-0099", scene.bodies[0].key, "form_of_other_case"),
        (case.number, scene.bodies[1].key, "form_of_other_body"),
    ):
        with pytest.raises(BadInput, match=code):
            recognise(filled, case_number=number, party_key=key, known=set())


def test_without_its_mark_the_number_of_the_case_still_tells(scene: Scene, case: Case) -> None:
    edited = sent_out(scene, case, "ky")
    for paragraph in edited.paragraphs:
        if "MAKUL" in paragraph.text:
            paragraph.text = ""
    assert come_back(scene, case, edited).remarks == []
    case.number = "2026-0077"
    with pytest.raises(BadInput, match="form_of_other_case"):
        come_back(scene, case, edited)


def test_a_word_file_that_is_no_form_says_so(scene: Scene, case: Case) -> None:
    letter = Document()
    letter.add_paragraph("Урматтуу кесиптештер!")
    letter.add_table(rows=2, cols=2)
    with pytest.raises(BadInput, match="not_a_form"):
        come_back(scene, case, letter)

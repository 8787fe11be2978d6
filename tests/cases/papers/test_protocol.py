"""The protocol holds what a decider needs: both positions, both languages, sums, minority, terms."""

from __future__ import annotations

from datetime import timedelta

import pytest

from makul.cases.actions.positions import RemarkInput
from makul.cases.papers import protocol_paper, replies_paper
from makul.cases.protocol import papers_of, protocol_kind_of, rows_of
from makul.documents.paper import Fields, Paper, Table
from tests.scene import START, Scene, answer, build_scene, file, notified, remark

pytestmark = pytest.mark.django_db
LATER = START + timedelta(days=40)


@pytest.fixture
def scene() -> Scene:
    return build_scene(bodies=2)


def tables(paper: Paper) -> list[Table]:
    return [block for block in paper.blocks if isinstance(block, Table)]


def cells(table: Table) -> list[list[str]]:
    def text(cell: object) -> str:
        return cell if isinstance(cell, str) else "".join(run.text for run in cell)  # type: ignore[union-attr]

    return [[text(cell) for cell in row] for row in table.rows]


def test_without_remarks_the_paper_is_a_certificate(scene: Scene) -> None:
    case = notified(scene)
    paper = protocol_paper(case, rows=rows_of(case), language="ru", now=LATER)
    assert protocol_kind_of(case) == "certificate"
    assert paper.title == "СПРАВКА О ПРОВЕДЁННОМ СОГЛАСОВАНИИ"
    assert cells(tables(paper)[0]) == [["2", "2", "0", "2", "0"]]


def test_a_declined_objection_stands_with_both_sides_in_both_languages(scene: Scene) -> None:
    case = notified(scene)
    one = remark(wording="«1. Инспектор дайындалбайт.»", yearly_som=240_000)
    file(scene, case, scene.bodies[0], "not_agreed", one)
    answer(scene, case)
    paper = protocol_paper(case, rows=rows_of(case), language="ky+ru", now=LATER)
    unsettled = cells(next(table for table in tables(paper) if len(table.columns) == 4))
    assert protocol_kind_of(case) == "disagreements"
    assert paper.title.splitlines() == ["ПИКИР КЕЛИШПЕСТИКТЕРДИН ПРОТОКОЛУ", "ПРОТОКОЛ РАЗНОГЛАСИЙ"]
    assert unsettled[0][2:] == ["3-берене, 1-бөлүк", "Статья 3, часть 1"]
    assert unsettled[2][2:] == ["240\u00a0000\u00a0сом жылына", "240\u00a0000\u00a0сом в год"]


def test_an_accepted_objection_makes_a_protocol_of_agreement(scene: Scene) -> None:
    case = notified(scene)
    file(scene, case, scene.bodies[0], "agreed_with_remarks", remark())
    answer(scene, case, kind="accepted")
    paper = protocol_paper(case, rows=rows_of(case), language="ky", now=LATER)
    assert (protocol_kind_of(case), paper.title) == ("agreement", "МАКУЛДУК ПРОТОКОЛУ")


def test_the_sides_are_named_before_the_others(scene: Scene) -> None:
    case = notified(scene)
    paper = protocol_paper(case, rows=rows_of(case), language="ru", now=LATER)
    fields = next(block for block in paper.blocks if isinstance(block, Fields))
    assert [label for label, _value in fields.lines][:3] == [
        "Инициатор проекта",
        "Ассоциация",
        "Организатор согласования",
    ]


def test_the_files_are_one_pdf_in_both_languages_and_word_in_each(scene: Scene) -> None:
    case = notified(scene)
    files = papers_of(case, kind="certificate", now=LATER)
    assert [(file.language, file.name) for file in files] == [
        ("ky+ru", f"certificate-{case.number}.pdf"),
        ("ky", f"certificate-{case.number}-ky.docx"),
        ("ru", f"certificate-{case.number}-ru.docx"),
    ]
    assert [file.data[:4] for file in files] == [b"%PDF", b"PK\x03\x04", b"PK\x03\x04"]


def test_the_same_protocol_at_the_same_moment_is_the_same_bytes(scene: Scene) -> None:
    case = notified(scene)
    first, second = (papers_of(case, kind="certificate", now=LATER) for _ in range(2))
    assert [file.data for file in first] == [file.data for file in second]


def test_the_table_of_replies_has_a_line_a_row(scene: Scene) -> None:
    case = notified(scene)
    other = RemarkInput(eid="", kind="proposal", text="Назвать источник")
    file(scene, case, scene.bodies[0], "not_agreed", remark(), other)
    answer(scene, case)
    paper = replies_paper(case, rows=rows_of(case), language="ru", now=LATER)
    lines = cells(tables(paper)[0])
    assert [line[1] for line in lines] == ["Статья 3, часть 1", "Проект в целом"]
    assert [line[-1] for line in lines] == ["не урегулирована", "урегулирована"]

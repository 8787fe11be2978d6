"""The protocol holds what a decider needs: both positions, both languages, sums, minority, terms."""

from __future__ import annotations

from datetime import timedelta

import pytest

from makul.cases.papers import protocol_paper
from makul.cases.protocol import protocol_kind_of, rows_of
from makul.documents.paper import Fields
from tests.cases.papers.conftest import cells, tables
from tests.scene import START, Scene, answer, build_scene, file, notified, remark

pytestmark = pytest.mark.django_db
LATER = START + timedelta(days=40)


@pytest.fixture
def scene() -> Scene:
    return build_scene(bodies=2)


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

"""The table of remarks and replies has a line a row, each with what became of it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from makul.cases.actions.positions import RemarkInput
from makul.cases.papers import replies_paper
from makul.cases.protocol import rows_of
from tests.cases.papers.conftest import cells, tables
from tests.scene import START, Scene, answer, build_scene, file, notified, remark

pytestmark = pytest.mark.django_db
LATER = START + timedelta(days=40)


@pytest.fixture
def scene() -> Scene:
    return build_scene(bodies=2)


def test_the_table_of_replies_has_a_line_a_row(scene: Scene) -> None:
    case = notified(scene)
    other = RemarkInput(eid="", kind="proposal", text="Назвать источник")
    file(scene, case, scene.bodies[0], "not_agreed", remark(), other)
    answer(scene, case)
    paper = replies_paper(case, rows=rows_of(case), language="ru", now=LATER)
    lines = cells(tables(paper)[0])
    assert [line[1] for line in lines] == ["Статья 3, часть 1", "Проект в целом"]
    assert [line[-1] for line in lines] == ["не урегулирована", "урегулирована"]


def test_a_sum_stands_under_the_words_of_its_row(scene: Scene) -> None:
    case = notified(scene)
    file(scene, case, scene.bodies[0], "not_agreed", remark(text="Каражат жок", yearly_som=240_000))
    answer(scene, case)
    paper = replies_paper(case, rows=rows_of(case), language="ky", now=LATER)
    [line] = cells(tables(paper)[0])
    assert line[3] == "Каражат жок\n240\u00a0000\u00a0сом жылына"

"""The table of remarks and replies has a line a row, each with what became of it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from makul.cases.actions.positions import RemarkInput
from makul.cases.actions.rows import place_rest
from makul.cases.models import Reply, RowRevision
from makul.cases.papers import replies_paper
from makul.cases.protocol import rows_of
from makul.cases.queries.table import table_of
from makul.cases.queries.texts import draft_versions
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


def test_while_the_term_runs_no_reply_is_a_dash(scene: Scene) -> None:
    case = notified(scene)
    file(scene, case, scene.bodies[0], "not_agreed", remark())
    place_rest(case=case, actor=scene.drafter(scene.union), now=LATER)
    for is_over, said in (
        (False, "–"),
        (True, "ответа нет: считается не учтённым без обоснования"),
    ):
        rows = table_of(case, is_reply_term_over=is_over)
        paper = replies_paper(case, rows=rows, language="ru", now=LATER)
        [line] = cells(tables(paper)[0])
        assert (line[4], line[6]) == ("–", said)


def test_what_a_new_version_meets_stands_under_the_reply(scene: Scene) -> None:
    case = notified(scene)
    file(scene, case, scene.bodies[0], "not_agreed", remark())
    answer(scene, case)
    row, version = case.rows.get(), draft_versions(case)["ky"]
    met = RowRevision.objects.create(row=row, version=version, eid="art_3", is_settling=True)
    rows = rows_of(case)
    paper = replies_paper(case, rows=rows, language="ky", now=LATER, revisions={row.pk: [met]})
    [line] = cells(tables(paper)[0])
    assert line[6].splitlines()[-1] == "1-редакцияда эске алынды: 3-берене"


def test_a_reply_in_the_other_language_alone_is_said_to_be_so(scene: Scene) -> None:
    case = notified(scene)
    file(scene, case, scene.bodies[0], "not_agreed", remark())
    answer(scene, case)
    Reply.objects.update(text_ru="")
    paper = replies_paper(case, rows=rows_of(case), language="ru", now=LATER)
    [line] = cells(tables(paper)[0])
    assert line[6].splitlines() == ["Не учтено", "Текст на этом языке не представлен"]

"""The letters on replies and new versions: whom they lead where, what they say in which language."""

from __future__ import annotations

from datetime import timedelta

import pytest

from makul.cases.actions.replies import ReplyInput, draft_reply
from makul.cases.actions.rows import place_rest
from makul.cases.answers import MOST_ROWS, answered_letter, cut, own_rows, revised_letter
from makul.cases.models import Case, RowRevision
from makul.cases.queries.table import table_of
from makul.cases.queries.texts import draft_versions
from tests.scene import START, Scene, build_scene, file, notified, remark

pytestmark = pytest.mark.django_db
NOW = START + timedelta(days=36)


@pytest.fixture
def scene() -> Scene:
    return build_scene(bodies=1)


@pytest.fixture
def case(scene: Scene) -> Case:
    case = notified(scene)
    file(scene, case, scene.bodies[0], "not_agreed", remark("art_2"))
    place_rest(case=case, actor=scene.drafter(scene.union), now=NOW)
    content = ReplyInput("partly", "Кыргызча себеби", "Причина по-русски")
    actor = scene.drafter(scene.ministry)
    draft_reply(row=case.rows.get(), content=content, actor=actor, now=NOW)
    return case


def test_a_body_reads_its_own_rows_and_the_association_all(scene: Scene, case: Case) -> None:
    path = f"/cases/{case.number}/rows/"
    assert own_rows(case, scene.bodies[0]) == f"{path}?party=demo-aa-01"
    assert own_rows(case, scene.union) == path


@pytest.mark.parametrize(
    ("language", "line", "reason"),
    [
        ("ky", "1. 2-берене: жарым-жартылай эске алынды", "Кыргызча себеби"),
        ("ru", "1. Статья 2: учтено частично", "Причина по-русски"),
    ],
)
def test_a_letter_speaks_the_language_of_its_reader(
    scene: Scene, case: Case, language: str, line: str, reason: str
) -> None:
    body = scene.bodies[0]
    body.language = language
    letter = answered_letter(case, body, table_of(case))
    lines = letter.body.splitlines()
    assert (letter.language, lines[lines.index(line) + 1].strip()) == (language, reason)


def test_a_letter_names_no_end_of_rows(scene: Scene, case: Case) -> None:
    [shown] = table_of(case)
    letter = answered_letter(case, scene.bodies[0], [shown] * (MOST_ROWS + 5))
    assert sum(line.startswith("1. ") for line in letter.body.splitlines()) == MOST_ROWS
    assert "5" in letter.body.splitlines()[-6]


def test_a_new_version_is_named_with_its_provision(scene: Scene, case: Case) -> None:
    row = case.rows.get()
    version = draft_versions(case)["ky"]
    RowRevision.objects.create(row=row, version=version, eid="art_3", is_settling=True)
    letter = revised_letter(case, scene.bodies[0], table_of(case))
    assert "1. 2-берене: 1-редакцияда эске алынды, 3-берене" in letter.body.splitlines()


def test_a_long_reason_is_cut(case: Case) -> None:
    assert (cut("а  б\nв"), len(cut("сөз " * 200))) == ("а б в", 400)

"""The protocol says under the association whether its opinion is the word of its board."""

from __future__ import annotations

from datetime import timedelta

import pytest

from makul.cases.actions.boarding import (
    close_board_vote,
    enter_standing_mandate,
    open_board_vote,
    vote_in_board,
)
from makul.cases.actions.positions import file_position
from makul.cases.models import Case, Position
from makul.cases.papers import protocol_paper
from makul.cases.papers.board import board_lines
from makul.cases.protocol import rows_of
from makul.documents.paper import Fields
from makul.parties.models import Mandate
from tests.scene import START, Scene, build_scene, draft, make_mandate, notified, remark

pytestmark = pytest.mark.django_db
NOW = START + timedelta(days=2)


@pytest.fixture
def scene() -> Scene:
    return build_scene(bodies=1)


@pytest.fixture
def case(scene: Scene) -> Case:
    return notified(scene)


@pytest.fixture
def board(scene: Scene) -> list[Mandate]:
    members = [make_mandate(scene.union, signs=False) for _n in range(4)]
    for one in members:
        one.is_board = True
        one.save()
    return members


@pytest.fixture
def position(scene: Scene, case: Case) -> Position:
    return draft(scene, case, scene.union, "not_agreed", remark())


def sign(scene: Scene, position: Position, **more: bool) -> None:
    file_position(position=position, actor=scene.signatory(scene.union), now=NOW, **more)


def told(scene: Scene, case: Case, language: str) -> str:
    [(_label, words)] = board_lines(case, scene.union, language)
    return words


def test_a_vote_is_told_with_its_numbers(
    scene: Scene, case: Case, board: list[Mandate], position: Position
) -> None:
    desk = scene.drafter(scene.union)
    decision = open_board_vote(
        position=position, closes_at=NOW + timedelta(days=1), actor=desk, now=NOW
    )
    for member, choice in zip(board, ("for", "for", "against"), strict=False):
        vote_in_board(decision=decision, choice=choice, actor=member, now=NOW)
    vote_in_board(decision=decision, choice="abstained", actor=board[3], now=NOW)
    close_board_vote(decision=decision, actor=desk, now=NOW)
    sign(scene, position)
    assert told(scene, case, "ky").startswith(
        "башкарма добуш берген: макул — 2, каршы — 1, калыс — 1;"
    )
    assert told(scene, case, "ru").startswith(
        "правление голосовало: за — 2, против — 1, воздержались — 1;"
    )


def test_a_standing_mandate_is_told_with_its_document(
    scene: Scene, case: Case, board: list[Mandate], position: Position
) -> None:
    enter_standing_mandate(
        position=position, document="№ 4, 12.05.2026", actor=scene.drafter(scene.union), now=NOW
    )
    sign(scene, position)
    assert told(scene, case, "ru") == "мандат правления дан заранее: № 4, 12.05.2026"
    assert told(scene, case, "ky+ru").splitlines() == [
        "башкарма мандатты алдын ала берген: № 4, 12.05.2026",
        "мандат правления дан заранее: № 4, 12.05.2026",
    ]


def test_signed_without_the_board_stands_right_under_the_association(
    scene: Scene, case: Case, board: list[Mandate], position: Position
) -> None:
    sign(scene, position, without_board=True)
    paper = protocol_paper(case, rows=rows_of(case), language="ru", now=NOW)
    lines = next(block for block in paper.blocks if isinstance(block, Fields)).lines
    assert [label for label, _words in lines][1:3] == ["Ассоциация", "Правление ассоциации"]
    assert lines[2][1] == "заключение подписано без слова правления"


def test_where_there_is_no_board_or_no_opinion_nothing_is_said(
    scene: Scene, case: Case, position: Position
) -> None:
    assert board_lines(case, scene.union, "ru") == []
    sign(scene, position)
    assert board_lines(case, scene.union, "ru") == []

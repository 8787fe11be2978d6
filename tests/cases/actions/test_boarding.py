"""The board of an association: a mandate beforehand or a vote, and what is signed without either."""

from __future__ import annotations

from datetime import timedelta

import pytest

from makul.cases.actions.boarding import (
    close_board_vote,
    close_due_vote,
    due_votes,
    enter_standing_mandate,
    open_board_vote,
    vote_in_board,
)
from makul.cases.actions.positions import PositionInput, draft_position, file_position
from makul.cases.models import BoardDecision, Case, Position
from makul.cases.queries.board import board_result, open_votes
from makul.core.errors import BadInput, NotAllowed
from makul.journal.models import Entry
from makul.parties.models import Mandate
from tests.scene import START, Scene, build_scene, draft, make_mandate, notified

pytestmark = pytest.mark.django_db
NOW = START + timedelta(days=2)
END = NOW + timedelta(days=2)


@pytest.fixture
def scene() -> Scene:
    return build_scene(bodies=2)


@pytest.fixture
def case(scene: Scene) -> Case:
    return notified(scene)


@pytest.fixture
def position(scene: Scene, case: Case) -> Position:
    return draft(scene, case, scene.union, "not_agreed")


@pytest.fixture
def board(scene: Scene) -> list[Mandate]:
    members = [make_mandate(scene.union, signs=False) for _n in range(3)]
    for one in members:
        one.is_board = True
        one.save()
    return members


def opened(scene: Scene, position: Position) -> BoardDecision:
    actor = scene.drafter(scene.union)
    return open_board_vote(position=position, closes_at=END, actor=actor, now=NOW)


def vote(decision: BoardDecision, member: Mandate, choice: str, dissent: str = "") -> None:
    vote_in_board(decision=decision, choice=choice, dissent=dissent, actor=member, now=NOW)


def filed(scene: Scene, position: Position, **more: bool) -> str:
    """What the entry of the filed opinion says of the board."""
    file_position(position=position, actor=scene.signatory(scene.union), now=END, **more)
    return str(Entry.objects.get(action="association_position").data["board"])


def state(position: Position) -> str:
    result = board_result(position, now=NOW)
    return result.state if result else ""


def test_without_a_board_the_one_who_may_sign_signs(scene: Scene, position: Position) -> None:
    assert filed(scene, position) == "none"


def test_with_a_board_its_word_is_awaited_or_its_absence_is_on_record(
    scene: Scene, position: Position, board: list[Mandate]
) -> None:
    with pytest.raises(BadInput, match="board_awaited"):
        filed(scene, position)
    assert filed(scene, position, without_board=True) == "without"


def test_a_standing_mandate_is_enough(
    scene: Scene, position: Position, board: list[Mandate]
) -> None:
    actor = scene.drafter(scene.union)
    with pytest.raises(BadInput, match="no_document"):
        enter_standing_mandate(position=position, document=" ", actor=actor, now=NOW)
    enter_standing_mandate(position=position, document="No. 4, 12 May 2026", actor=actor, now=NOW)
    assert (state(position), filed(scene, position)) == ("standing", "standing")


@pytest.mark.parametrize(
    ("choices", "result"),
    [
        (("for", "for", "against"), "carried"),
        (("for", "abstained", "abstained"), "carried"),
        (("for", "against"), "not_carried"),
        (("for",), "no_quorum"),
    ],
)
def test_more_for_than_against_of_more_than_half(
    scene: Scene, position: Position, board: list[Mandate], choices: tuple[str, ...], result: str
) -> None:
    decision = opened(scene, position)
    for member, choice in zip(board, choices, strict=False):
        vote(decision, member, choice)
    assert close_due_vote(decision=decision, now=END).state == result
    entry = Entry.objects.get(action="board_decided")
    assert (entry.value, entry.data["for"]) == (result, choices.count("for"))


def test_a_member_may_think_again_until_the_end(
    scene: Scene, position: Position, board: list[Mandate]
) -> None:
    decision = opened(scene, position)
    vote(decision, board[0], "for")
    vote(decision, board[0], "against", "Инспектор керек эмес")
    assert [(one.choice, one.dissent) for one in decision.votes.all()] == [
        ("against", "Инспектор керек эмес")
    ]
    with pytest.raises(BadInput, match="vote_over"):
        vote_in_board(decision=decision, choice="for", actor=board[0], now=END)


def test_the_journal_never_says_who_voted_how(
    scene: Scene, position: Position, board: list[Mandate]
) -> None:
    vote(opened(scene, position), board[0], "against", "Сөз")
    entry = Entry.objects.get(action="board_voted")
    assert (entry.value, "against" in str(entry.data), "Сөз" in str(entry.data)) == (
        "",
        False,
        False,
    )


def test_only_members_of_the_board_vote(
    scene: Scene, position: Position, board: list[Mandate]
) -> None:
    decision = opened(scene, position)
    with pytest.raises(NotAllowed, match="not_on_board"):
        vote(decision, scene.signatory(scene.union), "for")
    with pytest.raises(NotAllowed, match="wrong_role"):
        vote(decision, scene.signatory(scene.bodies[0]), "for")


def test_a_changed_draft_is_put_to_the_board_anew(
    scene: Scene, case: Case, position: Position, board: list[Mandate]
) -> None:
    decision = opened(scene, position)
    content = PositionInput(stance="agreed", language="ky")
    draft_position(case=case, content=content, actor=scene.drafter(scene.union), now=NOW)
    position.refresh_from_db()
    assert state(position) == "changed"
    with pytest.raises(BadInput, match="text_voted_changed"):
        vote(decision, board[0], "for")
    again = opened(scene, position)
    assert (again.votes.count(), state(position)) == (0, "running")


def test_a_vote_runs_once_and_is_closed_when_all_have_voted(
    scene: Scene, position: Position, board: list[Mandate]
) -> None:
    decision, actor = opened(scene, position), scene.drafter(scene.union)
    with pytest.raises(BadInput, match="vote_runs"):
        opened(scene, position)
    with pytest.raises(BadInput, match="vote_runs"):
        close_board_vote(decision=decision, actor=actor, now=NOW)
    for member in board:
        vote(decision, member, "for")
    assert close_board_vote(decision=decision, actor=actor, now=NOW).state == "carried"
    assert filed(scene, position) == "carried"
    with pytest.raises(BadInput, match="vote_over"):
        close_board_vote(decision=decision, actor=actor, now=NOW)


def test_what_cannot_be_put_to_a_board(scene: Scene, case: Case, position: Position) -> None:
    with pytest.raises(BadInput, match="no_board"):
        opened(scene, position)
    actor = scene.drafter(scene.union)
    with pytest.raises(BadInput, match="in_the_past"):
        open_board_vote(position=position, closes_at=NOW, actor=actor, now=NOW)
    with pytest.raises(BadInput, match="no_draft"):
        opened(scene, draft(scene, case, scene.bodies[0], "agreed"))
    with pytest.raises(BadInput, match="no_stance"):
        opened(scene, draft(scene, case, scene.union, ""))


def test_a_vote_whose_time_has_passed_is_due(
    scene: Scene, position: Position, board: list[Mandate]
) -> None:
    decision = opened(scene, position)
    assert (due_votes(now=NOW), due_votes(now=END)) == ([], [decision])


def test_members_see_what_they_may_vote_on(
    scene: Scene, position: Position, board: list[Mandate]
) -> None:
    decision = opened(scene, position)
    vote(decision, board[0], "for")
    seen = [[(o.decision, bool(o.own)) for o in open_votes(m, now=NOW)] for m in board[:2]]
    assert seen == [[(decision, True)], [(decision, False)]]
    assert open_votes(scene.signatory(scene.union), now=NOW) == []
    assert open_votes(board[0], now=END) == []

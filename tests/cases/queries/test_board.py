"""What a board decided is read from its votes and the words they were about."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from makul.cases.actions.boarding import open_board_vote, vote_in_board
from makul.cases.models import BoardDecision, BoardVote, Case, Position
from makul.cases.queries.board import (
    board_of,
    board_result,
    needs_board,
    open_votes,
    outcome_of,
    result_of,
    text_digest,
)
from tests.scene import START, Scene, build_scene, draft, make_mandate, notified, remark

pytestmark = pytest.mark.django_db
NOW, END = START + timedelta(days=2), START + timedelta(days=4)


@pytest.fixture
def scene() -> Scene:
    return build_scene(bodies=1)


@pytest.fixture
def case(scene: Scene) -> Case:
    return notified(scene)


@pytest.fixture
def position(scene: Scene, case: Case) -> Position:
    for n in range(4):
        member = make_mandate(scene.union, signs=False, to_on=None if n else NOW.date())
        member.is_board = True
        member.save()
    return draft(scene, case, scene.union, "not_agreed", remark())


@pytest.fixture
def decision(scene: Scene, position: Position) -> BoardDecision:
    actor = scene.drafter(scene.union)
    return open_board_vote(position=position, closes_at=END, actor=actor, now=NOW)


def test_members_are_those_of_the_day(scene: Scene, position: Position) -> None:
    days = [NOW.date(), (NOW + timedelta(days=1)).date()]
    assert [len(board_of(scene.union, on=day)) for day in days] == [4, 3]
    assert (needs_board(scene.union, on=days[0]), needs_board(scene.desk, on=days[0])) == (
        True,
        False,
    )


def test_a_result_names_the_silent_too(scene: Scene, decision: BoardDecision) -> None:
    members = board_of(scene.union, on=NOW.date())
    vote_in_board(decision=decision, choice="for", actor=members[1], now=NOW)
    result = result_of(decision, now=NOW)
    assert (result.state, result.counts) == ("running", {"for": 1, "against": 0, "abstained": 0})
    assert [one.pk for one in result.silent] == [one.pk for one in members if one != members[1]]
    assert result_of(decision, now=END).state == "over"


def test_nothing_was_asked_of_the_board(position: Position) -> None:
    assert board_result(position, now=NOW) is None


def test_the_digest_moves_with_every_word(position: Position) -> None:
    before = text_digest(position)
    position.remarks.update(yearly_som=7)
    with_sum = text_digest(position)
    position.summary = "Сөз"
    assert len({before, with_sum, text_digest(position)}) == 3


def test_a_vote_waits_for_each_member_in_two_queries(scene: Scene, decision: BoardDecision) -> None:
    member = board_of(scene.union, on=NOW.date())[0]
    with CaptureQueriesContext(connection) as queries:
        votes = open_votes(member, now=NOW)
        assert [(one.decision.position.case.number, one.own) for one in votes] == [
            (decision.position.case.number, None)
        ]
    assert len(queries) == 2


@pytest.mark.parametrize(
    ("cast", "members", "outcome"),
    [
        ("fff", 5, "carried"),
        ("ffa", 5, "carried"),
        ("fa", 3, "not_carried"),
        ("ff", 4, "no_quorum"),
        ("oo", 3, "not_carried"),
    ],
)
def test_the_rule_of_the_vote(cast: str, members: int, outcome: str) -> None:
    words = {"f": "for", "a": "against", "o": "abstained"}
    votes = [BoardVote(choice=words[one]) for one in cast]
    assert outcome_of(votes, members=members) == outcome

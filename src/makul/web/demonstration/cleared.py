"""A draft that touches no interest of local bodies: the case ends with a certificate."""

from __future__ import annotations

from makul.cases.actions.step import take_step
from makul.web.demonstration import moves
from makul.web.demonstration.stage import COMMITTEE, DESK, SECOND, Stage, Story

KEY = "forms"


def stories(stage: Stage) -> list[Story]:
    return [story(stage)]


def story(stage: Stage) -> Story:
    """Nobody contested the finding in its term of five working days."""
    yield from moves.submitted(stage, KEY, initiator=SECOND, decider=COMMITTEE, day=-20)
    yield from moves.checked(stage, KEY, day=-18, value="not_affecting")
    now = yield stage.at(-12, 10)
    take_step(
        case=moves.case_of(KEY),
        step="cleared",
        actor=stage.drafter(DESK),
        right="clear",
        now=now,
    )

"""A draft that touches no local body: found so, not contested, cleared."""

from __future__ import annotations

from makul.web.demonstration import moves
from makul.web.demonstration.stage import ADOPTER, DESK, SECOND, Stage, Story


def stories(stage: Stage) -> list[Story]:
    return [story(stage)]


def story(stage: Stage) -> Story:
    yield from moves.submitted(stage, "badge", initiator=SECOND, decider=ADOPTER, day=-24)
    yield from moves.checked(stage, "badge", day=-22, value="not_affecting")
    yield from moves.stepped(
        stage,
        moves.case_of("badge"),
        "cleared",
        right="clear",
        actor=stage.drafter(DESK),
        at=stage.at(-16, 11),
    )

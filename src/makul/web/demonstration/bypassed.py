"""An act adopted past the local bodies, though an agreement bound its ministry to ask them."""

from __future__ import annotations

from makul.cases.actions.motions import Motion, open_own_motion
from makul.cases.actions.outcomes import compare_rows, record_adoption
from makul.cases.actions.step import StatementInput, state_step
from makul.cases.models import Case
from makul.web.demonstration import moves, texts
from makul.web.demonstration.stage import ADOPTER, DESK, SECOND, UNION, Moments, Stage, Story

KEY = "animals"
ADOPTED = -32


def stories(stage: Stage) -> list[Story]:
    return [story(stage)]


def story(stage: Stage) -> Story:
    """The association learns of the act from its publication and has the fact recorded."""
    now = yield stage.at(-27, 10, 5)
    said = texts.act(KEY)
    motion = Motion(
        act_kind=said["act_kind"],
        title_ky=said["title"]["ky"],
        title_ru=said["title"]["ru"],
        initiator=stage.parties[SECOND],
        deciders=[stage.parties[ADOPTER]],
    )
    open_own_motion(motion=motion, actor=stage.signer(UNION), now=now)
    now = yield stage.at(-27, 14)
    record_adoption(
        case=moves.case_of(KEY),
        decider=stage.parties[ADOPTER],
        files=texts.act_files(KEY),
        actor=stage.drafter(DESK),
        now=now,
        happened_at=stage.at(ADOPTED, 12),
    )
    yield from published(stage, moves.case_of(KEY))


def published(stage: Stage, case: Case) -> Moments:
    now = yield stage.at(-27, 14, 30)
    content = StatementInput(
        step="published",
        right="record_outcome",
        text="\n".join(texts.act(KEY)["published"].values()),
        language="ky",
        happened_at=stage.at(ADOPTED + 3, 12),
    )
    state_step(case=case, content=content, actor=stage.drafter(DESK), now=now)
    now = yield stage.at(-26, 11)  # nothing was asked of the bodies, so nothing is won or lost
    compare_rows(case=case, comparisons=[], actor=stage.drafter(DESK), now=now)
    return now

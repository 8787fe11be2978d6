"""A draft of a ministry without an agreement: the association acts alone, and facts are only facts."""

from __future__ import annotations

from makul.cases.actions.motions import Motion, open_own_motion
from makul.cases.actions.positions import PositionInput
from makul.web.demonstration import moves, roads, settled, texts
from makul.web.demonstration.roads import aimaks
from makul.web.demonstration.stage import ADOPTER, THIRD, UNION, Stage, Story

KEY = "hydrants"


def stories(stage: Stage) -> list[Story]:
    return [story(stage)]


def story(stage: Stage) -> Story:
    """Found among drafts for public discussion; members asked, opinion sent, no answer."""
    now = yield stage.at(-40, 11)
    said, circle = texts.act(KEY), aimaks(14, 20)
    motion = Motion(
        act_kind=said["act_kind"],
        title_ky=said["title"]["ky"],
        title_ru=said["title"]["ru"],
        initiator=stage.parties[THIRD],
        deciders=[stage.parties[ADOPTER]],
        files=texts.act_files(KEY),
    )
    open_own_motion(motion=motion, actor=stage.signer(UNION), now=now)
    yield from moves.told(stage, moves.case_of(KEY), circle, day=-39, actor=UNION)
    yield from roads.answered(stage, KEY, bodies=circle[::2], first=-37, last=-26)
    yield from settled.merged(stage, KEY, day=-22)
    now = yield stage.at(-20, 15)
    opinion = "\n\n".join(said["opinion"].values())
    moves.union_says(stage, moves.case_of(KEY), PositionInput("not_agreed", "ky", opinion), now=now)

"""A bypass: a resolution adopted with nothing before it, put on record by the association."""

from __future__ import annotations

from makul.cases.actions.motions import Motion, open_own_motion
from makul.cases.actions.outcomes import record_adoption
from makul.cases.actions.step import StatementInput, state_step
from makul.cases.models import Case
from makul.web.demonstration import texts
from makul.web.demonstration.stage import ADOPTER, DESK, MINISTRY, UNION, Stage, Story

KEY = "dogs"


def stories(stage: Stage) -> list[Story]:
    return [story(stage)]


def motion(stage: Stage, key: str, *, initiator: str, decider: str) -> Motion:
    act = texts.act(key)
    return Motion(
        act_kind=act["act_kind"],
        title_ky=act["title"]["ky"],
        title_ru=act["title"]["ru"],
        initiator=stage.parties[initiator],
        deciders=[stage.parties[decider]],
        files=texts.act_files(key),
    )


def story(stage: Stage) -> Story:
    now = yield stage.at(-12, 10)
    case = open_own_motion(
        motion=motion(stage, KEY, initiator=MINISTRY, decider=ADOPTER),
        actor=stage.signer(UNION),
        now=now,
    )
    now = yield stage.at(-12, 11)
    record_adoption(
        case=case,
        decider=stage.parties[ADOPTER],
        files=texts.act_files(KEY),
        actor=stage.signer(UNION),
        now=now,
        happened_at=stage.at(-15, 15),
    )
    now = yield stage.at(-9, 12)
    content = StatementInput(
        step="published",
        right="record_outcome",
        text="\n".join(texts.read("words")["published"].values()),
        language="ky",
    )
    actor = stage.drafter(DESK)
    state_step(case=Case.objects.get(pk=case.pk), content=content, actor=actor, now=now)

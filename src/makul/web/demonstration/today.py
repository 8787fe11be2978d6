"""Cases on the way today, one at each stage, so that every office has something to do."""

from __future__ import annotations

from makul.cases.actions.positions import PositionInput, draft_position
from makul.cases.actions.step import StatementInput, state_step
from makul.drafts.actions.preparing import DraftInput, begin_draft
from makul.web.demonstration import moves, texts
from makul.web.demonstration.circle import Circle, topics
from makul.web.demonstration.opinions import remark_of
from makul.web.demonstration.stage import (
    COMMITTEE,
    MINISTRY,
    SECOND,
    UNION,
    Moments,
    Stage,
    Story,
)

ONE_WAITS = "demo-aa-01"  # its secretary has drafted, its head has not signed yet


def stories(stage: Stage) -> list[Story]:
    """In the order of the road; each ends on the day before the demonstration was loaded."""
    return [
        prepared(stage),
        just_submitted(stage),
        left_lying(stage),
        to_be_told(stage),
        answering(stage),
        merging(stage),
        replying(stage),
        meeting(stage),
        signing(stage),
        appealed(stage),
        deciding(stage),
    ]


def prepared(stage: Stage) -> Story:
    """The ministry has begun a package that lacks almost everything."""
    now = yield stage.at(-1, 10)
    title = texts.read("words")["bare"]
    content = DraftInput(act_kind="law", title_ky=title["ky"], title_ru=title["ru"])
    begin_draft(content=content, actor=stage.drafter(MINISTRY), now=now)


def just_submitted(stage: Stage) -> Story:
    yield from moves.submitted(stage, "library", initiator=MINISTRY, decider=COMMITTEE, day=-1)


def left_lying(stage: Stage) -> Story:
    """The desk is late: it neither accepted nor screened in its term."""
    yield from moves.submitted(stage, "festival", initiator=SECOND, decider=COMMITTEE, day=-5)


def to_be_told(stage: Stage) -> Story:
    circle = Circle(stage, "trees", SECOND, first=40, count=24)
    yield from circle.opened(day=-3)


def answering(stage: Stage) -> Story:
    """The term of the bodies ends in three days; some have answered, one awaits its head."""
    circle = Circle(stage, "water", MINISTRY, first=0, count=40)
    yield from circle.opened(day=-16)
    yield from circle.told(day=-13)
    yield from circle.heard(first=-11, last=-2, silent=2)
    yield from one_waits(stage, circle)


def one_waits(stage: Stage, circle: Circle) -> Moments:
    now = yield stage.at(-1, 16)
    body = stage.parties[ONE_WAITS]
    topic = topics()[0]
    said = next(one for one in topic["remarks"] if one["language"] == body.language)
    remark = remark_of(said, eid=topic["eid"], kind=topic["kind"])
    draft_position(
        case=circle.case,
        content=PositionInput("not_agreed", body.language, remarks=[remark]),
        actor=stage.drafter(ONE_WAITS),
        now=now,
    )
    return now


def merging(stage: Stage) -> Story:
    """The bodies have spoken; the association is to merge their remarks and to file its opinion."""
    circle = Circle(stage, "school_road", SECOND, first=20, count=36)
    yield from circle.opened(day=-21)
    yield from circle.told(day=-18)
    yield from circle.heard(first=-16, last=-4)


def replying(stage: Stage) -> Story:
    circle = Circle(stage, "pasture", MINISTRY, first=0, count=30)
    yield from circle.opened(day=-31)
    yield from circle.told(day=-28)
    yield from circle.heard(first=-26, last=-14)
    yield from circle.merged(day=-8)
    yield from circle.drafted(day=-1, rows=2)


def meeting(stage: Stage) -> Story:
    circle = Circle(stage, "waste", MINISTRY, first=60, count=30)
    yield from circle.opened(day=-36)
    yield from circle.told(day=-33)
    yield from circle.heard(first=-31, last=-19)
    yield from circle.merged(day=-13)
    yield from circle.replied(day=-7)
    yield from circle.invited(day=-5, planned=1)


def signing(stage: Stage) -> Story:
    """The association has signed; the ministry has three days left."""
    circle = Circle(stage, "bridges", MINISTRY, first=10, count=24)
    yield from circle.to_protocol(told=-38, union=-18, replied=-10, met=-4, drawn=-2)
    yield from moves.signed(stage, circle.case, [(UNION, -1)])


def appealed(stage: Stage) -> Story:
    circle = Circle(stage, "archive", SECOND, first=30, count=24)
    yield from circle.to_protocol(told=-50, union=-30, replied=-22, met=-16, drawn=-13)
    yield from moves.signed(stage, circle.case, [(SECOND, -11), (UNION, -10)])
    now = yield stage.at(-4, 11)
    content = StatementInput(
        step="appealed",
        right="appeal",
        text="\n".join(texts.read("words")["appeal"].values()),
        language="ky",
        points=("step.appealed.ground.2", "step.appealed.ground.3"),
    )
    state_step(case=circle.case, content=content, actor=stage.signer(UNION), now=now)


def deciding(stage: Stage) -> Story:
    """Both sides waived the appeal; the committee is to give its reasons on the open row."""
    circle = Circle(stage, "clubs", MINISTRY, first=50, count=24)
    yield from circle.to_protocol(told=-60, union=-40, replied=-32, met=-26, drawn=-23)
    yield from moves.signed(stage, circle.case, [(MINISTRY, -21), (UNION, -20)])
    for key in (MINISTRY, UNION):
        actor = stage.signer(key)
        yield from moves.stepped(
            stage, circle.case, "waived", right="appeal", actor=actor, at=stage.at(-18, 10)
        )
    yield from moves.stepped(
        stage,
        circle.case,
        "forwarded",
        right="forward",
        actor=stage.signer(MINISTRY),
        at=stage.at(-16, 10),
        to=COMMITTEE,
    )

"""Cases on the way, so that on the day of loading every role has something to do and something late."""

from __future__ import annotations

from makul.cases.actions.positions import draft_position
from makul.drafts.actions.preparing import begin_draft, put_paper
from makul.web.demonstration import ministry, moves, roads, settled, texts
from makul.web.demonstration.opinions import Opinion, opinions_of
from makul.web.demonstration.roads import aimaks, cities
from makul.web.demonstration.stage import (
    ADOPTER,
    COMMITTEE,
    MINISTRY,
    SECOND,
    UNION,
    Stage,
    Story,
)

SAMPLE, UNREACHED = "demo-aa-01", "demo-aa-12"


def stories(stage: Stage) -> list[Story]:
    return [
        being_prepared(stage),
        just_submitted(stage),
        to_be_told(stage),
        positions_running(stage),
        being_merged(stage),
        being_answered(stage),
        meeting_tomorrow(stage),
        to_be_signed(stage),
        appealed(stage),
        to_be_considered(stage),
        late_facilitator(stage),
        late_association(stage),
        late_ministry(stage),
    ]


def being_prepared(stage: Stage) -> Story:
    """A package that lacks its other language, its note and its costs."""
    now = yield stage.at(-4, 14)
    actor = stage.drafter(MINISTRY)
    draft = begin_draft(content=moves.described("wells"), actor=actor, now=now)
    now = yield stage.at(-3, 11)
    russian = [one for one in texts.act_files("wells") if one.language == "ru"]
    put_paper(draft=draft, kind="draft", files=russian, actor=actor, now=now)


def just_submitted(stage: Stage) -> Story:
    """Today is the last day to check the package and to screen the draft."""
    yield from moves.submitted(stage, "stops", initiator=MINISTRY, decider=ADOPTER, day=-2)


def to_be_told(stage: Stage) -> Story:
    """Today the facilitator is to notify the bodies."""
    yield from moves.submitted(stage, "arys", initiator=SECOND, decider=ADOPTER, day=-3)
    yield from moves.checked(stage, "arys", day=-1)


def positions_running(stage: Stage) -> Story:
    """Three working days are left; the head of the sample body has a draft to look through, and one has not been reached."""
    circle = [*aimaks(1, 36), *cities(1, 4), UNREACHED]
    yield from roads.asked(
        stage, "water", initiator=MINISTRY, start=-15, circle=circle, decider=COMMITTEE
    )
    bodies = [body for n, body in enumerate(circle[4:-1]) if n % 3 == 0]
    yield from roads.answered(stage, "water", bodies=bodies, first=-10, last=-2)
    yield from drafted(stage, "water", day=-1)


def drafted(stage: Stage, key: str, *, day: int) -> Story:
    """The secretary of the sample body has drafted a position that its head has not released."""
    now = yield stage.at(day, 15)
    found: list[Opinion] = opinions_of(stage, texts.act(key)["topics"], [SAMPLE])
    draft_position(
        case=moves.case_of(key), content=found[0].content, actor=stage.drafter(SAMPLE), now=now
    )


def being_merged(stage: Stage) -> Story:
    """The bodies' term is over; the association has merged one topic and has three days."""
    circle = [*aimaks(3, 30), *cities(1, 6)]
    yield from roads.asked(stage, "school", initiator=SECOND, start=-20, circle=circle)
    bodies = [body for n, body in enumerate(circle) if n % 4 != 3]
    yield from roads.answered(stage, "school", bodies=bodies, first=-16, last=-3)
    yield from settled.merged(stage, "school", day=-1, topics=1)


def being_answered(stage: Stage) -> Story:
    """The ministry has four days left; its rows are given out, and two were answered on one sheet."""
    yield from roads.heard_out(
        stage, "archive", initiator=MINISTRY, start=-29, circle=aimaks(1, 24)
    )
    yield from ministry.prepared(stage, day=-4, initiator=MINISTRY)
    yield from ministry.given_out(stage, "archive", day=-3, initiator=MINISTRY, last=1)
    yield from ministry.drafted_together(stage, "archive", day=-2, initiator=MINISTRY, count=2)


def meeting_tomorrow(stage: Stage) -> Story:
    """Two rows are unsettled; the meeting is on the next working day."""
    yield from roads.heard_out(
        stage, "pasture", initiator=MINISTRY, start=-39, circle=aimaks(5, 22), decider=COMMITTEE
    )
    yield from settled.replied(stage, "pasture", day=-7, initiator=MINISTRY)
    yield from ministry.revised(stage, "pasture", day=-6, initiator=MINISTRY)
    yield from settled.invited(stage, "pasture", day=-5, held=1)


def to_be_signed(stage: Stage) -> Story:
    """The association has signed the protocol, the ministry has two days left."""
    yield from roads.reached_protocol(
        stage, "address", initiator=SECOND, start=-48, circle=aimaks(1, 24)
    )
    yield from moves.signed(stage, moves.case_of("address"), [(UNION, -1)])


def appealed(stage: Stage) -> Story:
    """The appeal body has two days left to decide on the association's appeal."""
    yield from roads.reached_protocol(
        stage, "waste", initiator=MINISTRY, start=-64, circle=aimaks(9, 20), decider=COMMITTEE
    )
    yield from roads.signed_by_both(stage, "waste", initiator=MINISTRY, day=-16)
    yield from roads.stated(
        stage,
        moves.case_of("waste"),
        "appealed",
        right="appeal",
        actor=stage.signer(UNION),
        at=stage.at(-13, 11),
        words=texts.act("waste")["appeal"],
        points=("step.appealed.ground.1",),
    )


def to_be_considered(stage: Stage) -> Story:
    """The committee has had the package for eight working days."""
    yield from roads.reached_protocol(
        stage, "library", initiator=SECOND, start=-60, circle=aimaks(2, 20), decider=COMMITTEE
    )
    yield from roads.signed_by_both(stage, "library", initiator=SECOND, day=-12)
    case = moves.case_of("library")
    for hour, key in ((11, SECOND), (15, UNION)):
        at = stage.at(-9, hour)
        yield from moves.stepped(
            stage, case, "waived", right="appeal", actor=stage.signer(key), at=at
        )
    yield from moves.stepped(
        stage,
        case,
        "forwarded",
        right="forward",
        actor=stage.signer(SECOND),
        at=stage.at(-8, 10),
        to=COMMITTEE,
    )


def late_facilitator(stage: Stage) -> Story:
    """Nobody checked, screened or notified; the association complained, and the panel is late too."""
    yield from moves.submitted(stage, "trees", initiator=SECOND, decider=ADOPTER, day=-14)
    yield from roads.stated(
        stage,
        moves.case_of("trees"),
        "complained",
        right="complain",
        actor=stage.signer(UNION),
        at=stage.at(-9, 12),
        words=texts.act("trees")["complaint"],
    )


def late_association(stage: Stage) -> Story:
    """The terms of the bodies and of the association are over; what they still send is taken."""
    circle = [*aimaks(1, 20), *cities(1, 4)]
    yield from roads.asked(stage, "playground", initiator=MINISTRY, start=-27, circle=circle)
    bodies = [body for n, body in enumerate(circle) if n % 2]
    yield from roads.answered(stage, "playground", bodies=bodies, first=-22, last=-10)


def late_ministry(stage: Stage) -> Story:
    """The ministry has not answered in its term, and the case goes on to the meeting without it."""
    yield from roads.heard_out(stage, "snow", initiator=MINISTRY, start=-39, circle=aimaks(13, 20))

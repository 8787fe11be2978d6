"""A draft of a ministry without an agreement: the association conducts the case alone (art. 41)."""

from __future__ import annotations

from makul.cases.actions.motions import open_own_motion
from makul.cases.actions.notifying import notify
from makul.cases.actions.opening import set_circle
from makul.cases.models import Case
from makul.drafts.letters import notified_letter
from makul.web.demonstration.bypassed import motion
from makul.web.demonstration.circle import Circle, topics
from makul.web.demonstration.opinions import heard, opinions_of
from makul.web.demonstration.stage import COMMITTEE, THIRD, UNION, Stage, Story, post_letters

KEY = "market"


def stories(stage: Stage) -> list[Story]:
    return [story(stage)]


def story(stage: Stage) -> Story:
    """Its facts are recorded and not called breaches."""
    now = yield stage.at(-24, 10)
    opened = open_own_motion(
        motion=motion(stage, KEY, initiator=THIRD, decider=COMMITTEE),
        actor=stage.signer(UNION),
        now=now,
    )
    circle = Circle(stage, KEY, THIRD, first=100, count=16)
    now = yield stage.at(-20, 10)
    case = Case.objects.get(pk=opened.pk)
    bodies = [stage.parties[key] for key in circle.bodies]
    set_circle(case=case, bodies=bodies, actor=stage.drafter(UNION), now=now)
    notify(case=case, write=notified_letter, actor=stage.drafter(UNION), now=now)
    yield from post_letters(now)
    opinions = opinions_of(stage, topics(), circle.bodies[:9])
    yield from heard(stage, Case.objects.get(pk=opened.pk), opinions, first=-18, last=-6)

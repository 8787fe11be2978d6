"""The finished case: the law on a register of street lighting, from its package to its comparison."""

from __future__ import annotations

from makul.web.demonstration.lighting import ending, opinions, package, settling
from makul.web.demonstration.stage import Stage, Story

START = -97  # working days before the day of loading


def stories(stage: Stage) -> list[Story]:
    return [story(stage)]


def story(stage: Stage) -> Story:
    """The days of the demonstration's own text, shifted together to end two weeks ago."""
    yield from package.submitted(stage, day=START)
    yield from package.screened(stage, day=START + 2)
    yield from package.told(stage, day=START + 3)
    stage.progress("Hearing 190 bodies on the street lighting law")
    yield from opinions.filed(stage, first=START + 4, last=START + 18)
    yield from opinions.merged(stage, day=START + 20)
    yield from opinions.of_the_union(stage, day=START + 23)
    yield from settling.replied(stage, day=START + 32)
    yield from settling.met(stage, invited=START + 35, held=START + 41)
    yield from settling.drawn(stage, day=START + 44)
    yield from settling.signed(stage, by_ministry=START + 47, by_union=START + 48)
    yield from settling.waived(stage, day=START + 49)
    yield from ending.forwarded(stage, day=START + 50)
    yield from ending.decided(stage, day=START + 77)
    yield from ending.compared(stage, published=START + 80, compared=START + 84)

"""How and when a case ended: by a recorded step, or by a term that ran out in silence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from makul.core.procedure.grammar import Step
from makul.core.procedure.index import Act
from makul.core.procedure.owing import is_in_turn
from makul.core.procedure.state import State


@dataclass(frozen=True, slots=True)
class Closing:
    """The end of a case: its outcome, its day, and the moment up to which its entries count."""

    outcome: str
    on: date
    cutoff: datetime
    horizon: date
    is_final: bool = False


def closing(state: State) -> Closing | None:
    """The first ending of a case; one that prevails (an adoption) outranks those before it."""
    endings = sorted(_endings(state), key=lambda one: one.cutoff)
    final = [one for one in endings if one.is_final]
    return next(iter(final or endings), None)


def _endings(state: State) -> Iterator[Closing]:
    for step in state.procedure.steps:
        if step.closes:
            yield from _recorded(state, step)
            yield from _by_silence(state, step)


def _recorded(state: State, step: Step) -> Iterator[Closing]:
    """Endings that somebody entered and that have effect."""
    answering = {i.act for i in state.instances(step)} if step.answers else set()
    for act in state.index.of(step.key).until(state.cutoff):
        outcome = step.outcome(act.value)
        if outcome and (act in answering or _has_effect(state, step, act)):
            yield Closing(outcome, act.day, act.at, act.day, step.prevails)


def _has_effect(state: State, step: Step, act: Act) -> bool:
    if step.instead_of:
        main = state.instances(state.procedure.step(step.instead_of))
        return any(instance.answer == act for instance in main)
    if step.in_turn:
        return any(is_in_turn(instance, act) for instance in state.instances(step))
    return step.answers is None


def _by_silence(state: State, step: Step) -> Iterator[Closing]:
    """A closing step deemed done: the case ended at midnight of its last day."""
    for instance in state.instances(step):
        if instance.deemed and instance.last_day and (outcome := step.outcome(step.silence.value)):
            midnight = datetime.combine(instance.last_day, time.max)
            yield Closing(
                outcome, instance.last_day, midnight, instance.last_day + timedelta(days=1)
            )

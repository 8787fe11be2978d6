"""What a step jumped over when it was taken before its turn."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from makul.core.procedure.grammar import All, Any, Done, Latest, Own, Point, Step, When, leaves
from makul.core.procedure.index import Act
from makul.core.procedure.owing import Instance
from makul.core.procedure.state import State
from makul.core.procedure.status import Breach


def skipped(state: State) -> list[Breach]:
    """For each gate taken too early, what was still owed (or whose term was cut short) at that time.

    A duty counts as skipped whenever it was not over (what silence had put in force, or what the
    case may go on without once its term has passed, is over). A right counts only if its term was running:
    then it was cut short. What was never opened to its holder is told by the step that opens it.
    """
    found: dict[tuple[str, str], Breach] = {}
    for step in state.procedure.steps:
        act = next(state.index.of(step.key).until(state.cutoff), None) if step.gate else None
        if act is not None:
            for breach in _jumped_over(state, step, act):
                found.setdefault((breach.step, breach.party), breach)
    order = [step.key for step in state.procedure.steps]
    return sorted(found.values(), key=lambda breach: order.index(breach.step))


def _jumped_over(state: State, gate: Step, act: Act) -> Iterator[Breach]:
    then = state.at_moment(cutoff=act.at, horizon=act.day)
    seen: set[str] = {gate.key}
    for clock in gate.clocks:
        if then.moment(clock.after) is None:
            for breach in _missing(then, clock.after, seen):
                yield replace(breach, before=gate.key, by=act.party)


def _missing(state: State, point: Point, seen: set[str]) -> Iterator[Breach]:
    """What keeps a point from coming."""
    if isinstance(point, When):
        if state.holds(point.condition):
            yield from _missing(state, point.point, seen)
    elif isinstance(point, All | Any | Latest):
        # Of alternatives none has come; each one that is spoken of would have opened the way.
        for inner in point.points:
            if state.moment(inner) is None:
                yield from _missing(state, inner, seen)
    else:
        for leaf in leaves(point):
            if leaf.step not in seen:
                seen.add(leaf.step)
                yield from _missing_step(state, leaf, seen)


def _missing_step(state: State, leaf: Point, seen: set[str]) -> Iterator[Breach]:
    step = state.procedure.step(next(leaves(leaf)).step)
    instances = state.instances(step)
    if isinstance(leaf, Done | Own) and not step.to and any(i.act for i in instances):
        return  # done, only not with the value that would have opened the way
    yield from _lines(step, [i for i in instances if _was_cut(state, i)])
    # What was not yet open is explained by what should have opened it.
    if not any(i.start for i in instances):
        for clock in step.clocks if state.holds(step.when) else ():
            yield from _missing(state, clock.after, seen)


def _was_cut(state: State, instance: Instance) -> bool:
    if instance.answer or (instance.ended and instance.step.silence.kind != "nothing"):
        return False
    is_running = instance.start is not None and instance.last_day is not None
    return instance.step.duty is not None or is_running


def _lines(step: Step, instances: list[Instance]) -> Iterator[Breach]:
    """One line for each party; those towards whom a step was owed stand together in it."""
    by_party: dict[str, list[Instance]] = {}
    for instance in instances:
        by_party.setdefault(instance.party, []).append(instance)
    for party, owed in by_party.items():
        to = tuple(i.other for i in owed if i.other)
        yield Breach("skipped", step.key, party, owed[0].last_day, step.duty, to)

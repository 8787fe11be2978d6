"""What may be done next and by whom, and the stage a case stands at."""

from __future__ import annotations

from collections.abc import Iterator

from makul.core.procedure.grammar import Step
from makul.core.procedure.owing import Instance
from makul.core.procedure.state import State
from makul.core.procedure.status import May


def may(now: State, then: State, *, is_closed: bool) -> Iterator[May]:
    """Every step open to a party that has standing for it, in the order of the procedure.

    Facts out of turn can always be *recorded*; what is listed here is what the order foresees next.
    """
    told: set[May] = set()
    for step in now.procedure.steps:
        if is_closed and not step.after_close:
            continue
        state = now if step.after_close else then
        for one in _open_to(state, step):
            if one not in told:
                told.add(one)
                yield one


def _open_to(state: State, step: Step) -> Iterator[May]:
    if not state.holds(step.when) or (step.until and state.moment(step.until)):
        return
    if step.instead_of:
        main = state.procedure.step(step.instead_of)
        for one in _open_to(state, main):
            if state.index.parties[one.party] not in main.substitutes:
                yield May(step.key, one.party)
        return
    is_open = step.opens is not None and state.moment(step.opens) is not None
    for instance in state.instances(step):
        if (is_open or instance.start or not step.clocks) and _is_free(state, instance):
            yield from (May(step.key, party) for party in _who(state, instance))


def _is_free(state: State, instance: Instance) -> bool:
    """Whether a step can still be taken with effect."""
    step = instance.step
    if step.waits:
        return instance.ended
    if instance.answer:
        return step.repeats and (instance.last_day is None or instance.last_day >= state.horizon)
    return not (instance.ended and (step.side or step.void_late or instance.deemed))


def _who(state: State, instance: Instance) -> Iterator[str]:
    """The one who owes it, or any who hold the role; after the term also those who may step in."""
    step = instance.step
    if instance.party in state.index.parties and (step.each or len(step.by) == 1):
        yield instance.party
    elif step.each:
        yield from state.index.in_role.get(instance.party, ())
    else:
        yield from state.performers(step)
    if instance.ended and not instance.answer:
        for role in step.substitutes:
            yield from state.index.in_role.get(role, ())


def stage(state: State) -> str:
    """The step the case waits for: the first on the road that is open and not over.

    Where nothing is open (everything that could move it was left undone) it is the first step of
    the road whose turn has not come. `closed` is said by the judge.
    """
    road = [step for step in state.procedure.steps if step.on_road]
    unopened = partly = None
    for step in road:
        if step.until and state.moment(step.until):  # its time is over, done or not
            continue
        instances = state.instances(step)
        if any(_is_awaited(i) for i in instances):
            if not _is_reached(step, instances):
                return step.key
            partly = partly or step.key
        if unopened is None and any(not i.start and not i.answer for i in instances):
            unopened = step.key
    return partly or unopened or road[-1].key


def _is_awaited(instance: Instance) -> bool:
    step = instance.step
    if instance.answer or not (instance.start or not step.clocks):
        return False
    return not instance.ended or (step.silence.kind == "nothing" and step.duty is not None)


def _is_reached(step: Step, instances: list[Instance]) -> bool:
    """A step owed towards many does not hold the case once one of them is reached."""
    return bool(step.to) and any(instance.act for instance in instances)

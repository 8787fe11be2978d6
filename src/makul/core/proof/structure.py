"""How a procedure is put together: which step depends on which, and what would be wrong with that."""

from __future__ import annotations

from collections.abc import Iterator

from makul.core.procedure.grammar import (
    Done,
    Ended,
    Filed,
    Named,
    Over,
    Procedure,
    Step,
    conditions,
    leaves,
    points,
    simple,
)

DAYS_IN_MONTH = 21  # working days; only for knowing that a term in months is longer than the others
WORKING_DAYS = {"wd": 1.0, "cd": 5 / 7, "mo": float(DAYS_IN_MONTH)}  # about so many in one of each
LONGEST_TERM = 250  # a year of working days: no term of a procedure is longer


def faults_of(procedure: Procedure) -> Iterator[str]:
    """What is wrong with how a procedure is put together; nothing is, if it yields nothing."""
    yield from _terms_wrong(procedure)
    for step in procedure.steps:
        yield from _back_wrong(procedure, step)
        terms = [t for c in step.clocks for t in (c.term, c.floor and c.floor[0]) if t]
        yield from (f"{step.key}: no term {t}" for t in terms if t not in procedure.terms)
        yield from (f"{step.key}: no step {s}" for s in named_by(step) if s not in procedure.by_key)
    yield from _side_roads(procedure)
    yield from _circles(procedure)


def conditions_of(step: Step) -> Iterator[object]:
    if step.when is not None:
        yield from simple(step.when)
    for point in points(step):
        yield from conditions(point)


def named_by(step: Step) -> Iterator[str]:
    """Every step that a step refers to."""
    for point in points(step):
        yield from (leaf.step for leaf in leaves(point))
    yield from (c.step for c in conditions_of(step) if isinstance(c, Filed))
    yield from (key for key in (step.instead_of, step.answers) if key)
    yield from (clock.floor[1] for clock in step.clocks if clock.floor)
    yield from naming(step)


def naming(step: Step) -> Iterator[str]:
    """The steps whose value the step reads as a day."""
    found = [leaf for point in points(step) for leaf in leaves(point)]
    found += [clock.before for clock in step.clocks if clock.before]
    for leaf in found:
        if isinstance(leaf, Named):
            yield from (key for key in (leaf.step, leaf.moved) if key)


def _terms_wrong(procedure: Procedure) -> Iterator[str]:
    """Terms that are none, that turn the tracks round, or after which a case ends too early."""
    for name, length in procedure.terms.items():
        if not 0 < length.short <= length.ordinary <= LONGEST_TERM:
            yield f"term {name} is {length.ordinary}, on the short track {length.short}"
    waits = {clock.term for s in procedure.steps if s.waits for clock in s.clocks if clock.term}
    days = sum(
        one.ordinary * WORKING_DAYS[one.unit]
        for name, one in procedure.terms.items()
        if name not in waits and one.unit != "mo"
    )
    for name in sorted(waits & set(procedure.terms)):
        length = procedure.terms[name]
        if length.short * WORKING_DAYS[length.unit] < days:
            yield f"term {name} may run out before the way to the end of it"


def _back_wrong(procedure: Procedure, step: Step) -> Iterator[str]:
    """A term counted back has a length, and that in working days."""
    for clock in step.clocks:
        term = procedure.terms.get(clock.term or "")
        if clock.before and (clock.term is None or (term and term.unit != "wd")):
            yield f"{step.key}: a term counted back is in working days"


def _side_roads(procedure: Procedure) -> Iterator[str]:
    """A side road stops nothing: no step off it may refer to it."""
    off = _off_road(procedure)
    for step in procedure.steps:
        if step.key not in off:
            for key in sorted(set(named_by(step)) & off):
                yield f"{step.key} waits for {key}, which is a side road"


def _circles(procedure: Procedure) -> Iterator[str]:
    """No step may wait for itself, by whatever way round."""
    waits = {step.key: set(_waits_for(procedure, step)) for step in procedure.steps}
    for key in waits:
        seen: set[str] = set()
        ahead = set(waits[key])
        while ahead:
            one = ahead.pop()
            seen.add(one)
            ahead |= waits.get(one, set()) - seen
        if key in seen:
            yield f"{key} waits for itself"


def _waits_for(procedure: Procedure, step: Step) -> Iterator[str]:
    """The steps on which the start of a step's clocks depends."""
    for clock in step.clocks:
        yield from (leaf.step for leaf in leaves(clock.after))
        yield from (c.step for c in conditions(clock.after) if isinstance(c, Filed))
        yield from (key for key in (clock.floor and clock.floor[1],) if key)
    yield from naming(step)
    yield from (c.step for c in conditions_of(step) if isinstance(c, Filed) and step.when)
    if step.answers:
        yield step.answers


def referring_to(procedure: Procedure) -> dict[str, set[str]]:
    """Under each step that others depend on, those others.

    Side roads, and optional steps on which nothing depends, ask but change nothing: they are left out.
    """
    off = _off_road(procedure)
    named = {key for step in procedure.steps if step.key not in off for key in named_by(step)}
    found: dict[str, set[str]] = {}
    for step in procedure.steps:
        idle = step.optional and step.key not in named and not step.closes
        for key in named_by(step) if step.key not in off and not idle else ():
            found.setdefault(key, set()).add(step.key)
    return found


def _off_road(procedure: Procedure) -> set[str]:
    """Side roads and what answers them."""
    side = {step.key for step in procedure.steps if step.side}
    return side | {step.key for step in procedure.steps if step.answers in side}


def kinds_of_values(procedure: Procedure, step: Step) -> Iterator[str | None]:
    """One value of each kind: values that lead to the same end and open the same ways are alike."""
    seen = set()
    asked = [values for other in procedure.steps for values in _values_asked(other, step.key)]
    for value in step.values or (None,):
        kind = (step.outcome(value), tuple(not v or value in v for v in asked))
        tells_nothing = bool(asked) and not any(kind[1]) and kind[0] is None
        if kind not in seen and not tells_nothing:
            seen.add(kind)
            yield value


def _values_asked(step: Step, key: str) -> Iterator[tuple[str, ...]]:
    """With which values a step refers to another."""
    for point in points(step):
        for leaf in leaves(point):
            if isinstance(leaf, Done) and leaf.step == key:
                yield leaf.values
    yield from (c.values for c in conditions_of(step) if isinstance(c, Filed) and c.step == key)


def plain_steps(procedure: Procedure) -> set[str]:
    """Steps of which the others ask only whether they are over, not how."""
    asked_more = {step.answers for step in procedure.steps}
    for step in procedure.steps:
        asked_more |= {c.step for c in conditions_of(step) if isinstance(c, Filed)}
        for point in points(step):
            asked_more |= {leaf.step for leaf in leaves(point) if not isinstance(leaf, Over)}
    # A term that a later event may start anew makes a difference between done and run out.
    asked_more |= {
        step.key
        for step in procedure.steps
        for clock in step.clocks
        if any(isinstance(condition, Filed) for condition in conditions(clock.after))
    }
    return set(referring_to(procedure)) - asked_more


def only_ended(procedure: Procedure) -> set[str]:
    """Steps of which the others ask only when their terms end, whoever took them."""
    asked = [leaf for step in procedure.steps for point in points(step) for leaf in leaves(point)]
    other = {leaf.step for leaf in asked if not isinstance(leaf, Ended)}
    other |= {c.step for s in procedure.steps for c in conditions_of(s) if isinstance(c, Filed)}
    return {leaf.step for leaf in asked} - other - {step.answers for step in procedure.steps}

"""What can be proved of a procedure: every step reachable, every case ends, the longest way in days.

It is found by search, not asserted: the judge itself is run over every state that a case can come
to. A state is what the judge says of it (what was done, which terms run and how many days they have
left), so states that differ only by date are one. From each state every party takes each step open
to it, with each value, on the day it opens and on the last day of every term that runs; or all stay
silent until a term passes. Days are counted as if each were a working day.

Two things are not walked: a side road (a complaint), of which it is checked instead that nothing on
the road refers to it; and acting after a standstill, where nothing runs but a term in months: any
side could act on any day of it, so it has no length of its own, and the case ends when it runs out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from makul.core.procedure.grammar import Has, Procedure, Step, Takes
from makul.core.proof.structure import conditions_of, faults_of
from makul.core.proof.walk import EVENING, MORNING, Proof, Setting, measure, search


@dataclass(frozen=True, slots=True)
class Report:
    """The proof of a procedure over several settings."""

    unreachable: tuple[str, ...]
    outcomes: tuple[str, ...]
    dead_ends: tuple[str, ...]
    faults: tuple[str, ...]
    states: int

    @property
    def is_sound(self) -> bool:
        """Whether every step can be reached, every case ends and nothing is wrongly put together."""
        return not (self.unreachable or self.dead_ends or self.faults)


def check(procedure: Procedure) -> Report:
    """Prove a procedure: first how it is put together, then by search over every kind of case.

    Shape: where a role is held by two, the walk stops at the goal; from there it is as with one.
    """
    faults = tuple(faults_of(procedure))
    if faults:
        return Report((), (), (), faults, 0)
    reached: set[str] = set()
    outcomes: set[str] = set()
    dead_ends: list[str] = []
    states = 0
    for setting in settings(procedure):
        is_doubled = len(setting.roles) > len(set(setting.roles))
        walk = (
            measure(procedure, setting, goal=procedure.goal)
            if is_doubled
            else search(procedure, setting)
        )
        reached |= walk.reached
        outcomes |= walk.outcomes
        dead_ends += walk.dead_ends
        states += walk.states
    missing = tuple(step.key for step in procedure.steps if step.key not in reached)
    return Report(missing, tuple(sorted(outcomes)), tuple(dead_ends), (), states)


def settings(procedure: Procedure) -> Iterator[Setting]:
    """The kinds of case: every kind of rows, then without and with two of each role asked about."""
    asked = {condition for step in procedure.steps for condition in conditions_of(step)}
    has_rows = any(isinstance(condition, Has) for condition in asked)
    yield Setting(procedure.roles, int(has_rows), int(has_rows))
    for rows in [(1, 0), (0, 0), (0, 1)] if has_rows else []:
        yield Setting(owing_roles(procedure), *rows)
    for role in sorted({condition.role for condition in asked if isinstance(condition, Takes)}):
        yield Setting(tuple(r for r in procedure.roles if r != role))
        yield Setting(tuple(r for r in procedure.roles if r != role), 0, 0)
        yield Setting((*owing_roles(procedure), role), is_late=False)


def owing_roles(procedure: Procedure) -> tuple[str, ...]:
    """The roles that owe something or may act in another's place, and those whose term holds back
    another's: who only has rights changes no way, and a walk without them is shorter.
    """
    owing = {r for step in procedure.steps if step.duty for r in (*step.by, *step.substitutes)}
    owing |= {role for step in _holding_back(procedure) for role in step.by}
    return tuple(role for role in procedure.roles if role in owing)


def _holding_back(procedure: Procedure) -> Iterator[Step]:
    """Steps whose term, with the floor after it, may end later than the term that may not end before."""
    for clock in (clock for step in procedure.steps for clock in step.clocks):
        if clock.floor is None or clock.term is None:
            continue
        least, before = procedure.terms[clock.floor[0]], procedure.step(clock.floor[1])
        terms = [procedure.terms[one.term] for one in before.clocks if one.term]
        own = procedure.terms[clock.term]
        if any(
            term.on(track) + least.on(track) > own.on(track)
            for term in terms
            for track in ("ordinary", "short")
        ):
            yield before


__all__ = [
    "EVENING",
    "MORNING",
    "Proof",
    "Report",
    "Setting",
    "check",
    "faults_of",
    "measure",
    "owing_roles",
    "search",
    "settings",
]

"""The longest ways of a procedure as found by the proof; for the Order, beside those it reckoned."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from makul.core.procedure import Done, Procedure
from makul.core.proof import EVENING, MORNING, Setting, measure, owing_roles
from makul.law.order import TRACKS

# Section 2 of the Order: "to be recomputed by proof, not trusted from here".
RECKONED: Mapping[tuple[str, str], int] = {
    ("ordinary", "dispute"): 76,
    ("ordinary", "contest_and_revision"): 86,
    ("ordinary", "nothing_unsettled"): 41,
    ("short", "dispute"): 31,
    ("short", "contest_and_revision"): 36,
    ("short", "nothing_unsettled"): 18,
}
WAYS = {
    "dispute": "every term used, a full dispute with an appeal",
    "contest_and_revision": "the same, with a contest and a revision not later than the replies",
    "nothing_unsettled": "replies given, nothing unsettled",
    "late_revision": "a contest, and a revision on the last day before the protocol",
    "silent_desk": "a full dispute; the desk a day late or replaced, wherever it stays owed",
    "evening": "a full dispute, every filing after the evening hour of its last day",
    "whole": "every term used or passed in silence",
}


@dataclass(frozen=True, slots=True)
class Figure:
    """A longest way in working days, and what section 2 had said, if it spoke of it."""

    track: str
    way: str
    days: int
    reckoned: int | None


def tracks_of(procedure: Procedure) -> tuple[str, ...]:
    """The tracks on which the terms of a procedure differ.

    >>> from makul.law.procedures import procedure
    >>> tracks_of(procedure())
    ('ordinary', 'short')
    """
    has_short = any(term.short != term.ordinary for term in procedure.terms.values())
    return TRACKS if has_short else TRACKS[:1]


def words_of(way: str) -> str:
    """What a way is, in words.

    >>> words_of("whole")
    'every term used or passed in silence'
    """
    return WAYS[way]


def longest_ways(procedure: Procedure, track: str) -> list[Figure]:
    """The longest ways on one track until the procedure's goal; none where it names no goal.

    Units: working days.
    """
    if not procedure.goal:
        return []
    return list(OWN.get(procedure.key, plain)(procedure, track))


def plain(procedure: Procedure, track: str) -> Iterator[Figure]:
    """The one longest way of a procedure that tells no ways apart.

    Units: working days.
    """
    acting = {*owing_roles(procedure), *procedure.step(procedure.goal).by}
    cast = tuple(role for role in procedure.roles if role in acting)
    timely = [Setting(cast, rows, rows, track, MORNING, is_late=False) for rows in (1, 0)]
    found = [measure(procedure, one, goal=procedure.goal).ways for one in timely]
    days = [most for ways in found for most in ways.values()]
    if days:
        yield Figure(track, "whole", max(days), None)


def figures(procedure: Procedure, track: str) -> Iterator[Figure]:
    """The longest ways on one track until the package may be forwarded.

    Units: working days. Section 2's figure with a revision holds where the draft is revised not later
    than the replies; the table lets the initiator revise until the protocol is drawn, and then the
    meeting's term starts anew: the way is longer (`late_revision`).
    """
    marks = ("contested", "revised", "replied")
    timely = Setting(owing_roles(procedure), 1, 1, track, MORNING, is_late=False)
    disputed = measure(procedure, timely, goal=procedure.goal, marks=marks).ways
    early = measure(_revised_early(procedure), timely, goal=procedure.goal, marks=marks).ways
    calm = replace(timely, unsettled=0)
    settled = measure(procedure, calm, goal=procedure.goal, marks=marks).ways
    desk = measure(procedure, replace(timely, is_late=True), goal=procedure.goal, marks=marks).ways
    late = measure(procedure, replace(timely, hour=EVENING), goal=procedure.goal, marks=marks).ways
    both = frozenset({"contested", "revised"})
    found = {
        "dispute": _longest(disputed, frozenset()),
        "contest_and_revision": _longest(early, both),
        "nothing_unsettled": settled[frozenset({"replied"})],
        "late_revision": _longest(disputed, both),
        "silent_desk": _longest(desk, frozenset()),
        "evening": _longest(late, frozenset()),
    }
    for way, days in found.items():
        yield Figure(track, way, days, RECKONED.get((track, way)))


def _longest(ways: Mapping[frozenset[str], int], marks: frozenset[str]) -> int:
    """The longest way with these marks, replied or not."""
    return max(days for taken, days in ways.items() if taken - {"replied"} == marks)


def _revised_early(procedure: Procedure) -> Procedure:
    """The same procedure where the draft is revised not later than the replies."""
    steps = tuple(
        replace(step, until=Done("replied")) if step.key == "revised" else step
        for step in procedure.steps
    )
    return replace(procedure, steps=steps)


# Whose ways are told apart; of any other procedure the one longest is measured.
OWN: Mapping[str, Callable[[Procedure, str], Iterator[Figure]]] = {"npa": figures}

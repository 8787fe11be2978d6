"""The grammar of procedures: steps, clocks, and the points in time and conditions they depend on.

A procedure is data. Its *steps* are owed or open to *roles*; a step's *clock* starts at a *point*
(something done, over, missed) and runs a *term*; *conditions* ask what the rows and the parties of
the case are like. Nothing here belongs to one mechanism: whatever does stands in `law.procedures`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Literal

# --- terms ----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Length:
    """How long a term runs on each track. Units: `wd` working days, `cd` calendar days, `mo` months.

    >>> Length(15, 5, "wd").on("short")
    5
    """

    ordinary: int
    short: int
    unit: str = "wd"

    def on(self, track: str) -> int:
        """The number for a track; a track not known is read as the ordinary one."""
        return self.short if track == "short" else self.ordinary


# --- conditions: what the case is like ------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Has:
    """There are such rows: `remarks`, or `unsettled` ones."""

    rows: Literal["remarks", "unsettled"]


@dataclass(frozen=True, slots=True)
class Takes:
    """A party in this role takes part in the case."""

    role: str


@dataclass(frozen=True, slots=True)
class Filed:
    """The step was taken (or deemed taken) with one of these values; no values: with any."""

    step: str
    values: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Not:
    """The condition does not hold."""

    condition: Condition


@dataclass(frozen=True, slots=True)
class Both:
    """Each of the conditions holds."""

    conditions: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Either:
    """At least one of the conditions holds."""

    conditions: tuple[Condition, ...]


type Condition = Has | Takes | Filed | Not | Both | Either

# --- points: when something comes to pass ---------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Done:
    """The day the step was done or deemed done, the first time (or the last), with such a value."""

    step: str
    values: tuple[str, ...] = ()
    last: bool = False


@dataclass(frozen=True, slots=True)
class Over:
    """The day the step was done by all who owe it, *or their term ended*, whichever was earlier."""

    step: str


@dataclass(frozen=True, slots=True)
class Ended:
    """The last day of the step's term for all whose term has started, done or not."""

    step: str


@dataclass(frozen=True, slots=True)
class Missed:
    """The day the step's term ended with nobody having done it (with `to`: reached none of them)."""

    step: str
    to: str | None = None


@dataclass(frozen=True, slots=True)
class Own:
    """The day the step reached the very party whose clock is asked for."""

    step: str


@dataclass(frozen=True, slots=True)
class ByAll:
    """The day the step was done by all who owe it, towards all; that their term ended is not enough."""

    step: str


@dataclass(frozen=True, slots=True)
class Named:
    """The day that the step names (its value, a date), or the last `moved` after it; it may lie ahead."""

    step: str
    moved: str | None = None


@dataclass(frozen=True, slots=True)
class All:
    """The later of the points; all must have come. Points under a condition that fails are left out."""

    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Any:
    """The earliest of the points that have come."""

    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Latest:
    """The latest of the points that have come."""

    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class When:
    """The point, if the condition holds; otherwise it is not spoken of."""

    condition: Condition
    point: Point


type Leaf = Done | Over | Ended | Missed | Own | ByAll | Named
type Point = Leaf | All | Any | Latest | When

# --- steps ----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Clock:
    """What starts a step's time, and the key of the term it runs (none: open without a term).

    `floor`: (term, step) - the last day is not before that term after the last day of that step
    for the parties reached in time. `stops`: stopped for good by this point, if it came in time; then
    the next clock of the step runs. `renewed`: each further taking of that step in time starts the
    term anew. `before`: the term is counted back from that day (so many full working days must lie
    between), not forward from `after`, which only says since when the step is owed.
    """

    after: Point
    term: str | None = None
    floor: tuple[str, str] | None = None
    stops: Point | None = None
    renewed: str | None = None
    before: Named | None = None


@dataclass(frozen=True, slots=True)
class Silence:
    """What it means that a term passed unused.

    `deemed`: the step counts as done, with this value · `goes_on`: the case goes on without it ·
    `nothing`: it stays owed. `unsettles`: every row it leaves unanswered becomes unsettled.
    """

    kind: Literal["deemed", "goes_on", "nothing"] = "nothing"
    value: str | None = None
    unsettles: bool = False


@dataclass(frozen=True)
class Step:
    """One step of a procedure. Only what differs from the plain case is named.

    Who: `by` roles; `each`: every party in them owes it, otherwise one does for all; `to`: owed
    towards every party in these roles; `answers`: owed once for each filing of that step;
    `substitutes`: roles that may act once the term has passed; `stand_in`: the role that acts
    together where nobody holds the first one.
    What: `values` (the first is read where none or an unknown one is given); `closes`: outcome by
    value ("*" for any); `instead_of`: answers that step in another way.
    When: `clocks` (the first that has started runs); `opens`: may be done from then on, clock or
    not; `until`: not after this point; `when`: owed or open only if.
    How it counts: `duty`, `right`, `consequence`: keys of the sentences of the order (no duty: a
    right, whose silence is no breach); `optional`, `side` (a side road that stops nothing), `repeats`, `anew` (owed
    again after each event that starts its clock), `after_close`;
    `gate`: done before its turn, what it jumped over is a breach `skipped`; `void_late`: no effect
    after the term; `in_turn`: no effect before its turn (a closing step nobody may use early);
    `waits`: its term is a waiting time, its end the event; `prevails`: outranks another ending.
    """

    key: str
    by: tuple[str, ...]
    clocks: tuple[Clock, ...] = ()
    each: bool = False
    to: tuple[str, ...] = ()
    answers: str | None = None
    substitutes: tuple[str, ...] = ()
    stand_in: str | None = None
    values: tuple[str, ...] = ()
    closes: Mapping[str, str] = field(default_factory=dict)
    instead_of: str | None = None
    opens: Point | None = None
    until: Point | None = None
    when: Condition | None = None
    silence: Silence = Silence()
    duty: str | None = None
    right: str | None = None
    consequence: str | None = None
    optional: bool = False
    side: bool = False
    repeats: bool = False
    anew: bool = False
    after_close: bool = False
    gate: bool = False
    void_late: bool = False
    in_turn: bool = False
    waits: bool = False
    prevails: bool = False

    @property
    def on_road(self) -> bool:
        """Whether the case waits for it, so that it can be the stage the case stands at."""
        return not (self.optional or self.side or self.after_close or self.instead_of)

    def outcome(self, value: str | None) -> str | None:
        """How the case ends by this step taken with this value, if it does."""
        return self.closes.get(value or "*") or self.closes.get("*")


@dataclass(frozen=True, slots=True)
class Notice:
    """Sentences of the order shown once a point has come; `clock_key` names a date beside them.

    `kinds`: only for these kinds of act (none: for all); `on_skipped`: only where a step was skipped.
    """

    items: tuple[str, ...]
    after: Point
    kinds: tuple[str, ...] = ()
    on_skipped: bool = False
    clock: Clock | None = None


@dataclass(frozen=True)
class Procedure:
    """A procedure in one edition: its roles, steps and terms.

    `evening_hour`: after it a receipt counts as the next working day's. `silent_steps`: the steps
    whose silence is told as *no opinion submitted*; `reaches`: the step by which a party is reached;
    `goal`: the step up to which the length of the way is measured; `act_kinds`: the kinds of act it
    tells apart (none: it is about no act).
    """

    key: str
    edition: str
    roles: tuple[str, ...]
    steps: tuple[Step, ...]
    terms: Mapping[str, Length]
    evening_hour: int | None = None
    silent_steps: tuple[str, ...] = ()
    reaches: str | None = None
    goal: str = ""
    notices: tuple[Notice, ...] = ()
    act_kinds: tuple[str, ...] = ()

    @cached_property
    def by_key(self) -> Mapping[str, Step]:
        """The steps under their keys."""
        return {step.key: step for step in self.steps}

    @cached_property
    def alternatives(self) -> Mapping[str, tuple[Step, ...]]:
        """Under a step's key, the steps that answer it in another way."""
        keys = {step.instead_of for step in self.steps if step.instead_of}
        return {key: tuple(s for s in self.steps if s.instead_of == key) for key in keys}

    def step(self, key: str) -> Step:
        """The step under this key."""
        return self.by_key[key]

    def with_terms(self, terms: Mapping[str, Length]) -> Procedure:
        """The same procedure with some terms of its own."""
        return replace(self, terms={**self.terms, **terms})


# --- walking over expressions ---------------------------------------------------------------------


def leaves(point: Point) -> Iterator[Leaf]:
    """The simple points inside a point.

    >>> [leaf.step for leaf in leaves(All((Done("a"), When(Has("remarks"), Over("b")))))]
    ['a', 'b']
    """
    if isinstance(point, All | Any | Latest):
        for inner in point.points:
            yield from leaves(inner)
    elif isinstance(point, When):
        yield from leaves(point.point)
    else:
        yield point


def conditions(point: Point) -> Iterator[Condition]:
    """The simple conditions inside a point."""
    if isinstance(point, All | Any | Latest):
        for inner in point.points:
            yield from conditions(inner)
    elif isinstance(point, When):
        yield from simple(point.condition)
        yield from conditions(point.point)


def simple(condition: Condition) -> Iterator[Condition]:
    """The simple conditions inside a condition."""
    if isinstance(condition, Not):
        yield from simple(condition.condition)
    elif isinstance(condition, Both | Either):
        for inner in condition.conditions:
            yield from simple(inner)
    else:
        yield condition


def points(step: Step) -> Iterator[Point]:
    """The points a step depends on."""
    yield from (clock.after for clock in step.clocks)
    more = (step.opens, step.until, *(clock.stops for clock in step.clocks))
    yield from (point for point in more if point is not None)

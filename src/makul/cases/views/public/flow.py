"""Draws a procedure from its own data: one lane a role, a station a step, in the order of the steps."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from makul.core.procedure import Filed, Not, Procedure, Step
from makul.core.procedure.grammar import simple

LANES = (("initiator",), ("facilitator",), ("association", "lsg"), ("decider",), ("appeal_body",))
LEFT, GAP, LANE, DROP = 74, 80, 118, 58
CURVE = 12
LONGEST_LINE = 11  # letters under a station


@dataclass(frozen=True, slots=True)
class Station:
    """A step drawn: its place, its number, its term above it and its name in lines below it."""

    x: int
    y: int
    number: str
    name: str
    lines: tuple[tuple[int, str], ...]
    term: str
    role: str
    is_end: bool = False

    @property
    def above(self) -> int:
        return self.y - 24

    @property
    def middle(self) -> float:
        return self.y + 4.5


@dataclass(frozen=True, slots=True)
class Flow:
    """The whole drawing: lanes (role, top), the main way, the side way, their stations."""

    width: int
    height: int
    lanes: list[tuple[str, int]]
    stations: list[Station]
    side: list[Station]
    way: str
    side_way: str


def is_main(step: Step) -> bool:
    """Whether every case with a dispute takes it: not on a finding or an amendment, not a right lost
    with its term; after the close only what has a term."""
    asked = simple(step.when) if step.when else ()
    is_on_finding = any(isinstance(one, Filed) for one in asked)
    if step.void_late or (is_on_finding and not isinstance(step.when, Not)):
        return False
    if step.after_close:
        return not step.side and not step.answers and any(clock.term for clock in step.clocks)
    return step.on_road


def is_appeal(step: Step) -> bool:
    """The side way: rights on the road that are lost with their term."""
    asked = simple(step.when) if step.when else ()
    return step.on_road and step.void_late and not any(isinstance(one, Filed) for one in asked)


def lane_of(step: Step) -> int:
    return next(n for n, roles in enumerate(LANES) if step.by[0] in roles)


def wrapped(name: str) -> list[str]:
    """The name in short lines, broken between words.

    >>> wrapped("Package accepted")
    ['Package', 'accepted']
    """
    lines: list[str] = []
    for word in name.split():
        if lines and len(lines[-1]) + 1 + len(word) <= LONGEST_LINE:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def path(points: list[tuple[int, int]]) -> str:
    """A line through the points that turns in round corners half way between them."""
    x, y = points[0]
    found = [f"M{x} {y}"]
    for to_x, to_y in points[1:]:
        if to_y == y:
            found.append(f"L{to_x} {to_y}")
        else:
            half, down = (x + to_x) // 2, CURVE if to_y > y else -CURVE
            found.append(f"L{half - CURVE} {y}Q{half} {y} {half} {y + down}")
            found.append(f"L{half} {to_y - down}Q{half} {to_y} {half + CURVE} {to_y}L{to_x} {to_y}")
        x, y = to_x, to_y
    return "".join(found)


def drawn(procedure: Procedure, *, name: Callable[[str], str], term: Callable[[str], str]) -> Flow:
    """The drawing of a procedure; `name` says a step shortly, `term` its time."""
    main = [step for step in procedure.steps if is_main(step)]
    appeal = [step for step in procedure.steps if is_appeal(step)]
    stations = [_station(step, n, name=name, term=term) for n, step in enumerate(main)]
    side = _side(main, stations, appeal, name=name, term=term)
    last = side[-1] if side else None
    start = next((s for s, step in zip(stations, main, strict=True) if step.key == "signed"), None)
    return Flow(
        width=2 * LEFT + GAP * (len(main) - 1),
        height=LANE * len(LANES),
        lanes=[(roles[0], n * LANE + 2) for n, roles in enumerate(LANES)],
        stations=stations,
        side=side,
        way=path([(one.x, one.y) for one in stations]),
        side_way=path([(start.x, start.y), (last.x, last.y)]) if start and last else "",
    )


def _station(
    step: Step, place: int, *, name: Callable[[str], str], term: Callable[[str], str]
) -> Station:
    x, y = LEFT + GAP * place, LANE * lane_of(step) + DROP
    said = name(step.key)
    lines = tuple((y + 33 + 15 * n, line) for n, line in enumerate(wrapped(said)))
    key = step.clocks[0].term if step.clocks else None
    time = term(key) if key else ""
    is_end = step.prevails
    return Station(x, y, str(place + 1), said, lines, time, step.by[0], is_end)


def _side(
    main: list[Step],
    stations: list[Station],
    appeal: list[Step],
    *,
    name: Callable[[str], str],
    term: Callable[[str], str],
) -> list[Station]:
    """The appeal as one station below the signatures, its terms added."""
    keys = [step.key for step in main]
    if not appeal or "signed" not in keys:
        return []
    after = stations[keys.index("signed")]
    y = LANE * (len(LANES) - 1) + DROP
    terms = [term(clock.term) for step in appeal for clock in step.clocks[:1] if clock.term]
    said = name("appealed")
    lines = tuple((y + 33 + 15 * n, line) for n, line in enumerate(wrapped(said)))
    number = f"{after.number}+"
    return [Station(after.x + GAP, y, number, said, lines, added(terms), "appeal_body")]


def added(terms: list[str]) -> str:
    """Terms that follow one another, their unit said once.

    >>> added(["10 w.d.", "15 w.d."])
    '10 + 15 w.d.'
    """
    return " + ".join([*(term.split()[0] for term in terms[:-1]), *terms[-1:]])

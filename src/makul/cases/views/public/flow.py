"""Draws a procedure from its own data: one lane a role, a station a step, in the order of the steps."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from makul.core.procedure import Filed, Not, Procedure, Step
from makul.core.procedure.grammar import leaves, simple

# Lanes from top to bottom; a lane stands where one of its roles takes part. Others come below.
LANES = (
    ("initiator",),
    ("government",),
    ("committee",),
    ("facilitator",),
    ("expert", "replacement", "recused"),
    ("association", "lsg"),
    ("invited",),
    ("decider",),
    ("appeal_body",),
)
LEFT, GAP, DROP = 74, 80, 58
CURVE = 12
BROAD = 1188  # a drawing is never narrower: fewer stations stand farther apart
BELOW, LINE, LINES = 90, 15, 2  # a lane without the lines under its stations; each line; at least
A_LETTER, LONGEST = 7.2, 19  # a longer line would leave the sheet at its ends


type Lanes = Sequence[tuple[str, ...]]


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
    """The whole drawing: lanes (roles, top), the main way, the side way, their stations."""

    width: int
    height: int
    lane_height: int
    lanes: list[tuple[tuple[str, ...], int]]
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


def lanes_of(roles: Sequence[str]) -> list[tuple[str, ...]]:
    """The lanes of those who take part, each with the roles that act in it.

    >>> lanes_of(("lsg", "association", "initiator"))
    [('initiator',), ('association', 'lsg')]
    """
    known = [tuple(one for one in lane if one in roles) for lane in LANES]
    placed = {role for lane in LANES for role in lane}
    return [lane for lane in known if lane] + [(role,) for role in roles if role not in placed]


def by_lane(roles: Sequence[str]) -> list[str]:
    """Those who take part in the order of their lanes."""
    return [role for lane in lanes_of(roles) for role in lane]


def lane_of(step: Step, lanes: Lanes) -> int:
    return next(n for n, roles in enumerate(lanes) if step.by[0] in roles)


def wrapped(name: str, longest: int = 11) -> list[str]:
    """The name in short lines of so many letters, broken between words.

    >>> wrapped("Package accepted")
    ['Package', 'accepted']
    """
    lines: list[str] = []
    for word in name.split():
        if lines and len(lines[-1]) + 1 + len(word) <= longest:
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


def letters_in(gap: int) -> int:
    """How many letters of a name stand in a line under a station.

    >>> letters_in(80), letters_in(400)
    (11, 19)
    """
    return min(int(gap / A_LETTER), LONGEST)


@dataclass(frozen=True, slots=True)
class Sheet:
    """What the stations are placed by: how far apart, how high a lane, how names are said and broken."""

    lanes: Lanes
    gap: int
    lane: int
    name: Callable[[str], str]
    term: Callable[[str], str]

    @property
    def letters(self) -> int:
        return letters_in(self.gap)

    def lines(self, step: Step, y: int) -> tuple[tuple[int, str], ...]:
        said = wrapped(self.name(step.key), self.letters)
        return tuple((y + 33 + LINE * n, line) for n, line in enumerate(said))

    def level(self, step: Step) -> int:
        return self.lane * lane_of(step, self.lanes) + DROP


def drawn(procedure: Procedure, *, name: Callable[[str], str], term: Callable[[str], str]) -> Flow:
    """The drawing of a procedure; `name` says a step shortly, `term` its time."""
    main = [step for step in procedure.steps if is_main(step)]
    appeal = [step for step in procedure.steps if is_appeal(step)]
    sheet = sheet_of(main, appeal, name=name, term=term)
    stations = [_station(step, n, sheet) for n, step in enumerate(main)]
    by_key = {step.key: station for step, station in zip(main, stations, strict=True)}
    start = _before(appeal, by_key)
    side = _side(start, appeal, sheet) if start else []
    return Flow(
        width=2 * LEFT + sheet.gap * (len(main) - 1),
        height=sheet.lane * len(sheet.lanes),
        lane_height=sheet.lane - 6,
        lanes=[(roles, n * sheet.lane + 2) for n, roles in enumerate(sheet.lanes)],
        stations=stations,
        side=side,
        way=path([(one.x, one.y) for one in stations]),
        side_way=path([(start.x, start.y), (side[-1].x, side[-1].y)]) if start and side else "",
    )


def sheet_of(
    main: Sequence[Step],
    appeal: Sequence[Step],
    *,
    name: Callable[[str], str],
    term: Callable[[str], str],
) -> Sheet:
    """Lanes of those who act on the drawing alone; stations as far apart as the breadth allows."""
    gap = max(GAP, (BROAD - 2 * LEFT) // max(len(main) - 1, 1))
    lanes = lanes_of(list(dict.fromkeys(step.by[0] for step in (*main, *appeal))))
    most = max((len(wrapped(name(one.key), letters_in(gap))) for one in main), default=0)
    return Sheet(lanes, gap, BELOW + LINE * max(LINES, most), name, term)


def _station(step: Step, place: int, sheet: Sheet) -> Station:
    x, y = LEFT + sheet.gap * place, sheet.level(step)
    key = step.clocks[0].term if step.clocks else None
    time = sheet.term(key) if key else ""
    lines = sheet.lines(step, y)
    number, said = str(place + 1), sheet.name(step.key)
    return Station(x, y, number, said, lines, time, step.by[0], step.prevails)


def _before(appeal: Sequence[Step], stations: Mapping[str, Station]) -> Station | None:
    """The station that the side way leaves from: the step its first clock waits for."""
    waited = [
        leaf.step for step in appeal[:1] for clock in step.clocks for leaf in leaves(clock.after)
    ]
    return next((stations[key] for key in waited if key in stations), None)


def _side(start: Station, appeal: Sequence[Step], sheet: Sheet) -> list[Station]:
    """The appeal as one station in the lane of who decides it, its terms added."""
    first, last = appeal[0], appeal[-1]
    y = sheet.level(last)
    terms = [sheet.term(clock.term) for step in appeal for clock in step.clocks[:1] if clock.term]
    said, lines = sheet.name(first.key), sheet.lines(first, y)
    number, role = f"{start.number}+", last.by[0]
    return [Station(start.x + sheet.gap, y, number, said, lines, added(terms), role)]


def added(terms: list[str]) -> str:
    """Terms that follow one another, their unit said once.

    >>> added(["10 w.d.", "15 w.d."])
    '10 + 15 w.d.'
    """
    return " + ".join([*(term.split()[0] for term in terms[:-1]), *terms[-1:]])

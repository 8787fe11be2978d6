"""A procedure drawn from its own data: a lane for each role, a station for each step, its term above.

Drawn with presentation attributes and classes only, so that a strict content policy lets it be.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from xml.sax.saxutils import escape

from makul.core.procedure import Procedure, Step
from makul.core.procedure.grammar import leaves
from makul.law.procedures.table import say
from makul.law.procedures.words import name

LANE, GAP, LEFT, COLUMN, RADIUS = 96, 6, 150, 92, 13
LETTERS = 16  # in a line under a station
ON_PAPER = 9  # stations on one sheet of paper, so that they can be read


@dataclass(frozen=True, slots=True)
class _Part:
    """The stations drawn on one sheet: all of a procedure, or some of them in a row."""

    procedure: Procedure
    steps: tuple[Step, ...]
    language: str
    track: str
    roles: tuple[str, ...]

    @property
    def height(self) -> int:
        return (LANE + GAP) * len(self.roles)

    @property
    def width(self) -> int:
        return LEFT + COLUMN * len(self.steps) + 20

    def at(self, step: Step) -> tuple[int, int]:
        """Where a station lies; one of an earlier sheet lies on the left edge."""
        y = self.lane(step.by[0]) + 38
        if step not in self.steps:
            return LEFT - 6, y
        return LEFT + COLUMN * self.steps.index(step) + COLUMN // 2, y

    def lane(self, role: str) -> int:
        return self.roles.index(role) * (LANE + GAP)

    def number(self, step: Step) -> int:
        return self.procedure.steps.index(step) + 1


def svg(procedure: Procedure, *, language: str, track: str = "ordinary") -> str:
    """The diagram as an SVG document; side ways and optional steps are dashed.

    >>> from makul.law.procedures import procedure
    >>> svg(procedure(), language="ru").startswith('<svg xmlns="http://www.w3.org/2000/svg" class="flow"')
    True
    """
    return _drawn(_Part(procedure, procedure.steps, language, track, procedure.roles))


@dataclass(frozen=True, slots=True)
class Sheet:
    """A drawing of some steps in a row. Units: `tallness` is the height in parts of the width."""

    svg: str
    steps: tuple[Step, ...]
    tallness: float


def sheets(
    procedure: Procedure, *, language: str, track: str = "ordinary", most: int = ON_PAPER
) -> tuple[Sheet, ...]:
    """The diagram parted into sheets that can be read on paper, each with the lanes it needs.

    A way that comes from an earlier sheet begins on the left edge, with the numbers it comes from.

    >>> from makul.law.procedures import procedure
    >>> [len(sheet.steps) for sheet in sheets(procedure(), language="ky", most=12)]
    [11, 11, 10]
    """
    count = -(-len(procedure.steps) // most)
    size, longer = divmod(len(procedure.steps), count)
    starts = [number * size + min(number, longer) for number in range(count + 1)]
    found = []
    for start, end in itertools.pairwise(starts):
        steps = procedure.steps[start:end]
        roles = {step.by[0] for one in steps for step in (one, *_sources(procedure, one))}
        kept = tuple(role for role in procedure.roles if role in roles)
        part = _Part(procedure, steps, language, track, kept)
        found.append(Sheet(_drawn(part), steps, part.height / part.width))
    return tuple(found)


def _sources(procedure: Procedure, step: Step) -> list[Step]:
    """The steps that start a clock of this one."""
    keys = {leaf.step for clock in step.clocks for leaf in leaves(clock.after)}
    return [procedure.step(key) for key in sorted(keys)]


def _drawn(sheet: _Part) -> str:
    procedure = sheet.procedure
    parts = [
        '<svg xmlns="http://www.w3.org/2000/svg" class="flow" '
        f'viewBox="0 0 {sheet.width} {sheet.height}" '
        'role="img" font-family="sans-serif" font-size="11">',
        f"<title>{escape(procedure.key)} {escape(procedure.edition)}</title>",
        *_lanes(sheet),
        *_ways(sheet),
        *_stations(sheet),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def _lanes(sheet: _Part) -> Iterator[str]:
    for role in sheet.roles:
        top = sheet.lane(role)
        yield (
            f'<rect class="lane" x="1" y="{top + 1}" width="{sheet.width - 2}" height="{LANE}" rx="4" '
            f'fill="none" stroke="currentColor" stroke-opacity="0.25"/>'
        )
        named = name("role", role, language=sheet.language)
        yield from _lines(named, 8, top + 18, "lane-t", 22, "start")


def _ways(sheet: _Part) -> Iterator[str]:
    """A line from each step to those whose clock it starts."""
    before: dict[str, set[int]] = {}
    for step in sheet.steps:
        for source in _sources(sheet.procedure, step):
            (x1, y1), (x2, y2) = sheet.at(source), sheet.at(step)
            kind = "side-way" if step.side or step.optional else "way"
            dash = ' stroke-dasharray="4 3"' if kind == "side-way" else ""
            middle = (x1 + x2) // 2
            if source not in sheet.steps:
                before.setdefault(source.by[0], set()).add(sheet.number(source))
            yield (
                f'<path class="{kind}" d="M{x1} {y1}C{middle} {y1} {middle} {y2} {x2} {y2}" '
                f'fill="none" stroke="currentColor" stroke-opacity="0.35"{dash}/>'
            )
    for role, numbers in before.items():
        said = ", ".join(map(str, sorted(numbers))) + " →"
        y = sheet.lane(role) + 42
        yield f'<text class="nr" x="{LEFT - 10}" y="{y}" text-anchor="end">{said}</text>'


def _stations(sheet: _Part) -> Iterator[str]:
    for step in sheet.steps:
        x, y = sheet.at(step)
        kind = "st end" if step.closes else "st"
        fill = "currentColor" if step.closes else "white"
        yield (
            f'<circle class="{kind}" cx="{x}" cy="{y}" r="{RADIUS}" fill="{fill}" '
            f'stroke="currentColor"/>'
        )
        on = ' fill="white"' if step.closes else ""
        yield (
            f'<text class="nr" x="{x}" y="{y + 4}" text-anchor="middle"{on}>'
            f"{sheet.number(step)}</text>"
        )
        term = _term(sheet, step)
        if term:
            yield (
                f'<text class="t m" x="{x}" y="{y - RADIUS - 6}" text-anchor="middle" '
                f'font-size="10">{escape(term)}</text>'
            )
        title = name("step", step.key, language=sheet.language)
        yield from _lines(title, x, y + RADIUS + 12, "m", LETTERS, "middle")


def _term(sheet: _Part, step: Step) -> str:
    terms = [sheet.procedure.terms[clock.term] for clock in step.clocks if clock.term]
    said = [say("unit", t.unit, sheet.language, n=str(t.on(sheet.track))) for t in terms]
    return " / ".join(said)


def _lines(text: str, x: int, y: int, kind: str, letters: int, anchor: str) -> Iterator[str]:
    """A text broken into short lines, one under the other, white around it where a way passes under."""
    lines = [""]
    for word in text.split():
        if lines[-1] and len(lines[-1]) + 1 + len(word) > letters:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    for row, line in enumerate(lines):
        yield (
            f'<text class="{kind}" x="{x}" y="{y + 12 * row}" text-anchor="{anchor}" '
            f'font-size="10" stroke="white" stroke-width="3" stroke-linejoin="round" '
            f'paint-order="stroke">{escape(line)}</text>'
        )

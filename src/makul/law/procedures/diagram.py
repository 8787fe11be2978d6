"""A procedure drawn from its own data: a lane for each role, a station for each step, its term above.

Drawn with presentation attributes and classes only, so that a strict content policy lets it be.
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.sax.saxutils import escape

from makul.core.procedure import Procedure, Step
from makul.core.procedure.grammar import leaves
from makul.law.procedures.table import say
from makul.law.procedures.words import name

LANE, GAP, LEFT, COLUMN, RADIUS = 96, 6, 150, 92, 13
LETTERS = 13  # in a line under a station


def svg(procedure: Procedure, *, language: str, track: str = "ordinary") -> str:
    """The diagram as an SVG document; side ways and optional steps are dashed.

    >>> from makul.law.procedures import procedure
    >>> svg(procedure(), language="ru").startswith('<svg xmlns="http://www.w3.org/2000/svg" class="flow"')
    True
    """
    width = LEFT + COLUMN * len(procedure.steps) + 20
    height = (LANE + GAP) * len(procedure.roles)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" class="flow" viewBox="0 0 {width} {height}" '
        f'role="img" font-family="sans-serif" font-size="11">',
        f"<title>{escape(procedure.key)} {escape(procedure.edition)}</title>",
        *_lanes(procedure, language, width),
        *_ways(procedure),
        *_stations(procedure, language, track),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def _lanes(procedure: Procedure, language: str, width: int) -> Iterator[str]:
    for role in procedure.roles:
        top = _lane(procedure, role)
        yield (
            f'<rect class="lane" x="0" y="{top}" width="{width}" height="{LANE}" rx="4" '
            f'fill="none" stroke="currentColor" stroke-opacity="0.25"/>'
        )
        yield from _lines(name("role", role, language=language), 8, top + 18, "lane-t", 22, "start")


def _ways(procedure: Procedure) -> Iterator[str]:
    """A line from each step to those whose clock it starts."""
    for step in procedure.steps:
        froms = {leaf.step for clock in step.clocks for leaf in leaves(clock.after)}
        for key in sorted(froms):
            (x1, y1), (x2, y2) = _at(procedure, procedure.step(key)), _at(procedure, step)
            kind = "side-way" if step.side or step.optional else "way"
            dash = ' stroke-dasharray="4 3"' if kind == "side-way" else ""
            middle = (x1 + x2) // 2
            yield (
                f'<path class="{kind}" d="M{x1} {y1}C{middle} {y1} {middle} {y2} {x2} {y2}" '
                f'fill="none" stroke="currentColor" stroke-opacity="0.35"{dash}/>'
            )


def _stations(procedure: Procedure, language: str, track: str) -> Iterator[str]:
    for number, step in enumerate(procedure.steps, 1):
        x, y = _at(procedure, step)
        kind = "st end" if step.closes else "st"
        fill = "currentColor" if step.closes else "white"
        yield (
            f'<circle class="{kind}" cx="{x}" cy="{y}" r="{RADIUS}" fill="{fill}" '
            f'stroke="currentColor"/>'
        )
        on = ' fill="white"' if step.closes else ""
        yield f'<text class="nr" x="{x}" y="{y + 4}" text-anchor="middle"{on}>{number}</text>'
        term = _term(procedure, step, language, track)
        if term:
            yield (
                f'<text class="t m" x="{x}" y="{y - RADIUS - 6}" text-anchor="middle" '
                f'font-size="10">{escape(term)}</text>'
            )
        title = name("step", step.key, language=language)
        yield from _lines(title, x, y + RADIUS + 12, "m", LETTERS, "middle")


def _term(procedure: Procedure, step: Step, language: str, track: str) -> str:
    terms = [procedure.terms[clock.term] for clock in step.clocks if clock.term]
    said = [say("unit", t.unit, language, n=str(t.on(track))) for t in terms]
    return " / ".join(said)


def _lane(procedure: Procedure, role: str) -> int:
    return procedure.roles.index(role) * (LANE + GAP)


def _at(procedure: Procedure, step: Step) -> tuple[int, int]:
    column = procedure.steps.index(step)
    return LEFT + COLUMN * column + COLUMN // 2, _lane(procedure, step.by[0]) + 38


def _lines(text: str, x: int, y: int, kind: str, letters: int, anchor: str) -> Iterator[str]:
    """A text broken into short lines, one under the other."""
    lines = [""]
    for word in text.split():
        if lines[-1] and len(lines[-1]) + 1 + len(word) > letters:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    for row, line in enumerate(lines[:4]):
        yield (
            f'<text class="{kind}" x="{x}" y="{y + 12 * row}" text-anchor="{anchor}" '
            f'font-size="10">{escape(line)}</text>'
        )

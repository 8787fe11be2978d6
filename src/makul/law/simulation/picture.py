"""The picture of a simulation: sets of terms side by side, drawn on the same scales.

Five pairs of charts: how long the way was, which terms were not kept, the hours of the desk by week,
the cases open, and what each local body spends. Attributes only, no style, so that it goes anywhere.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any
from xml.sax.saxutils import escape

from makul.core.simulation.figures import share, steps_of
from makul.law.procedures.words import name
from makul.law.simulation.table import Report, busiest, not_kept
from makul.law.simulation.words import number, percent, word

COLUMN, GAP, LEFT, TOP = 500, 40, 52, 118
LINE, NOTE, BELOW = (
    18,
    40,
    46,
)  # of a head; the note and the unit under it; what stands under a chart
LETTERS = 58  # in a line of a head
INK, QUIET, GRID, FIRST, SECOND, MARK = (
    *("#1d2430", "#5b6472", "#dfe3e8"),
    *("#24597a", "#a9c3d3", "#a33b20"),
)
HOURS_WIDE = 50  # hours a year in a bar
KEYS = ("median", "p90")

type Chart = Callable[[Report, float], Iterator[str]]
type Panel = tuple[list[str], int, Chart]


def picture(
    reports: Sequence[Report], *, title: str, heads: Sequence[str], note: str, language: str
) -> str:
    """The picture as an SVG document. Shape: one report and one head for each set of terms."""
    panels = [
        (wrap(head, LETTERS), high, chart) for head, high, chart in _panels(reports, language)
    ]
    width = len(reports) * (COLUMN + GAP) + GAP
    height = TOP + sum(_tall(panel) for panel in panels)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" '
        f'height="{height}" role="img" font-family="Noto Sans, DejaVu Sans, sans-serif" font-size="13">',
        f"<title>{escape(title)}</title>",
        f'<rect width="{width}" height="{height}" fill="#ffffff"/>',
        _text(GAP, 36, title, size=20, bold=True),
        _text(GAP, 60, note, fill=QUIET),
    ]
    for place, (report, head) in enumerate(zip(reports, heads, strict=True)):
        left = GAP + place * (COLUMN + GAP)
        parts.append(_text(left, 94, _short(head, 62), size=15, bold=True, fill=FIRST))
        parts += _column(report, panels, left)
    return "\n".join([*parts, "</svg>"]) + "\n"


def _column(report: Report, panels: Sequence[Panel], left: int) -> Iterator[str]:
    """The charts of one set of terms, one under the other."""
    top = TOP
    for panel in panels:
        head, high, chart = panel
        yield f'<g transform="translate({left} {top})">'
        for place, line in enumerate(head):
            yield _text(0, 16 + LINE * place, line, bold=True)
        yield f'<g transform="translate(0 {LINE * len(head) + NOTE})">'
        yield from chart(report, high)
        yield "</g></g>"
        top += _tall(panel)


def _tall(panel: Panel) -> int:
    head, high, _ = panel
    return LINE * len(head) + NOTE + high + BELOW


def _panels(reports: Sequence[Report], language: str) -> Iterator[tuple[str, int, Chart]]:
    """Each chart with its head and height; the scales are those of all sets together."""
    goal = name("step", str(reports[0]["days"]["goal"]), language=language)
    yield word("way", language, step=goal), 150, _way(reports, language)
    roles = list(dict.fromkeys(row[0] for one in reports for row in not_kept(one)))
    yield word("lateness", language), 26 * len(roles) - 6, _late(roles, language)
    role = _desk_role(reports[0])
    title = name("role", role, language=language)
    yield word("hours_by_week", language, role=title), 120, _hours(reports, role, language)
    yield word("open_by_week", language), 120, _open(reports, language)
    if any(one["bodies"]["asks"] for one in reports):
        yield word("hours_of_bodies", language), 130, _spent(reports, language)


def _desk_role(report: Report) -> str:
    """The role whose desk sends the letters, or has the most work where none does."""
    found = max(report["desks"], key=lambda desk: (desk["letters"], desk["hours"]))
    return str(found["role"])


# --- the charts -----------------------------------------------------------------------------------


def _way(reports: Sequence[Report], language: str) -> Chart:
    bars = [one["days"]["distribution"] for one in reports]
    high = max((count for found in bars for _, count in found), default=1)
    far = max((start + 10 for found in bars for start, _ in found), default=10)

    def chart(report: Report, height: float) -> Iterator[str]:
        yield from _axes(height, high, word("count_of_drafts", language))
        found = report["days"]["distribution"]
        yield from _bars(found, 10, far=far, high=high, height=height)
        yield from _along(far, height, word("days", language), every=10 if far <= 120 else 20)
        told = report["days"]["to_goal"]["all"]
        if told["n"]:
            for key, dash in zip(KEYS, ("", ' stroke-dasharray="5 3"'), strict=True):
                x = _x(told[key], far)
                yield (
                    f'<line x1="{x:.1f}" x2="{x:.1f}" y1="-6" y2="{height}" stroke="{MARK}" '
                    f'stroke-width="2"{dash}/>'
                )
            parts = [f"{word(key, language)}: {number(told[key], language)}" for key in KEYS]
            yield _note(" · ".join(parts))

    return chart


def _late(roles: Sequence[str], language: str) -> Chart:
    room, start = 150, 190

    def chart(report: Report, height: float) -> Iterator[str]:
        found = {(role, duty): (part, whole) for role, duty, part, whole in not_kept(report)}
        for at, role in enumerate(roles):
            top = at * 26 - 26  # nothing stands between the head and the bars
            yield _text(0, top + 14, _short(name("role", role, language=language), 26))
            for duty, fill, shift in ((True, FIRST, 0), (False, SECOND, 11)):
                part, whole = found.get((role, duty), (0, 0))
                if not whole:
                    continue
                wide = room * part / whole
                yield _box(start, top + 2 + shift, max(wide, 1), 9, fill)
                said = word(
                    "of_owed", language, part=number(part, language), whole=number(whole, language)
                )
                said = f"{percent(share(part, whole))} ({said})"
                yield _text(start + wide + 6, top + 11 + shift, said, size=10, fill=QUIET)
        yield from _legend(height, language)

    return chart


def _legend(height: float, language: str) -> Iterator[str]:
    for place, (key, fill) in enumerate((("duty", FIRST), ("right", SECOND))):
        y = height - 4 + 15 * place
        yield _box(0, y - 8, 10, 9, fill)
        yield _text(16, y, word(key, language), size=11, fill=QUIET)


def _hours(reports: Sequence[Report], role: str, language: str) -> Chart:
    series = [busiest(one, role)["by_week"]["hours"] for one in reports]
    limits = [_hours_a_week(busiest(one, role), one) for one in reports]
    high = max([1.0, *(max(one, default=0) for one in series), *filter(None, limits)])
    far = _weeks(reports)

    def chart(report: Report, height: float) -> Iterator[str]:
        yield from _axes(height, high, word("hours", language))
        desk = busiest(report, role)
        points = list(enumerate(desk["by_week"]["hours"][:far]))
        yield from _bars(points, 1, far=far, high=high, height=height)
        limit = _hours_a_week(desk, report)
        if limit:
            y = height - height * limit / high
            yield (
                f'<line x1="{LEFT}" x2="{COLUMN}" y1="{y:.1f}" y2="{y:.1f}" stroke="{MARK}" '
                'stroke-dasharray="5 3"/>'
            )
            yield _note(f"{word('had', language)}: {number(limit, language)}")
        yield from _along(far, height, word("week", language), every=_every(far))

    return chart


def _hours_a_week(desk: dict[str, Any], report: Report) -> float | None:
    """The hours an office has in a full week."""
    had = desk["hours_per_day"]
    return float(had) * 5 if had else None


def _open(reports: Sequence[Report], language: str) -> Chart:
    high = max([1, *(max(one["open_by_week"], default=0) for one in reports)])
    far = _weeks(reports)

    def chart(report: Report, height: float) -> Iterator[str]:
        yield from _axes(height, high, word("count_of_drafts", language))
        points = list(enumerate(report["open_by_week"][:far]))
        yield from _bars(points, 1, far=far, high=high, height=height)
        yield from _along(far, height, word("week", language), every=_every(far))

    return chart


def _spent(reports: Sequence[Report], language: str) -> Chart:
    found = [_spending(one) for one in reports]
    high = max((count for one in found for _, count in one), default=1)
    far = max((start + HOURS_WIDE for one in found for start, _ in one), default=HOURS_WIDE)

    def chart(report: Report, height: float) -> Iterator[str]:
        yield from _axes(height, high, word("count_of_bodies", language))
        yield from _bars(_spending(report), HOURS_WIDE, far=far, high=high, height=height)
        every = HOURS_WIDE * max(1, far // HOURS_WIDE // 8)
        yield from _along(far, height, word("hours", language), every=every)
        told = report["bodies"]
        part = share(told["for_want_of_hours"], told["asks"])
        parts = [f"{word('answered', language)}: {percent(share(told['answered'], told['asks']))}"]
        parts.append(f"{word('for_want_of_hours', language)}: {percent(part)}")
        yield _note(" · ".join(parts))

    return chart


def _spending(report: Report) -> list[tuple[int, int]]:
    return steps_of([one["hours_a_year"] for one in report["bodies"]["each"]], width=HOURS_WIDE)


def _weeks(reports: Sequence[Report]) -> int:
    """The weeks worth drawing: until nine of ten drafts have ended."""
    longest = 1
    for one in reports:
        total, peak = sum(one["open_by_week"]), 0
        for week, count in enumerate(one["open_by_week"], 1):
            peak += count
            if peak >= 0.95 * total:
                longest = max(longest, week)
                break
    return longest


def _every(far: int) -> int:
    return next(step for step in (4, 13, 26, 52, 104, 520) if far / step <= 10)


# --- marks ----------------------------------------------------------------------------------------


def _x(value: float, far: float) -> float:
    return LEFT + (COLUMN - LEFT) * value / far


def _bars(
    found: Sequence[Sequence[float]], wide: float, *, far: float, high: float, height: float
) -> Iterator[str]:
    each = (COLUMN - LEFT) * wide / far
    for start, count in found:
        if count:
            tall = height * count / high
            yield _box(_x(start, far) + 0.5, height - tall, max(each - 1, 0.6), tall, FIRST)


def _axes(height: float, high: float, said: str) -> Iterator[str]:
    """Lines at nothing, half and the whole height, with their numbers."""
    for part in (0, 0.5, 1):
        y = height - height * part
        yield f'<line x1="{LEFT}" x2="{COLUMN}" y1="{y:.1f}" y2="{y:.1f}" stroke="{GRID}"/>'
        yield _text(LEFT - 6, y + 4, number(round(high * part)), size=11, fill=QUIET, anchor="end")
    yield _text(0, -9, said, size=11, fill=QUIET)


def _along(far: int, height: float, said: str, *, every: int) -> Iterator[str]:
    for value in range(0, far + 1, every):
        yield _text(_x(value, far), height + 15, str(value), size=11, fill=QUIET, anchor="middle")
    yield _text(COLUMN, height + 28, said, size=11, fill=QUIET, anchor="end")


def _note(said: str) -> str:
    """What stands between the head of a chart and the chart."""
    return _text(0, -26, said, fill=MARK)


def _box(x: float, y: float, wide: float, tall: float, fill: str) -> str:
    return f'<rect x="{x:.1f}" y="{y:.1f}" width="{wide:.1f}" height="{tall:.1f}" fill="{fill}"/>'


def _text(
    x: float,
    y: float,
    said: str,
    *,
    size: int = 13,
    bold: bool = False,
    fill: str = INK,
    anchor: str = "start",
) -> str:
    weight = ' font-weight="bold"' if bold else ""
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size}" fill="{fill}" text-anchor="{anchor}"'
        f"{weight}>{escape(said)}</text>"
    )


def _short(said: str, letters: int) -> str:
    return said if len(said) <= letters else said[: letters - 1].rstrip() + "…"


def wrap(said: str, letters: int) -> list[str]:
    """A sentence in lines of at most so many letters, broken between words.

    >>> wrap("Working days to the end", 14)
    ['Working days', 'to the end']
    """
    lines = [""]
    for one in said.split():
        if lines[-1] and len(lines[-1]) + 1 + len(one) > letters:
            lines.append("")
        lines[-1] = f"{lines[-1]} {one}".strip()
    return lines

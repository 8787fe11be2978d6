"""The map of places: outlines an operator loaded, drawn to one scale, each with its share."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import cos, radians
from typing import Any
from zlib import crc32

from django.utils.translation import gettext as _

from makul.parties.models import Boundary
from makul.web.parts.dates import percent

WIDTH = 720
LETTER = 7.5  # of a name written on the map, on average
LABEL = 46  # a per cent needs this much room inside its place
SCANS = 24  # lines laid through a place to find where it is widest
LEVELS = ((4, 0.9), (3, 0.75), (2, 0.6), (1, 0.0))

Point = Sequence[float]
Ring = Sequence[Point]


def drawn(rows: Sequence[Mapping[str, Any]]) -> dict[str, Any] | None:
    """The map of these rows, or nothing where the boundary of one of them is not known."""
    codes = {str(row["code"]) for row in rows}
    if not codes:
        return None
    rings = dict(Boundary.objects.filter(code__in=codes).values_list("code", "rings"))
    if set(rings) != codes or not all(rings.values()):
        return None
    scale = Scale.of(rings.values())
    places = [_place(row, scale.flat(rings[str(row["code"])])) for row in rows]
    return {
        "id": f"m{crc32(' '.join(sorted(codes)).encode()):08x}",
        "width": WIDTH,
        "height": scale.height,
        "places": sorted(places, key=lambda place: -place["size"]),
        "words": ", ".join(f"{row['name']} {row['percent']}" for row in rows),
        "legend": _legend({place["level"] for place in places}),
    }


class Scale:
    """Degrees to the units of the drawing: east to the right, true to the middle latitude."""

    def __init__(self, west: float, south: float, east: float, north: float) -> None:
        self.west, self.north = west, north
        self.squeeze = cos(radians((south + north) / 2))
        self.per_degree = WIDTH / max((east - west) * self.squeeze, 1e-9)
        self.height = max(round((north - south) * self.per_degree), 1)

    @classmethod
    def of(cls, places: Any) -> Scale:
        points = [point for rings in places for ring in rings for point in ring]
        xs, ys = [point[0] for point in points], [point[1] for point in points]
        return cls(min(xs), min(ys), max(xs), max(ys))

    def flat(self, rings: Sequence[Ring]) -> list[list[tuple[float, float]]]:
        return [
            [
                (
                    (x - self.west) * self.squeeze * self.per_degree,
                    (self.north - y) * self.per_degree,
                )
                for x, y in ring
            ]
            for ring in rings
        ]


def _place(row: Mapping[str, Any], rings: list[list[tuple[float, float]]]) -> dict[str, Any]:
    """One place: its way, its level, and where its per cent is written, if there is room."""
    way = "".join("M" + "L".join(f"{x:.0f} {y:.0f}" for x, y in ring) + "z" for ring in rings)
    spot = widest(rings)
    label = written_at(spot, name=str(row["name"])) if spot[2] >= LABEL else None
    share = row["share"]
    level = 0 if share is None else next(n for n, least in LEVELS if share >= least)
    return {**row, "way": way, "label": label, "level": level, "size": spot[2]}


def written_at(spot: tuple[float, float, float], *, name: str) -> dict[str, str]:
    """Where the per cent is written, and above it the name where there is room for it.

    >>> written_at((100, 50, 80), name="Жалал-Абад облусу")
    {'x': '100', 'y': '55', 'above': ''}
    """
    x, y, long = spot
    is_named = len(name) * LETTER <= long
    return {
        "x": f"{x:.0f}",
        "y": f"{y + (13 if is_named else 5):.0f}",
        "above": f"{y - 4:.0f}" if is_named else "",
    }


def widest(rings: Sequence[Ring]) -> tuple[float, float, float]:
    """The middle of the longest level line that lies inside, and its length.

    >>> widest([[(0, 0), (10, 0), (10, 4), (0, 4)]])
    (5.0, 2.0, 10.0)
    """
    ys = [point[1] for ring in rings for point in ring]
    low, high = min(ys), max(ys)
    best, best_score = (0.0, 0.0, 0.0), -1.0
    for n in range(1, SCANS + 1):
        # A little off the grid, so that no line runs along an edge.
        y = low + (high - low) * (n + 0.48) / (SCANS + 1)
        for left, right in _inside(rings, y):
            # Of lines equally long the one nearest the middle of the place reads best.
            score = (right - left) * (1 - abs((y - low) / ((high - low) or 1) - 0.5))
            if score > best_score:
                best, best_score = (round((left + right) / 2, 2), round(y, 2), right - left), score
    return best


def _inside(rings: Sequence[Ring], y: float) -> list[tuple[float, float]]:
    """The parts of a level line that lie inside the rings: between each odd and even crossing."""
    crossings = sorted(
        a[0] + (b[0] - a[0]) * (y - a[1]) / (b[1] - a[1])
        for ring in rings
        for a, b in zip(ring, [*ring[1:], ring[0]], strict=True)
        if (a[1] > y) != (b[1] > y)
    )
    return list(zip(crossings[::2], crossings[1::2], strict=False))


def _legend(levels: set[int]) -> list[dict[str, Any]]:
    """What each hatching says, the best first; only those on the map."""
    words = {
        4: _("{least} and more").format(least=percent(0.9)),
        3: _("{least} to {most}").format(least=percent(0.75), most=percent(0.9)),
        2: _("{least} to {most}").format(least=percent(0.6), most=percent(0.75)),
        1: _("under {least}").format(least=percent(0.6)),
        0: _("nobody asked"),
    }
    return [{"level": level, "words": words[level]} for level in words if level in levels]

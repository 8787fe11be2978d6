"""Reading boundaries an operator was given: a GeoJSON file into checked and simplified outlines."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from makul.core.errors import BadInput

LARGEST_MB = 20
MOST_PLACES = 2_000
MOST_POINTS = 160  # of one place, after simplifying
TOLERANCE = 0.005  # degrees, about 500 m: less than a stroke of the map shows
SMALLEST = 0.0005  # square degrees: what would be a speck is left out, unless it is all there is

Point = tuple[float, float]
Ring = list[Point]


@dataclass(frozen=True, slots=True)
class Outline:
    """The boundary of one place: its rings, holes among them, in degrees."""

    code: str
    rings: tuple[tuple[Point, ...], ...]


def read_boundaries(file: Path, *, code: str = "code") -> tuple[Outline, ...]:
    """The outlines in a GeoJSON file (WGS 84), each under the property named `code`.

    Raises: BadInput `no_file`, `too_big`, `not_json`, `boundaries_wrong` with `where` and `why`.
    """
    data = _data(file)
    features = data.get("features") if isinstance(data, dict) else None
    if not isinstance(features, list) or not features:
        raise BadInput("boundaries_wrong", where=file.name, why="it is no FeatureCollection")
    if len(features) > MOST_PLACES:
        raise BadInput("boundaries_wrong", where=file.name, why=f"more than {MOST_PLACES} places")
    found: dict[str, Outline] = {}
    for number, feature in enumerate(features, start=1):
        outline = _outline(feature, code=code, where=f"feature {number}")
        if outline.code in found:
            why = f"{outline.code} stands there twice"
            raise BadInput("boundaries_wrong", where=f"feature {number}", why=why)
        found[outline.code] = outline
    return tuple(found.values())


def _data(file: Path) -> Any:
    try:
        if file.stat().st_size > LARGEST_MB * 1024 * 1024:
            size = round(file.stat().st_size / 1024 / 1024)
            raise BadInput("too_big", name=file.name, size_mb=size, limit_mb=LARGEST_MB)
        return json.loads(file.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise BadInput("no_file", path=file) from error
    except (ValueError, RecursionError) as error:
        raise BadInput("not_json", path=file, why=error) from error


def _outline(feature: Any, *, code: str, where: str) -> Outline:
    """One place of the file, checked and simplified."""
    properties = feature.get("properties") if isinstance(feature, dict) else None
    name = str((properties or {}).get(code) or "").strip()
    if not name:
        why = f"it has no property {code!r}; name the right one with --code"
        raise BadInput("boundaries_wrong", where=where, why=why)
    rings = [list(_points(ring, where=where)) for ring in _rings(feature, where=where)]
    tolerance, slim = TOLERANCE, [simplified(ring, tolerance=TOLERANCE) for ring in rings]
    while sum(map(len, slim)) > MOST_POINTS and tolerance < 1:
        tolerance *= 1.5
        slim = [simplified(ring, tolerance=tolerance) for ring in rings]
    whole = [ring for ring in slim if len(ring) > 3] or [max(rings, key=area)[:MOST_POINTS]]
    kept = [ring for ring in whole if area(ring) >= SMALLEST] or [max(whole, key=area)]
    return Outline(code=name, rings=tuple(tuple(ring) for ring in kept[:MOST_POINTS]))


def _rings(feature: Any, *, where: str) -> list[Any]:
    geometry = feature.get("geometry") or {}
    parts = geometry.get("coordinates") if isinstance(geometry, dict) else None
    kind = geometry.get("type") if isinstance(geometry, dict) else None
    if kind == "Polygon":
        parts = [parts]
    elif kind != "MultiPolygon":
        raise BadInput("boundaries_wrong", where=where, why="it is no Polygon and no MultiPolygon")
    if not isinstance(parts, list) or not all(isinstance(part, list) for part in parts):
        raise BadInput("boundaries_wrong", where=where, why="its coordinates are no lists")
    rings = [ring for part in parts for ring in part]
    if not rings:
        raise BadInput("boundaries_wrong", where=where, why="it has no ring")
    return rings


def _points(ring: Any, *, where: str) -> Iterator[Point]:
    """The points of a ring, each a longitude and a latitude."""
    if not isinstance(ring, list) or len(ring) < 4:
        raise BadInput("boundaries_wrong", where=where, why="a ring has fewer than four points")
    for point in ring:
        pair = point[:2] if isinstance(point, list) else []
        if len(pair) != 2 or not all(isinstance(one, int | float) for one in pair):
            raise BadInput("boundaries_wrong", where=where, why=f"{point!r:.40} is no point")
        if not (-180 <= pair[0] <= 180 and -90 <= pair[1] <= 90):
            why = f"{point!r:.40} is not in degrees: convert the file to WGS 84 (EPSG:4326)"
            raise BadInput("boundaries_wrong", where=where, why=why)
        yield round(float(pair[0]), 4), round(float(pair[1]), 4)


def area(ring: Ring) -> float:
    """The area a ring encloses, in square degrees.

    >>> area([(0, 0), (2, 0), (2, 1), (0, 1)])
    2.0
    """
    turned = zip(ring, [*ring[1:], ring[0]], strict=True)
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in turned)) / 2


def simplified(ring: Ring, *, tolerance: float) -> Ring:
    """The ring without the points nobody would miss (Douglas and Peucker); its ends stay.

    Source: D. Douglas, T. Peucker, Algorithms for the reduction of the number of points, 1973.

    >>> simplified([(0, 0), (1, 0.001), (2, 0), (2, 2), (0, 0)], tolerance=0.01)
    [(0, 0), (2, 0), (2, 2), (0, 0)]
    """
    # A closed ring has both ends in one point: it is parted where it is farthest from it.
    far = max(range(len(ring)), key=lambda at: _distance_squared(ring[0], ring[at]))
    keep = {0, far, len(ring) - 1}
    spans = [(0, far), (far, len(ring) - 1)]
    while spans:
        first, last = spans.pop()
        if last - first < 2:
            continue
        away = [(_off(ring[at], ring[first], ring[last]), at) for at in range(first + 1, last)]
        worst, at = max(away)
        if worst > tolerance:
            keep.add(at)
            spans += [(first, at), (at, last)]
    return [ring[at] for at in sorted(keep)]


def _distance_squared(a: Point, b: Point) -> float:
    return (a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2


def _off(point: Point, a: Point, b: Point) -> float:
    """How far a point lies from the line between two others."""
    long = _distance_squared(a, b) ** 0.5
    if not long:
        return float(_distance_squared(point, a) ** 0.5)
    cross = (b[0] - a[0]) * (a[1] - point[1]) - (a[0] - point[0]) * (b[1] - a[1])
    return float(abs(cross) / long)

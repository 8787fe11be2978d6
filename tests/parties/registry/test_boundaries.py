"""Boundaries are read, checked and thinned out; what is wrong is said with its place."""

from __future__ import annotations

import json
from math import cos, pi, sin
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from makul.core.errors import BadInput
from makul.parties.registry.boundaries import MOST_POINTS, area, read_boundaries, simplified

SQUARE = [[74, 42], [75, 42], [75, 43], [74, 43], [74, 42]]


def feature(code: str = "41707000000000", **geometry: Any) -> dict[str, Any]:
    shape = {"type": "Polygon", "coordinates": [SQUARE]} | geometry
    return {"type": "Feature", "properties": {"code": code}, "geometry": shape}


def written(folder: Path, *features: Any, text: str = "") -> Path:
    file = folder / "map.geojson"
    file.write_text(text or json.dumps({"type": "FeatureCollection", "features": list(features)}))
    return file


def test_polygons_and_parts_are_read(tmp_path: Path) -> None:
    parts = {"type": "MultiPolygon", "coordinates": [[SQUARE], [SQUARE]]}
    first, second = read_boundaries(written(tmp_path, feature(), feature("2", **parts)))
    assert (first.code, len(first.rings), len(second.rings)) == ("41707000000000", 1, 2)
    assert first.rings[0] == ((74, 42), (75, 42), (75, 43), (74, 43), (74, 42))


def test_a_long_line_is_thinned_out(tmp_path: Path) -> None:
    circle = [[74 + cos(n * pi / 5000), 42 + sin(n * pi / 5000)] for n in range(10_000)]
    (found,) = read_boundaries(written(tmp_path, feature(coordinates=[[*circle, circle[0]]])))
    (ring,) = found.rings
    assert len(ring) <= MOST_POINTS
    assert area(list(ring)) == pytest.approx(pi, rel=0.02)


WRONG: list[tuple[list[Any], str]] = [
    ([], "FeatureCollection"),
    ([feature(""), feature("2")], "no property 'code'"),
    ([feature(), feature()], "twice"),
    ([feature(type="Point", coordinates=[74, 42])], "no Polygon"),
    ([feature(coordinates=[[[74, 42], [75, 42]]])], "fewer than four"),
    ([feature(coordinates=[[[8_000_000, 5_000_000]] * 4])], "WGS 84"),
    ([feature(coordinates=[[["a", 1]] * 4])], "is no point"),
    ([feature(coordinates=7)], "no lists"),
    ([7], "no property"),
]


@pytest.mark.parametrize(("features", "why"), WRONG)
def test_what_is_wrong_is_said(tmp_path: Path, features: list[Any], why: str) -> None:
    with pytest.raises(BadInput) as caught:
        read_boundaries(written(tmp_path, *features))
    assert (caught.value.code, why in caught.value.params["why"]) == ("boundaries_wrong", True)


def test_no_file_and_no_json(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="no_file"):
        read_boundaries(tmp_path / "none")
    with pytest.raises(BadInput, match="not_json"):
        read_boundaries(written(tmp_path, text="{"))


@given(st.lists(st.tuples(st.floats(-9, 9), st.floats(-9, 9)), min_size=3, max_size=40))
def test_thinning_keeps_the_ends_and_invents_nothing(points: list[tuple[float, float]]) -> None:
    ring = [*points, points[0]]
    thin = simplified(ring, tolerance=0.5)
    assert (thin[0], thin[-1]) == (ring[0], ring[-1])
    at = iter(ring)
    assert all(point in at for point in thin)


def test_the_real_boundaries_are_small_after_reading(shared: Path) -> None:
    file = shared / "data/geo/kg_adm1_2018_light.geojson"
    found = read_boundaries(file, code="soate")
    assert len(found) == 9
    assert sum(len(ring) for one in found for ring in one.rings) < 1_500

"""A map is drawn only where every boundary is known, to scale, with a per cent where there is room."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from makul.parties.models import Boundary
from makul.web.parts.outlines import Scale, widest

NOW = datetime(2026, 4, 1, tzinfo=UTC)
WEST = [[70, 40], [72, 40], [72, 42], [70, 42], [70, 40]]
EAST = [[72, 40], [76, 40], [76, 42], [72, 42], [72, 40]]
ROWS = [
    {"code": "41707000000000", "name": "Талас облусу", "part": 19, "whole": 20},
    {"code": "41705000000000", "name": "Баткен облусу", "part": 11, "whole": 22},
]
MAP = "{% load makul %}{% oblast_map rows %}"


def keep(code: str, ring: list[list[int]]) -> None:
    Boundary.objects.create(code=code, rings=[ring], source="by hand", loaded_at=NOW)


@pytest.mark.django_db
def test_a_map_takes_the_boundaries_of_all(rendered: Callable[..., str]) -> None:
    keep("41707000000000", WEST)
    assert 'class="map"' not in rendered(MAP, rows=ROWS)
    keep("41705000000000", EAST)
    page = rendered(MAP, rows=ROWS)
    assert sorted(re.findall(r'<g class="(m\d)"><title>([^<]+)<', page)) == [
        ("m1", "Баткен облусу: 11 / 22, 50%"),
        ("m4", "Талас облусу: 19 / 20, 95%"),
    ]
    assert re.findall(r'<text x="\d+" y="\d+">([^<]+)</text>', page) == ["50%", "95%"]
    assert "90% and more" in page and "under 60%" in page and "60% to 75%" not in page
    assert "tiles narrow-only" in page


def test_a_degree_east_is_shorter_than_a_degree_north() -> None:
    scale = Scale(70, 40, 76, 42)
    ((corner, *_rest),) = scale.flat([[(70, 42), (76, 42)]])
    assert corner == (0, 0)
    assert scale.height == pytest.approx(720 * 2 / (6 * 0.7547), abs=1)


def test_the_widest_line_lies_inside_a_bent_place() -> None:
    bent = [(0, 0), (100, 0), (100, 20), (20, 20), (20, 100), (0, 100)]
    x, y, long = widest([bent])
    assert (x, long) == (50, 100) and 0 < y < 20


def test_a_hole_is_outside() -> None:
    outer, hole = [(0, 0), (10, 0), (10, 9), (0, 9)], [(1, 1), (9, 1), (9, 8), (1, 8)]
    _x, y, long = widest([outer, hole])
    assert long == 10 and (y < 1 or y > 8)

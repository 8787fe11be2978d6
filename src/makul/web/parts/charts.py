"""Charts drawn on the server: bars that are their own table, tiles of oblasts, lines over time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Any

from django import template
from django.template.defaultfilters import capfirst

from makul.web.parts.dates import number_text, percent

register = template.Library()

FEW = 0.6  # below this share answered a place is marked, as everywhere in the product
# Where each oblast lies in the tiles, by the two digits of its code after 417.
PLACES = {
    "02": "o-ik",
    "03": "o-ja",
    "04": "o-naryn",
    "05": "o-batken",
    "06": "o-osh",
    "07": "o-talas",
    "08": "o-chui",
    "11": "o-bishkek",
    "21": "o-oshc",
}
FILLS = {"agree": "fill3", "partly": "fill4", "against": "fill2", "silent": "fill5", "": "fill"}


@register.inclusion_tag("web/part/bars.html")
def bars(
    rows: Iterable[Mapping[str, Any]],
    caption: str = "",
    head: str = "",
    value_head: str = "",
    most: float | None = None,
) -> dict[str, Any]:
    """`{% bars rows caption=… head=… value_head=… most=… %}`: a table with a bar in each row.

    A row: `label`, `value` (None: not known); where they say something `text` (the value in
    words), `url`, `note`, `look` (agree, partly, against, silent). `most`: what fills the bar.
    """
    found = [dict(row) for row in rows]
    largest = most or max((float(row["value"] or 0) for row in found), default=0) or 1
    for row in found:
        share = min(max(float(row["value"] or 0) / largest, 0), 1)
        row["width"] = f"{100 * share:.1f}"
        row["fill"] = FILLS.get(row.get("look", ""), "fill")
        row["text"] = row.get("text") or (
            "–" if row["value"] is None else number_text(row["value"])
        )
    return {"rows": found, "caption": caption, "head": head, "value_head": value_head}


def share_of(row: Mapping[str, Any]) -> float | None:
    """The part as a share of the whole; nothing where nobody was asked."""
    return min(float(row["part"]) / float(row["whole"]), 1) if row["whole"] else None


def seat(code: str) -> str:
    """The seat among the tiles of an oblast's code; a raion has none.

    >>> seat("41707000000000"), seat("41707215000000")
    ('o-talas', '')
    """
    return PLACES.get(code[3:5], "") if not code[5:].strip("0") else ""


def place_of(row: Mapping[str, Any], *, few: float) -> dict[str, Any]:
    """A row of the map with its share, its look and its place among the tiles."""
    share = share_of(row)
    return {
        **row,
        "share": share,
        "percent": "–" if share is None else percent(share),
        "width": f"{100 * (share or 0):.1f}",
        "is_few": share is not None and share < few,
        "place": seat(str(row["code"])),
        "name": capfirst(row["name"]),
    }


@register.inclusion_tag("web/part/oblast_map.html")
def oblast_map(
    rows: Iterable[Mapping[str, Any]],
    head: str = "",
    part_head: str = "",
    whole_head: str = "",
    few_word: str = "",
    few: float = FEW,
) -> dict[str, Any]:
    """`{% oblast_map rows head=… part_head=… whole_head=… few_word=… %}`: tiles, or a map.

    A row: `code` (of the territory), `name`, `part`, `whole`; where they say something `url`,
    `note`. Where an operator loaded the boundaries of each code, wide windows get a map.
    """
    from makul.web.parts.outlines import drawn

    found = [place_of(row, few=few) for row in rows]
    return {
        "rows": found,
        "is_placed": bool(found) and all(row["place"] for row in found),
        "map": drawn(found),
        "head": head,
        "part_head": part_head,
        "whole_head": whole_head,
        "few_word": few_word,
        "few_percent": percent(few),
    }


# The drawing of lines: its size, and the box of the axes within it.
WIDE, HIGH = 600, 232
LEFT, RIGHT, TOP, BOTTOM = 44, 490, 30, 190
MOST_LINES = 3


@register.inclusion_tag("web/part/lines.html")
def lines(
    series: Sequence[Mapping[str, Any]],
    title: str = "",
    caption: str = "",
    head: str = "",
    unit: str = "",
    most: float | None = None,
) -> dict[str, Any]:
    """`{% lines series title=… caption=… head=… unit="%" most=100 %}`: three lines at most.

    A series: `name` and `points`, pairs of a label and a value (None: a gap); all have the same
    labels. Zero is at the bottom; the last value is written at the end; the table is beneath.
    """
    found = [dict(one) for one in list(series)[:MOST_LINES]]
    labels = [label for label, _value in found[0]["points"]] if found else []
    values = [v for one in found for _l, v in one["points"] if v is not None]
    top = most or ceiling(max(values, default=0))
    step = (RIGHT - LEFT - 6) / max(len(labels) - 1, 1)
    every = max(1, -(-len(labels) // 8))
    for number, one in enumerate(found, start=1):
        one.update(_line(one["points"], number=number, step=step, top=top, unit=unit))
    _apart(found)
    ticks = [
        {"x": f"{LEFT + 6 + at * step:.0f}", "label": label, "odd": at % (2 * every) == every}
        for at, label in enumerate(labels)
        if at % every == 0
    ]
    return {
        "id": f"l{sum(map(ord, title)) % 9973}-{len(labels)}",
        "series": found,
        "labels": labels,
        "ticks": ticks,
        "grid": [
            {"y": f"{_y(top * n / 4, top):.0f}", "text": _short(top * n / 4)} for n in range(5)
        ],
        "title": title,
        "caption": caption,
        "head": head,
        "is_empty": not values,
    }


def ceiling(value: float) -> float:
    """The round number the axis ends at, not below the value; a quarter of it is round too.

    >>> [ceiling(n) for n in (0, 3, 11, 41, 100, 1240)]
    [4, 4, 12, 60, 100, 2000]
    """
    for step in (4, 8, 12, 16):
        if value <= step:
            return step
    size = 10
    while value > 10 * size:
        size *= 10
    return next(step * size for step in (2, 4, 6, 8, 10) if value <= step * size)


def _y(value: float, top: float) -> float:
    return BOTTOM - (BOTTOM - TOP) * value / top


def _short(value: float) -> str:
    return number_text(int(value) if float(value).is_integer() else round(value, 1))


def _said(value: float | None, unit: str) -> str:
    if value is None:
        return "–"
    return percent(value / 100) if unit == "%" else f"{_short(value)} {unit}".strip()


def _line(
    points: Sequence[tuple[str, Any]], *, number: int, step: float, top: float, unit: str
) -> dict[str, Any]:
    """The way, the points and the last value of one line; a gap in the values breaks the way."""
    dots: list[dict[str, Any]] = []
    way, pen = "", "M"
    for at, (_label, value) in enumerate(points):
        if value is None:
            pen = "M"
            continue
        x, y = LEFT + 6 + at * step, _y(min(float(value), top), top)
        way += f"{pen}{x:.1f} {y:.1f}"
        pen = "L"
        dots.append({"x": x, "y": y, "said": _said(value, unit)})
    return {
        "n": number,
        "way": way,
        "dots": [_dot(dot, number=number) for dot in dots],
        "end": dots[-1] | {"at": dots[-1]["y"] + 5} if dots else None,
        "said": [_said(value, unit) for _label, value in points],
    }


def _dot(dot: Mapping[str, float], *, number: int) -> str:
    """The path of a point: a disc, a square or a triangle, so that lines differ without colour."""
    x, y = dot["x"], dot["y"]
    if number == 1:
        return f"M{x - 4.5:.1f} {y:.1f}a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0-9 0z"
    if number == 2:
        return f"M{x - 4:.1f} {y - 4:.1f}h8v8h-8z"
    return f"M{x:.1f} {y - 5.5:.1f}l5.5 9.5h-11z"


def _apart(found: list[dict[str, Any]]) -> None:
    """Values written at the ends are moved apart until none lies on another."""
    ends = sorted((one["end"] for one in found if one["end"]), key=lambda end: end["at"])
    for upper, lower in pairwise(ends):
        lower["at"] = max(lower["at"], upper["at"] + 17)
    for end in ends:
        end["x"], end["at"] = f"{end['x'] + 12:.0f}", f"{end['at']:.0f}"

"""The tables of a Word file cell by cell, as an editor left them: for forms that come back filled in.

Unlike an act, a form may come with tracked changes: what was inserted stands, what was deleted is gone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePath

from lxml import etree

from makul.core.errors import BadInput
from makul.documents.reading.limits import LIMITS, Limits
from makul.documents.reading.numbering import W, integer
from makul.documents.reading.package import Package
from makul.documents.reading.reader import refuse_unreadable
from makul.documents.reading.styles import is_on

type Row = tuple[str, ...]

MOST_ROWS = 2_000
MOST_COLUMNS = 60
_SKIPPED = frozenset(
    W + tag for tag in ("del", "moveFrom", "instrText", "pPr", "sdtPr", "drawing", "pict", "object")
)
_SIGNS = {f"{W}tab": " ", f"{W}cr": "\n", f"{W}br": "\n", f"{W}noBreakHyphen": "-"}
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")


@dataclass(frozen=True, slots=True)
class FilledForm:
    """A form as it came back: its paragraphs outside tables, and its tables row by row."""

    lines: tuple[str, ...]
    tables: tuple[tuple[Row, ...], ...]


def read_form(data: bytes, *, name: str, limits: Limits = LIMITS) -> FilledForm:
    """The tables and lines of a Word file.

    Raises: BadInput with the codes of `read_act` for what is no Word file, and `too_long`.
    """
    base = PurePath(name).name
    refuse_unreadable(data, name=base, limits=limits)
    if not data.startswith(b"PK"):
        raise BadInput("not_a_form", name=base)
    package = Package(data, name=base, limits=limits)
    root = package.parse(package.main)
    body = root.find(f"{W}body") if root is not None else None
    if body is None:
        raise BadInput("broken_file", name=base)
    tables = tuple(_table(one) for one in body.iter(f"{W}tbl") if _is_outer(one))
    rows = sum(len(table) for table in tables)
    if rows > MOST_ROWS:
        raise BadInput("too_long", name=base, paragraphs=rows, limit=MOST_ROWS)
    lines = (_text(one) for one in body.iter(f"{W}p") if _within(one, "tbl") is None)
    return FilledForm(tuple(line for line in lines if line), tables)


def _table(table: etree._Element) -> tuple[Row, ...]:
    """Rows of a table; a cell merged over several rows says in each what its first one says."""
    rows: list[Row] = []
    for row in table.iter(f"{W}tr"):
        if _within(row, "tbl") is table and not _is_deleted(row):
            above = rows[-1] if rows else ()
            rows.append(tuple(_cells(row, above))[:MOST_COLUMNS])
    return tuple(rows)


def _cells(row: etree._Element, above: Row) -> Iterator[str]:
    """The texts of a row, one a column: a cell over several columns leaves the others empty."""
    column = 0
    for cell in row.iter(f"{W}tc"):
        if _within(cell, "tr") is not row:
            continue
        properties = cell.find(f"{W}tcPr")
        merged = properties.find(f"{W}vMerge") if properties is not None else None
        is_continued = merged is not None and merged.get(f"{W}val") != "restart"
        text = _cell_text(cell)
        yield above[column] if is_continued and not text and column < len(above) else text
        for _other in range(span := _span(properties) - 1):
            yield ""
        column += span + 1


def _span(properties: etree._Element | None) -> int:
    found = properties.find(f"{W}gridSpan") if properties is not None else None
    said = integer(found.get(f"{W}val")) if found is not None else 1
    return min(max(said, 1), MOST_COLUMNS)


def _cell_text(cell: etree._Element) -> str:
    """The paragraphs of a cell, a line each; those of a table inside it too."""
    return "\n".join(text for one in cell.iter(f"{W}p") if (text := _text(one)))


def _text(paragraph: etree._Element) -> str:
    said = _INVISIBLE.sub("", "".join(_pieces(paragraph)))
    return "\n".join(line for each in said.split("\n") if (line := " ".join(each.split())))


def _pieces(parent: etree._Element) -> Iterator[str]:
    for child in parent:
        if child.tag == f"{W}t":
            yield child.text or ""
        elif child.tag in _SIGNS:
            yield _SIGNS[child.tag]
        elif isinstance(child.tag, str) and child.tag not in _SKIPPED and not _is_hidden(child):
            yield from _pieces(child)


def _is_hidden(run: etree._Element) -> bool:
    return run.tag == f"{W}r" and is_on(run.find(f"{W}rPr/{W}vanish"))


def _is_deleted(row: etree._Element) -> bool:
    return row.find(f"{W}trPr/{W}del") is not None


def _is_outer(table: etree._Element) -> bool:
    return _within(table, "tbl") is None


def _within(element: etree._Element, tag: str) -> etree._Element | None:
    return next(element.iterancestors(W + tag), None)

"""Reading a list of territories that an operator was given: a CSV file into a checked edition."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from importlib.resources import files
from pathlib import Path

from makul.core.errors import BadInput
from makul.parties.registry.rows import COLUMNS, KINDS, TerritoryRow, read_date, read_row

LARGEST_MB = 5
SHIPPED = ("territories_2021.csv", "territories_2025.csv")
NEEDED = ("code", "kind", "parent_code")
HEADINGS = ("title", "edition_on", "source", "covers")

Lines = list[tuple[int, list[str]]]


@dataclass(frozen=True, slots=True)
class Edition:
    """A list of territories as it stood on a day. `covers`: the kinds of which it names every one,
    so that one it does not name is gone; of other kinds it says nothing."""

    title: str
    edition_on: date
    source: str
    covers: tuple[str, ...]
    rows: tuple[TerritoryRow, ...]


def read_edition(file: Path | bytes) -> Edition:
    """The edition in a file, wholly checked, or the first thing wrong with it.

    The format is written down in docs/registry.md.

    Raises: BadInput `no_file`, `territories_...`, with the `line` and what stands there.

    >>> text = "# title: T\\n# edition_on: 2025-10-31\\n# source: S\\n# covers: country\\ncode,kind,name_ru,parent_code\\n"
    >>> read_edition((text + "41700000000000,country,Страна,\\n").encode()).rows[0].code
    '41700000000000'
    """
    heading, table = _split(_cells(_text(file)))
    edition_on = read_date(
        heading["edition_on"][1], line=heading["edition_on"][0], column="edition_on"
    )
    if edition_on is None:
        raise BadInput("territories_no_heading", name="edition_on")
    source = heading["source"][1]
    rows = [
        (line, read_row(cells, line=line, source=source, edition_on=edition_on))
        for line, cells in _named(table)
    ]
    _check_tree(rows)
    return Edition(
        title=heading["title"][1],
        edition_on=edition_on,
        source=source,
        covers=_covers(*heading["covers"]),
        rows=tuple(row for _, row in rows),
    )


def shipped() -> tuple[Edition, ...]:
    """The editions that come with Makul, the oldest first.

    >>> [edition.edition_on.year for edition in shipped()]
    [2021, 2025]
    """
    folder = files("makul.parties.registry")
    return tuple(read_edition(folder.joinpath(name).read_bytes()) for name in SHIPPED)


def _text(file: Path | bytes) -> str:
    try:
        raw = file if isinstance(file, bytes) else file.read_bytes()
    except OSError:
        raise BadInput("no_file", path=str(file)) from None
    if len(raw) > LARGEST_MB * 1_000_000:
        raise BadInput("territories_too_big", limit_mb=LARGEST_MB)
    if raw.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        raise BadInput("territories_not_csv")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise BadInput("territories_not_utf8") from None


def _cells(text: str) -> Lines:
    """The lines that hold anything, with their numbers; the mark between cells is found out."""
    table = (line for line in text.splitlines() if line.strip(' ";,\t') and "#" not in line[:2])
    mark = max(",;\t", key=next(table, "").count)
    reader = csv.reader(io.StringIO(text), delimiter=mark)
    try:
        lines = [(reader.line_num, [cell.strip() for cell in cells]) for cells in reader]
    except csv.Error:
        raise BadInput("territories_not_csv") from None
    return [(line, cells) for line, cells in lines if any(cells)]


def _split(lines: Lines) -> tuple[dict[str, tuple[int, str]], Lines]:
    """The heading (`# name: value`, one to a line) and the table under it."""
    heading: dict[str, tuple[int, str]] = {}
    table: Lines = []
    for line, cells in lines:
        if cells[0].startswith("#"):
            said = ", ".join(cell for cell in cells if cell)
            name, _, value = said.lstrip("# ").partition(":")
            heading[name.strip()] = (line, value.strip())
        else:
            table.append((line, cells))
    for name in HEADINGS:
        if not heading.get(name, (0, ""))[1]:
            raise BadInput("territories_no_heading", name=name)
    return heading, table


def _named(table: Lines) -> Iterator[tuple[int, dict[str, str]]]:
    if len(table) < 2:
        raise BadInput("territories_empty")
    (line, columns), *rows = table
    columns = _columns(columns, line=line)
    for line, cells in rows:
        if len(cells) > len(columns) and any(cells[len(columns) :]):
            raise BadInput("territories_too_many_cells", line=line, columns=len(columns))
        yield line, dict.fromkeys(COLUMNS, "") | dict(zip(columns, cells, strict=False))


def _columns(cells: list[str], *, line: int) -> list[str]:
    while cells and not cells[-1]:
        cells = cells[:-1]
    for name in cells:
        if name not in COLUMNS or cells.count(name) > 1:
            known = ", ".join(COLUMNS)
            raise BadInput("territories_unknown_column", line=line, value=name[:40], known=known)
    for name in NEEDED:
        if name not in cells:
            raise BadInput("territories_no_column", line=line, name=name)
    return cells


def _covers(line: int, value: str) -> tuple[str, ...]:
    kinds = tuple(dict.fromkeys(value.replace(",", " ").split()))
    for kind in kinds:
        if kind not in KINDS:
            known = ", ".join(KINDS)
            raise BadInput("territories_bad_kind", line=line, value=kind[:40], kinds=known)
    return kinds


def _check_tree(rows: Iterable[tuple[int, TerritoryRow]]) -> None:
    """Each code once, each parent in the file, and nobody inside himself."""
    lines: dict[str, int] = {}
    parents: dict[str, str] = {}
    for line, row in rows:
        if row.code in lines:
            raise BadInput(
                "territories_code_twice", line=line, first_line=lines[row.code], value=row.code
            )
        lines[row.code], parents[row.code] = line, row.parent_code
    for code, parent in parents.items():
        if parent and parent not in lines:
            raise BadInput("territories_no_parent", line=lines[code], value=code, parent=parent)
        above = {code}
        while parent:
            if parent in above:
                raise BadInput("territories_circle", line=lines[code], value=code)
            above.add(parent)
            parent = parents[parent]

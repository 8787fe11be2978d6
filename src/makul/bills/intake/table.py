"""Reads a file of a register row by row, CSV or JSON; what cannot be read is refused with its line."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from typing import Any

from makul.bills.intake.row import LONGEST, NEEDED, Refusal
from makul.core.errors import BadInput

LARGEST_MB = 300
LONGEST_CELL = max(LONGEST.values()) * 2
MOST_LINES = (
    100  # of one row: a quote left open must not be sought to the end of the file each time
)
type Read = tuple[int, dict[str, Any]] | Refusal


def read_rows(data: bytes, *, form: str) -> tuple[int, Iterator[Read]]:
    """About how many rows there are, and the rows, each with its line or why it cannot be read.

    Raises: BadInput where nothing of the file can be read: `bills_not_text`, `bills_too_big`,
    `bills_empty`, `bills_no_column`, `bills_twice_column`, `bills_not_json`.
    """
    if len(data) > LARGEST_MB * 1_000_000:
        raise BadInput("bills_too_big", limit_mb=LARGEST_MB)
    if data.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"\xff\xfe", b"\xfe\xff")):
        raise BadInput("bills_not_text")
    return _json(data) if form == "json" else _csv(data)


def _csv(data: bytes) -> tuple[int, Iterator[Read]]:
    # A line that is no UTF-8 must not take the others with it: its letters are refused in their row.
    lines = data.decode("utf-8-sig", errors="surrogateescape").splitlines(keepends=True)
    at = next((n for n, line in enumerate(lines) if line.strip(' ";,\t\r\n')), None)
    if at is None:
        raise BadInput("bills_empty")
    mark = max(",;\t", key=lines[at].count)
    return len(lines) - at - 1, _Table(lines, at=at, mark=mark).rows()


class _Table:
    """The lines of a CSV file, read so that a quote left open costs one row and not all after it."""

    def __init__(self, lines: list[str], *, at: int, mark: str) -> None:
        self.lines, self.at, self.mark, self.start = lines, at, mark, at
        csv.field_size_limit(LONGEST_CELL)
        try:
            self.names = [cell.strip().lower() for cell in next(self._reader())]
        except (csv.Error, StopIteration):
            raise BadInput("bills_empty") from None
        for name in (*NEEDED, "title"):
            if not any(own == name or own.startswith(f"{name}_") for own in self.names):
                raise BadInput("bills_no_column", name=name, known=", ".join(LONGEST))
        for name in self.names:
            if name and self.names.count(name) > 1:
                raise BadInput("bills_twice_column", name=name)

    def _next_line(self) -> Iterator[str]:
        while self.at < min(len(self.lines), self.start + MOST_LINES):
            self.at += 1
            yield self.lines[self.at - 1]

    def _reader(self) -> Any:
        return csv.reader(self._next_line(), delimiter=self.mark, strict=True)

    def rows(self) -> Iterator[Read]:
        reader = self._reader()
        while self.at < len(self.lines):
            start = self.start = self.at
            try:
                cells = next(reader)
            except StopIteration:
                return
            except csv.Error:
                cells = None
            if cells is not None and len(cells) == len(self.names):
                if any(cells):
                    yield start + 1, dict(zip(self.names, cells, strict=True))
            elif cells is None or any(cell.strip() for cell in cells):
                yield self._refused(start, cells)
                self.at, reader = start + 1, self._reader()

    def _refused(self, start: int, cells: list[str] | None) -> Refusal:
        if cells is None or self.at > start + 1:
            return Refusal(start + 1, "row_unreadable", {})
        said = {"found": str(len(cells)), "wanted": str(len(self.names))}
        return Refusal(start + 1, "row_cells", said)


def _json(data: bytes) -> tuple[int, Iterator[Read]]:
    try:
        found = json.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise BadInput("bills_not_text") from None
    except (ValueError, RecursionError) as error:
        raise BadInput("bills_not_json", why=str(error)[:120]) from None
    rows = found.get("bills") if isinstance(found, dict) else found
    if not isinstance(rows, list):
        raise BadInput("bills_not_json", why="it is no list of bills")
    return len(rows), _listed(rows)


def _listed(rows: list[Any]) -> Iterator[Read]:
    """The number of a row in a list counts from 1."""
    for number, row in enumerate(rows, 1):
        yield (number, row) if isinstance(row, dict) else Refusal(number, "row_unreadable", {})

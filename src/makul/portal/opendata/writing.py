"""Writes records out line by line: CSV by RFC 4180 in plain UTF-8, or JSON, never whole in memory."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from typing import Any

from ninja import Schema


class _Line:
    """What `csv` writes to: it gives each line back."""

    def write(self, line: str) -> str:
        return line


def csv_lines(record: type[Schema], records: Iterable[Schema]) -> Iterator[str]:
    """The head with the names of the columns, then a line for each record, ended by CR LF.

    No byte-order mark and no guard against formulas: what is read back is what was said.
    """
    writer = csv.writer(_Line())
    names = list(record.model_fields)
    yield str(writer.writerow(names))
    for one in records:
        yield str(writer.writerow([cell(getattr(one, name)) for name in names]))


def cell(value: Any) -> object:
    """As it stands in a cell: days and moments by ISO 8601, yes and no as true and false.

    >>> cell(True), cell(["a", "b"]), cell(None), cell(date(2026, 9, 1))
    ('true', 'a; b', '', '2026-09-01')
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return "; ".join(value)
    if isinstance(value, datetime):
        return f"{value.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"
    return value.isoformat() if isinstance(value, date) else value


def json_lines(records: Iterable[Schema]) -> Iterator[str]:
    """One JSON array, a record a line, so that it can be read whole or line by line."""
    before = "[\n"
    for one in records:
        yield before + json.dumps(one.model_dump(mode="json"), ensure_ascii=False)
        before = ",\n"
    yield "[]\n" if before == "[\n" else "\n]\n"

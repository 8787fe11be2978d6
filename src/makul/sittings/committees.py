"""Reads a list of committees (CSV): row by row, a malformed row refused with its line, the good ones kept."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from makul.core.errors import BadInput, MakulError

COLUMNS = (
    *("convocation", "as_of", "no", "name_en", "name_ru", "name_ky"),
    *("completeness", "source"),
)
CONVOCATION = re.compile(r"[IVXL]{1,8}")
LANGUAGES = ("ky", "ru", "en")
LONGEST = {"completeness": 200, "source": 1000, "as_of": 60}
LONGEST_NAME = 300

type Said = dict[str | Any, str | Any]
type Reader = csv.DictReader[str]


@dataclass(frozen=True, slots=True)
class CommitteeRow:
    """One committee of a convocation; a name that the list does not give is empty."""

    line: int
    convocation: str
    number: int
    names: dict[str, str]
    as_of: date | None
    as_of_said: str
    completeness: str
    source: str

    @property
    def key(self) -> str:
        """Its key among the parties: never its name, which changes and may be missing."""
        return f"jk-{self.convocation.lower()}-{self.number:02}"


@dataclass(frozen=True, slots=True)
class Refused:
    """A row that was not taken: its line in the file, and why."""

    line: int
    error: MakulError


def read_committees(data: bytes) -> tuple[list[CommitteeRow], list[Refused]]:
    """The committees of a file and the rows refused.

    Raises: BadInput `committees_not_csv` for what is no UTF-8, `committees_no_column`.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadInput("committees_not_csv") from error
    reader = csv.DictReader(io.StringIO(text, newline=""))
    rows: list[CommitteeRow] = []
    refused: list[Refused] = []
    for line, said in lines_of(reader):
        try:
            row = read_row(line, said)
            if any(one.key == row.key for one in rows):
                raise BadInput("committee_twice", convocation=row.convocation, number=row.number)
        except MakulError as error:
            refused.append(Refused(line, error))
        else:
            rows.append(row)
    return rows, refused


def lines_of(reader: Reader) -> Iterator[tuple[int, Said | MakulError]]:
    """Each row with its line; what is no row of CSV comes as the reason for refusing it."""
    try:
        given = reader.fieldnames or ()
    except csv.Error:  # a first line that is no line of a table
        given = ()
    if lacking := [name for name in COLUMNS if name not in given]:
        raise BadInput("committees_no_column", names=", ".join(lacking))
    while True:
        try:
            said = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield reader.line_num, BadInput("committee_bad_row", why=str(error))
        else:
            yield reader.line_num, said


def read_row(line: int, said: Said | MakulError) -> CommitteeRow:
    """One row. Raises: BadInput `committee_bad_row`, `committee_bad_number`, `committee_no_name`."""
    if isinstance(said, MakulError):
        raise said
    cells = {name: clean(said.get(name)) for name in COLUMNS}
    if None in said:
        raise BadInput("committee_bad_row", why="it has more cells than columns")
    if not CONVOCATION.fullmatch(cells["convocation"]):
        raise BadInput("committee_bad_row", why="the convocation is a Roman number, like VIII")
    if not cells["no"].isascii() or not cells["no"].isdigit() or not 0 < int(cells["no"]) < 100:
        raise BadInput("committee_bad_number", value=cells["no"])
    names = {code: cells[f"name_{code}"] for code in LANGUAGES}
    if not any(names.values()):
        raise BadInput("committee_no_name")
    check_lengths(cells, names)
    return CommitteeRow(
        line=line,
        convocation=cells["convocation"],
        number=int(cells["no"]),
        names=names,
        as_of=day_in(cells["as_of"]),
        as_of_said=cells["as_of"],
        completeness=cells["completeness"],
        source=cells["source"],
    )


def check_lengths(cells: dict[str, str], names: dict[str, str]) -> None:
    longest = {**{name: (cells[name], n) for name, n in LONGEST.items()}}
    longest |= {f"name_{code}": (name, LONGEST_NAME) for code, name in names.items()}
    for name, (text, most) in longest.items():
        if len(text) > most:
            raise BadInput("committee_bad_row", why=f"{name} is longer than {most} letters")
    if not cells["source"]:
        raise BadInput("committee_bad_row", why="source is empty: say where the row stands")


def clean(value: str | list[str] | None) -> str:
    return " ".join(value.split()) if isinstance(value, str) else ""


def day_in(text: str) -> date | None:
    """The day at the beginning of what the list says, or none: a year alone is no day."""
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None

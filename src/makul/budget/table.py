"""Items as a table: written as CSV, read from CSV with each line that cannot be used named."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from makul.budget.actions.items import MOST_ITEMS, ItemInput
from makul.budget.models import Kind
from makul.budget.queries.items import Shown
from makul.budget.words import BASES
from makul.core.errors import BadInput
from makul.core.money import read_som

WORDS = (
    *("kind", "subject_ky", "subject_ru", "position_ky", "position_ru"),
    *("basis", "basis_ky", "basis_ru", "mandated_ky", "mandated_ru"),
)
SHORT = {"basis_ky": 300, "basis_ru": 300, "mandated_ky": 300, "mandated_ru": 300}
MOST_BYTES, MOST_CHARACTERS = 2_000_000, 20_000
SIDES = ("lsg", "government", "agreed", "given")


@dataclass(frozen=True, slots=True)
class Refusal:
    """A line that cannot be used: its number in the file, the column, and what is wrong."""

    line: int
    column: str
    error: BadInput


@dataclass(frozen=True, slots=True)
class Taken:
    """What a table held: items to be written, and lines refused."""

    items: Sequence[ItemInput]
    refusals: Sequence[Refusal]


def read_items(data: bytes, *, years: Sequence[int]) -> Taken:
    """The items of a table; a line that cannot be used is refused by its number, the others stay.

    Raises BadInput `items_too_big`, `items_not_text`, `items_no_column` where nothing can be read.
    """
    reader = csv.DictReader(io.StringIO(text_of(data), newline=""), delimiter=delimiter_of(data))
    columns = [name.strip() for name in reader.fieldnames or ()]
    reader.fieldnames = columns
    missing = [name for name in ("kind", "subject_ky", "subject_ru") if name not in columns]
    if missing:
        raise BadInput("items_no_column", column=missing[0])
    items: list[ItemInput] = []
    refusals: list[Refusal] = []
    for row in rows_of(reader):
        if not any((value or "").strip() for key, value in row.items() if key is not None):
            continue
        try:
            items.append(item_of(row, years, taken=len(items)))
        except Unusable as found:
            refusals.append(Refusal(reader.line_num, found.column, found.error))
    return Taken(items, refusals)


def rows_of(reader: csv.DictReader[str]) -> Iterator[dict[str, str]]:
    """The lines, as far as they can be parted into cells. Raises BadInput `items_not_text`."""
    try:
        yield from reader
    except csv.Error as error:
        raise BadInput("items_not_text") from error


class Unusable(Exception):
    """One line cannot be used: which column, and why."""

    def __init__(self, column: str, error: BadInput) -> None:
        super().__init__(column)
        self.column, self.error = column, error


def text_of(data: bytes) -> str:
    if len(data) > MOST_BYTES:
        raise BadInput("items_too_big", limit_mb=MOST_BYTES // 1_000_000)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadInput("items_not_text") from error


def delimiter_of(data: bytes) -> str:
    """A semicolon where the first line has more of them than commas."""
    head = data.split(b"\n", 1)[0]
    return ";" if head.count(b";") > head.count(b",") else ","


def item_of(row: dict[str, str], years: Sequence[int], *, taken: int) -> ItemInput:
    """One line as an item. Raises Unusable."""
    check_cells(row)
    said = {name: (row.get(name) or "").strip() for name in WORDS}
    if said["kind"] not in Kind.values:
        raise Unusable("kind", BadInput("unknown_kind_of_item", kind=said["kind"][:40]))
    if not (said["subject_ky"] or said["subject_ru"]):
        raise Unusable("subject_ru", BadInput("no_subject"))
    if said["basis"] and said["basis"] not in BASES:
        raise Unusable("basis", BadInput("unknown_basis", basis=said["basis"][:40]))
    for name, text in said.items():
        limit = SHORT.get(name, MOST_CHARACTERS)
        if len(text) > limit:
            raise Unusable(name, BadInput("too_long", number=1, limit=limit))
    if taken >= MOST_ITEMS:
        raise Unusable("", BadInput("too_many_items", limit=MOST_ITEMS))
    texts = {"text_ky": said.pop("position_ky"), "text_ru": said.pop("position_ru")}
    return ItemInput(**said, **texts, amounts={year: sum_in(row, year) for year in years})


def check_cells(row: Mapping[Any, object]) -> None:
    """As many cells as the first line has columns: the reader keeps the rest under no name."""
    more = row.get(None, [])
    wanted = len([name for name in row if name is not None])
    found = wanted + len(more if isinstance(more, list) else []) - list(row.values()).count(None)
    if found != wanted:
        raise Unusable("", BadInput("row_cells", found=found, wanted=wanted))


def sum_in(row: dict[str, str], year: int) -> Decimal | None:
    """The sum of a year; an empty cell, or no such column, names none."""
    try:
        found = read_som(row.get(str(year)) or "")
    except BadInput as error:
        raise Unusable(str(year), error) from error
    return None if found is None else Decimal(found)


def items_csv(items: Iterable[Shown], *, years: Sequence[int]) -> str:
    """The items with the sums of every side: what is read in again is the columns of `WORDS`."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    sums = [f"{side}_{year}" for side in SIDES for year in years]
    writer.writerow(["number", "side", *WORDS, *map(str, years), "outcome", *sums])
    for one in items:
        writer.writerow(line_of(one, years))
    return out.getvalue()


def line_of(one: Shown, years: Sequence[int]) -> list[str]:
    item, line = one.item, one.line
    own = one.lsg if item.side == "lsg" else one.government
    said = {name: str(getattr(item, name, "")) for name in WORDS}
    said |= {f"position_{code}": own.text(code) if own else "" for code in ("ky", "ru")}
    figures = [line.amount(side, year) for side in (item.side,) for year in years]
    figures += [line.amount(side, year) for side in SIDES for year in years]
    shown = ["" if som is None else str(som) for som in figures]
    texts = [guarded(said[name]) for name in WORDS]
    return [
        str(item.number),
        item.side,
        *texts,
        *shown[: len(years)],
        one.outcome,
        *shown[len(years) :],
    ]


def guarded(text: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{text}" if text[:1] in {"=", "+", "-", "@", "\t"} else text

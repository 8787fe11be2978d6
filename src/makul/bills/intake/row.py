"""One row of a register, checked: a bill as the register knows it, or why the row is refused."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any
from urllib.parse import urlsplit

from makul.bills.intake.happenings import Happening, read_events
from makul.bills.models import Bill
from makul.core.errors import BadInput

# column -> the most letters; what is not named here is no column
LONGEST: Mapping[str, int] = {
    "number": 60,
    "title_ky": 2_000,
    "title_ru": 2_000,
    "summary_ky": 10_000,
    "summary_ru": 10_000,
    "text_ky": 100_000,
    "text_ru": 100_000,
    "address": 500,
    "initiator_kind": 12,
    "initiator": 300,
    "act_kind": 16,
    "registered_on": 10,
    "committee": 300,
    "stage": 12,
    "events": 20_000,
    "case_number": 20,
}
NEEDED = ("number", "initiator_kind", "registered_on")
WORDS: Mapping[str, tuple[str, ...]] = {
    "initiator_kind": tuple(Bill.Initiator.values),
    "stage": tuple(Bill.Stage.values),
    "act_kind": ("law", "sub_statutory"),
}
DEFAULTS = {"stage": "registered", "act_kind": "law"}
CELLS = tuple(name for name in LONGEST if name != "events")
KEPT = tuple(name for name in LONGEST if name not in {"text_ky", "text_ru"})
EARLIEST = date(1991, 8, 31)


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a row was not kept: its line, the code of the reason and what the sentence names."""

    line: int
    code: str
    params: dict[str, str]

    def kept(self) -> dict[str, Any]:
        return asdict(self)


@dataclass(frozen=True, slots=True)
class BillRow:
    """A row that holds: its cells as text, its day, its events, and the digest of all of it."""

    line: int
    cells: dict[str, str]
    registered_on: date
    events: tuple[Happening, ...]
    sha256: str

    @property
    def number(self) -> str:
        return self.cells["number"]


def check_row(raw: Mapping[str, Any], *, line: int) -> BillRow | Refusal:
    """The row, or the first thing wrong with it, in words a person can act on."""
    try:
        cells = {name: _cell(raw[name], name) if name in raw else "" for name in CELLS}
        events = read_events(raw.get("events"), longest=LONGEST["events"])
        _check(cells)
        registered_on = _day(cells["registered_on"])
    except BadInput as error:
        said = {name: str(value)[:80] for name, value in error.params.items()}
        return Refusal(line, error.code, said)
    cells = {name: value or DEFAULTS.get(name, "") for name, value in cells.items()}
    return BillRow(line, cells, registered_on, events, _digest(cells, events))


def _cell(value: Any, name: str) -> str:
    if not value and value != 0:
        return ""
    value = str(value) if isinstance(value, int) and name == "number" else value
    if not isinstance(value, str):
        raise BadInput("row_not_text", field=name)
    if len(value) > LONGEST[name]:
        raise BadInput("row_too_long", field=name, longest=LONGEST[name])
    if not value.isprintable():
        if any("\ud800" <= sign <= "\udfff" for sign in value):
            raise BadInput("row_not_utf8", field=name)
        return "".join(sign if sign.isprintable() else " " for sign in value).strip()
    return value.strip()


def _check(cells: Mapping[str, str]) -> None:
    for name in NEEDED:
        if not cells[name]:
            raise BadInput("row_lacks", field=name)
    if not (cells["title_ky"] or cells["title_ru"]):
        raise BadInput("row_no_title")
    for name, known in WORDS.items():
        if cells[name] and cells[name] not in known:
            raise BadInput(
                "row_unknown_word", field=name, value=cells[name], known=", ".join(known)
            )
    if cells["address"] and not _is_address(cells["address"]):
        raise BadInput("row_bad_address", value=cells["address"])


def _is_address(value: str) -> bool:
    try:
        parts = urlsplit(value)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.netloc)


def _day(value: str) -> date:
    try:
        day = date.fromisoformat(value)
    except ValueError:
        raise BadInput("row_bad_day", field="registered_on", value=value) from None
    if len(value) != len("2026-01-31") or day < EARLIEST:
        raise BadInput("row_bad_day", field="registered_on", value=value)
    return day


def _digest(cells: Mapping[str, str], events: tuple[Happening, ...]) -> str:
    """Over what the row says, whatever the order of its columns."""
    said = [cells[name] for name in CELLS]
    said += [json.dumps([one.key, one.text_ky, one.text_ru]) for one in events]
    return hashlib.sha256("\x1f".join(said).encode()).hexdigest()

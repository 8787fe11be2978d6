"""One line of a list of territories, checked: what is wrong is named with its line."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from makul.core.errors import BadInput

KINDS = (
    "country",
    "oblast",
    "raion",
    "city_republic",
    "city_oblast",
    "city_raion",
    "raion_of_city",
    "urban_settlement",
    "aimak",
    "village",
)
COLUMNS = (
    "code",
    "kind",
    "name_ky",
    "name_ru",
    "name_en",
    "parent_code",
    "valid_from",
    "valid_to",
    "predecessor_codes",
    "source",
)
LONGEST_NAME, LONGEST_SOURCE = 200, 300

_CODE = re.compile(r"\d{14}")
_NUMBER = re.compile(r"[\d.,]+E\+?\d+|\d+[.,]\d+", re.I)


@dataclass(frozen=True, slots=True)
class TerritoryRow:
    """A place as one edition of one list knew it. A name the list does not give is empty."""

    code: str
    kind: str
    name_ky: str
    name_ru: str
    name_en: str
    parent_code: str
    valid_from: date | None
    valid_to: date | None
    predecessor_codes: tuple[str, ...]
    source: str
    edition_on: date


def read_row(cells: Mapping[str, str], *, line: int, source: str, edition_on: date) -> TerritoryRow:
    """A row out of the cells of one line; `source` is the edition's, for a row without its own."""
    row = TerritoryRow(
        code=_code(cells["code"], line=line),
        kind=_kind(cells["kind"], line=line),
        name_ky=_short(cells["name_ky"], line=line, column="name_ky", longest=LONGEST_NAME),
        name_ru=_short(cells["name_ru"], line=line, column="name_ru", longest=LONGEST_NAME),
        name_en=_short(cells["name_en"], line=line, column="name_en", longest=LONGEST_NAME),
        parent_code=_code(cells["parent_code"], line=line) if cells["parent_code"] else "",
        valid_from=read_date(cells["valid_from"], line=line, column="valid_from"),
        valid_to=read_date(cells["valid_to"], line=line, column="valid_to"),
        predecessor_codes=_codes(cells["predecessor_codes"], line=line),
        source=_short(cells["source"], line=line, column="source", longest=LONGEST_SOURCE)
        or source,
        edition_on=edition_on,
    )
    if not (row.name_ky or row.name_ru):
        raise BadInput("territories_no_name", line=line, value=row.code)
    if row.valid_from and row.valid_to and row.valid_to < row.valid_from:
        raise BadInput("territories_days_reversed", line=line, value=row.code)
    return row


def read_date(value: str, *, line: int, column: str) -> date | None:
    """A day written 2025-10-31 or 31.10.2025; None where the cell is empty.

    Raises: BadInput `territories_bad_date`.

    >>> read_date("31.10.2025", line=3, column="valid_from")
    datetime.date(2025, 10, 31)
    """
    if not value:
        return None
    for form in ("%Y-%m-%d", "%d.%m.%Y"):
        try:
            return datetime.strptime(value, form).date()  # noqa: DTZ007 - a day has no zone
        except ValueError:
            continue
    raise BadInput("territories_bad_date", line=line, column=column, value=value[:40])


def _code(value: str, *, line: int) -> str:
    if _CODE.fullmatch(value):
        return value
    if _NUMBER.fullmatch(value):
        raise BadInput("territories_code_as_number", line=line, value=value[:40])
    raise BadInput("territories_bad_code", line=line, value=value[:40])


def _codes(value: str, *, line: int) -> tuple[str, ...]:
    parts = re.split(r"[\s,;|]+", value.strip())
    return tuple(dict.fromkeys(_code(part, line=line) for part in parts if part))


def _kind(value: str, *, line: int) -> str:
    if value not in KINDS:
        raise BadInput("territories_bad_kind", line=line, value=value[:40], kinds=", ".join(KINDS))
    return value


def _short(value: str, *, line: int, column: str, longest: int) -> str:
    if len(value) > longest:
        raise BadInput("territories_too_long", line=line, column=column, longest=longest)
    return value

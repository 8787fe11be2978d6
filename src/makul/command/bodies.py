"""Reads the file of bodies that `./makul party add` enters: YAML or CSV, one body or many."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from makul.command.yaml_file import read_yaml
from makul.core.errors import BadInput

NEEDED = ("key", "kind", "name_ky", "name_ru")
DAYS = ("valid_from", "valid_to")
OPTIONAL = ("name_en", "body_kind", "territory", "oblast", "email", "language", *DAYS)


def read_bodies(file: Path) -> list[dict[str, Any]]:
    """The bodies of a file, each as texts and days by name, checked for form.

    Raises: BadInput `no_file`, `not_yaml`, `not_csv`, `no_bodies`, `party_unknown`, `party_lacks`,
    `party_not_text`, `party_bad_day`, `party_key_repeated`.
    """
    found = _csv(file) if file.suffix.lower() == ".csv" else _yaml(file)
    if not found:
        raise BadInput("no_bodies", path=file)
    rows = [_row(number, said) for number, said in enumerate(found, start=1)]
    keys = [row["key"] for row in rows]
    for key in keys:
        if keys.count(key) > 1:
            raise BadInput("party_key_repeated", key=key)
    return rows


def _yaml(file: Path) -> Sequence[Any]:
    said = read_yaml(file, see="./makul party add --help")
    return said if isinstance(said, list) else [said]


def _csv(file: Path) -> Sequence[Any]:
    try:
        text = file.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise BadInput("no_file", path=file) from error
    except UnicodeDecodeError as error:
        raise BadInput("not_csv", path=file) from error
    return [
        {name: value for name, value in row.items() if value}
        for row in csv.DictReader(io.StringIO(text))
    ]


def _row(number: int, said: Any) -> dict[str, Any]:
    """One body of a file; `number` counts the bodies from 1 and names one that has no key."""
    if not isinstance(said, dict):
        raise BadInput("party_lacks", key=f"body {number}", names=", ".join(NEEDED))
    called = said.get("key") or f"body {number}"
    if unknown := [str(name) for name in said if name not in {*NEEDED, *OPTIONAL}]:
        raise BadInput("party_unknown", key=called, names=", ".join(unknown))
    if lacking := [name for name in NEEDED if not said.get(name)]:
        raise BadInput("party_lacks", key=called, names=", ".join(lacking))
    return {
        name: _day(called, name, value) if name in DAYS else _text(called, name, value)
        for name, value in said.items()
        if value not in (None, "")
    }


def _text(called: str, name: str, value: Any) -> str:
    if not isinstance(value, str):
        raise BadInput("party_not_text", key=called, name=name, value=value)
    return value.strip()


def _day(called: str, name: str, value: Any) -> date:
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        raise BadInput("party_bad_day", key=called, name=name, value=value) from None

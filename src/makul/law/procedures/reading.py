"""A case handed in as JSON: read into facts for the judge, or refused with one clear word.

What is wrong with the *form* is refused (a missing key, a wrong type, an unknown role, no date).
What is wrong with the *case* is not: a step out of turn, unknown, or by a stranger is for the judge.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from makul.core.calendar import moment
from makul.core.errors import BadInput
from makul.core.procedure import Entry, Facts, Procedure
from makul.law.agreements import check_terms
from makul.law.procedures import TRACKS

KNOWN = (
    "procedure",
    "edition",
    "terms",
    "track",
    "act_kind",
    "parties",
    "remarks",
    "unsettled",
    "binding",
    "entries",
)


def read_case(data: object) -> tuple[Procedure, Facts]:
    """The procedure and the facts of a case from JSON data.

    Shape: as `./makul procedure judge --help` shows it; `terms` and `binding` may be left out.
    Raises: BadInput("bad_case", where, why); LawGap for an unknown procedure or edition.

    >>> read_case([])
    Traceback (most recent call last):
    makul.core.errors.BadInput: bad_case (where=the file, why=it is not a table of keys and values)
    """
    case = _table(data, "the file")
    for key in case:
        if key not in KNOWN:
            raise BadInput("bad_case", where=key, why="no such key is known")
    terms = _table(case.get("terms", {}), "terms")
    rules = check_terms(
        _word(case, "procedure", "npa"), _word(case, "edition", "2026-proposed"), terms
    )
    facts = Facts(
        track=_one_of(case, "track", TRACKS),
        act_kind=_one_of(case, "act_kind", rules.act_kinds or ("",)),
        parties=_parties(_table(_needed(case, "parties"), "parties"), rules),
        entries=[_entry(row, number) for number, row in enumerate(_rows(case), 1)],
        remarks=_count(case, "remarks"),
        unsettled=_count(case, "unsettled"),
        binding=_flag(case, "binding"),
    )
    return rules, facts


def _entry(row: object, number: int) -> Entry:
    """One entry; its step and party may be unknown, its form may not be wrong."""
    where = f"entry {number}"
    entry = _table(row, where)
    for key, value in entry.items():
        if key not in ("step", "party", "at", "to", "value"):
            raise BadInput("bad_case", where=where, why=f"there is no {key!r} in an entry")
        if not isinstance(value, str) and not (value is None and key in ("to", "value")):
            raise BadInput("bad_case", where=where, why=f"{key} is not a text")
    for key in ("step", "party", "at"):
        if not entry.get(key):
            raise BadInput("bad_case", where=where, why=f"{key} is missing")
    return Entry(
        entry["step"],
        entry["party"],
        _moment(entry["at"], where),
        entry.get("to") or None,
        entry.get("value") or None,
    )


def _moment(text: str, where: str) -> datetime:
    try:
        return moment(text).replace(tzinfo=None)
    except (BadInput, OverflowError):
        why = f"{text!r} is not a moment like 2026-03-02T10:00"
        raise BadInput("bad_case", where=where, why=why) from None


def _parties(given: Mapping[str, Any], rules: Procedure) -> dict[str, str]:
    for party, role in given.items():
        if role not in rules.roles:
            why = f"{role!r} is no role; the roles are {', '.join(rules.roles)}"
            raise BadInput("bad_case", where=f"party {party}", why=why)
    return {str(party): str(role) for party, role in given.items()}


def _table(data: object, where: str) -> Mapping[str, Any]:
    if not isinstance(data, Mapping):
        raise BadInput("bad_case", where=where, why="it is not a table of keys and values")
    return data


def _rows(case: Mapping[str, Any]) -> Sequence[object]:
    rows = _needed(case, "entries")
    if not isinstance(rows, list):
        raise BadInput("bad_case", where="entries", why="it is not a list")
    return rows


def _needed(case: Mapping[str, Any], key: str) -> Any:
    if key not in case:
        raise BadInput("bad_case", where=key, why="it is missing")
    return case[key]


def _word(case: Mapping[str, Any], key: str, default: str) -> str:
    word = case.get(key, default)
    if not isinstance(word, str):
        raise BadInput("bad_case", where=key, why="it is not a text")
    return word


def _one_of(case: Mapping[str, Any], key: str, known: Sequence[str]) -> str:
    word = case.get(key, known[0])
    if word not in known:
        raise BadInput("bad_case", where=key, why=f"{word!r} is not one of {', '.join(known)}")
    return str(word)


def _count(case: Mapping[str, Any], key: str) -> int:
    number = case.get(key, 0)
    if not isinstance(number, int) or isinstance(number, bool) or number < 0:
        raise BadInput("bad_case", where=key, why=f"{number!r} is not a number of rows")
    return number


def _flag(case: Mapping[str, Any], key: str) -> bool:
    flag = case.get(key, True)
    if not isinstance(flag, bool):
        raise BadInput("bad_case", where=key, why=f"{flag!r} is neither true nor false")
    return flag

"""Numbers of the law that change by date, each with what it rests on."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import takewhile
from typing import Any

from makul.core.errors import BadInput, LawGap
from makul.law.data import names_in, read_yaml
from makul.law.order import order_terms
from makul.law.sources import Source, source


@dataclass(frozen=True, slots=True)
class Parameter:
    """A value with its unit, the day it holds from and the source it rests on."""

    key: str
    value: int | str
    unit: str
    from_on: date
    basis: str

    @property
    def source(self) -> Source:
        """The act that sets the value, or `proposed`."""
        return source(self.basis)


def value_on(key: str, day: date) -> Parameter:
    """The value that holds on that day.

    Raises: BadInput("unknown_parameter", key); LawGap("no_parameter", key, on) before its first edition.

    >>> value_on("evening_hour", date(2026, 3, 2)).value
    18
    """
    if key not in editions():
        raise BadInput("unknown_parameter", key=key)
    begun = list(takewhile(lambda edition: edition.from_on <= day, editions()[key]))
    if not begun:
        raise LawGap("no_parameter", key=key, on=day)
    return begun[-1]


def about(key: str, language: str) -> str:
    """What the parameter is, in words.

    Raises: BadInput("unknown_parameter", key).
    """
    if key not in _rows():
        raise BadInput("unknown_parameter", key=key)
    text: str = _rows()[key]["about"][language]
    return text


@cache
def editions() -> Mapping[str, tuple[Parameter, ...]]:
    """Each parameter's values from the oldest to the newest."""
    return {
        key: tuple(sorted((_edition(key, row, one) for one in row["editions"]), key=_begins))
        for key, row in _rows().items()
    }


@cache
def _rows() -> Mapping[str, dict[str, Any]]:
    """The files of this folder as one table."""
    rows: dict[str, dict[str, Any]] = {}
    for name in names_in("parameters"):
        rows |= read_yaml("parameters", name)
    return rows


def _edition(key: str, row: Mapping[str, Any], one: Mapping[str, Any]) -> Parameter:
    """One dated value; a term of the Order is looked up there, where alone it stands."""
    value = one["value"] if "value" in one else order_terms(one["order"])[one["term"]].ordinary
    return Parameter(key, value, row["unit"], one["from"], one["basis"])


def _begins(parameter: Parameter) -> date:
    return parameter.from_on

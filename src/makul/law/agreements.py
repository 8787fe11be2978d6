"""Applies the terms of an agreement to an edition of a procedure, and proves it before it is used."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from makul.core.errors import BadInput
from makul.core.procedure import Length, Procedure
from makul.law.procedures import procedure

LONGEST = {"wd": 250, "mo": 120}


def edition(key: str, base: str, terms: Mapping[str, Any]) -> Procedure:
    """The procedure with the terms that differ: {"position": {"ordinary": 20, "short": 7}}.

    Raises: BadInput `agreement_not_sound`, naming the term that cannot be; LawGap `no_edition`.
    Source: Model Order, art. 41(2).
    """
    plain = procedure(key, base)
    lengths = {name: _length(plain, name, given) for name, given in terms.items()}
    return plain.with_terms(lengths)


def check_terms(key: str, base: str, terms: Mapping[str, Any]) -> None:
    """Refuse terms under which the procedure would not be sound."""
    edition(key, base, terms)


def _length(plain: Procedure, name: str, given: Any) -> Length:
    known = plain.terms.get(name)
    if known is None or not isinstance(given, Mapping) or set(given) - {"ordinary", "short"}:
        raise BadInput("agreement_not_sound", term=name, why="unknown")
    ordinary = given.get("ordinary", known.ordinary)
    short = given.get("short", known.short)
    for days in (ordinary, short):
        if not isinstance(days, int) or not 1 <= days <= LONGEST.get(known.unit, 250):
            raise BadInput("agreement_not_sound", term=name, why=f"{days} {known.unit}")
    return Length(ordinary, short, known.unit)

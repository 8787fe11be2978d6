"""What stands on a printed order beside its sentences: how it is headed, its annexes, its notes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from makul.core.procedure import Procedure
from makul.law.data import read_yaml
from makul.law.order import Order, OrderTerm, order
from makul.law.procedures.about import about


@dataclass(frozen=True, slots=True)
class Heading:
    """How an order is headed in one language; `to`: how an annex names the order it belongs to."""

    title: str
    to: str
    forms: tuple[str, ...]


def heading(key: str, *, language: str) -> Heading:
    """How the order of a procedure is headed; one without a heading of its own bears its name.

    Raises: LawGap("no_procedure", key).

    >>> heading("special_protocol", language="en").title
    'Order of the special protocol on inter-budget relations'
    """
    row = _read("headings.yaml").get(key)
    if row is None:
        return Heading(about(key, language=language).order, "", ())
    return Heading(row["title"][language], row["to"][language], tuple(row.get("forms", ())))


def say(*path: str, language: str, **words: object) -> str:
    """A phrase of the printed order with its words put in.

    >>> say("article", language="ky", n=5, title="Тилдер")
    '5-берене. Тилдер'
    """
    found: Any = _read("words.yaml")
    for name in path:
        found = found[name]
    text: str = found[language]
    return text.format(**words)


def order_of(rules: Procedure) -> Order:
    """The order that a procedure carries out.

    >>> from makul.law.procedures import procedure
    >>> order_of(procedure()).procedure
    'npa'
    """
    return order(rules.edition, procedure=rules.key)


def terms_of(rules: Procedure) -> Mapping[str, OrderTerm]:
    """The numbers of the order with the terms of the very procedure that the judge uses.

    >>> from makul.law.procedures import procedure
    >>> terms_of(procedure(terms={"position": {"ordinary": 20}}))["position"].ordinary
    20
    """
    terms = dict(order_of(rules).terms)
    for key, length in rules.terms.items():
        if key in terms:
            terms[key] = replace(terms[key], ordinary=length.ordinary, short=length.short)
    return terms


@cache
def _read(name: str) -> Any:
    return read_yaml("regulation", name)

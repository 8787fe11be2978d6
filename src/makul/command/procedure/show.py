"""`./makul procedure show`: who does what, when, after what, and what silence means."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from typing import Any

from makul.command.procedure.naming import name_language, name_procedure, named
from makul.command.procedure.writing import print_json
from makul.core.procedure import Procedure
from makul.law.order import order, print_item
from makul.law.procedures.table import COLUMNS, Row, headings, sentences_of, table


def add(ways: Any) -> None:
    """The way with its options."""
    found = ways.add_parser(
        "show",
        help="print who does what, when, after what, and what silence means",
        epilog="Example: ./makul procedure show npa --language ru",
    )
    name_procedure(found)
    name_language(found)
    found.add_argument("--json", action="store_true", help="print JSON")
    found.set_defaults(run=show)


def show(arguments: argparse.Namespace) -> int:
    """Print the table of a procedure, the limits of the short track, and its sentences (JSON)."""
    rules = named(arguments)
    rows = table(rules, language=arguments.language)
    limits = limits_of_short_track(rules, arguments.language)
    if arguments.json:
        print_json(_data(rules, rows, limits))
        return 0
    _print_table(headings(arguments.language), [[getattr(row, c) for c in COLUMNS] for row in rows])
    if limits:
        sys.stdout.write("\n" + "\n".join(limits) + "\n")
    return 0


def _data(rules: Procedure, rows: Sequence[Row], limits: Sequence[str]) -> dict[str, object]:
    """The table as data: each step with the keys of the sentences that state it."""
    return {
        "procedure": rules.key,
        "edition": rules.edition,
        "terms": {
            key: {"ordinary": one.ordinary, "short": one.short, "unit": one.unit}
            for key, one in rules.terms.items()
        },
        "steps": [
            {name: getattr(row, name) for name in ("key", *COLUMNS)}
            | {"items": [item.key for item in sentences_of(rules, rules.step(row.key))]}
            for row in rows
        ],
        "short_track_limits": list(limits),
    }


def limits_of_short_track(rules: Procedure, language: str) -> list[str]:
    """What the order says may not go on its short track; nothing where it knows no such limits."""
    found = order(rules.edition, procedure=rules.key)
    articles = {item.article for item in found.items_under("short.limit")}
    return [
        print_item(item, language=language, terms=found.terms, track="short")
        for item in found.items
        if item.article in articles
    ]


def _print_table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Each step as a short block: a wide table cannot be read on a screen."""
    width = max(len(head) for head in heads)
    for row in rows:
        lines = [f"{row[0]}"]
        for head, cell in zip(heads[1:], row[1:], strict=True):
            if cell != "–":
                lines.append(f"  {head:{width}}  {cell}")
        sys.stdout.write("\n".join(lines) + "\n")

"""`./makul procedure`: an order shown, proved, drawn, printed and played, and cases judged by it."""

from __future__ import annotations

from typing import Any

from makul.command.procedure import check, diagram, judge, printing, show, simulate

WAYS = (show, check, diagram, judge, printing, simulate)


def add(subparsers: Any) -> None:
    """The command with its ways, each in a module of its own."""
    command = subparsers.add_parser(
        "procedure",
        help="show, prove, draw, print or play a procedure, and judge a case by it",
        epilog="Example: ./makul procedure show npa --lang ru",
    )
    ways = command.add_subparsers(dest="way", metavar="WAY", required=True)
    for way in WAYS:
        way.add(ways)

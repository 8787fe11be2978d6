"""`./makul procedure diagram`: the procedure drawn, with a lane for each role."""

from __future__ import annotations

import argparse
import sys
from typing import Any

from makul.command.procedure.naming import name_language, name_procedure, named
from makul.command.procedure.writing import write_file
from makul.law.procedures.diagram import svg


def add(ways: Any) -> None:
    """The way with its options."""
    found = ways.add_parser(
        "diagram",
        help="draw the procedure: an SVG with a lane for each role",
        epilog="Example: ./makul procedure diagram npa --svg npa.svg",
    )
    name_procedure(found)
    name_language(found)
    found.add_argument("--svg", metavar="OUT", help="the file to write; else it is printed")
    found.set_defaults(run=diagram)


def diagram(arguments: argparse.Namespace) -> int:
    """Write the drawing into a file, or print it."""
    drawn = svg(named(arguments), language=arguments.language)
    if arguments.svg:
        write_file(arguments.svg, drawn.encode("utf-8"))
    else:
        sys.stdout.write(drawn)
    return 0

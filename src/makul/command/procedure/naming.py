"""Which procedure, in which edition and language: what every way of `./makul procedure` asks first."""

from __future__ import annotations

import argparse

from makul.core.procedure import Procedure
from makul.law.procedures import KEYS, procedure
from makul.law.sources import LANGUAGES


def name_procedure(parser: argparse.ArgumentParser) -> None:
    """The procedure and its edition."""
    known = ", ".join(KEYS)
    parser.add_argument("procedure", metavar="PROCEDURE", help=f"one of {known}")
    parser.add_argument("--edition", default="2026-proposed", help="for example 2026-proposed")


def name_language(parser: argparse.ArgumentParser) -> None:
    """The language of what is printed."""
    parser.add_argument(
        "--language",
        "--lang",
        dest="language",
        choices=LANGUAGES,
        default="en",
        help="ky, ru or en",
    )


def named(arguments: argparse.Namespace) -> Procedure:
    """The procedure that was asked for.

    Raises: LawGap for a procedure or an edition nobody knows.
    """
    return procedure(arguments.procedure, arguments.edition)

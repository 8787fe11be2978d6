"""The command line: `./makul COMMAND`; each module here is one command and says what it is for."""

from __future__ import annotations

import argparse
import importlib
import os
import sys
from collections.abc import Sequence

from makul.command.words import say
from makul.core.errors import MakulError

COMMANDS = (
    "demo",
    "test",
    "check",
    "act",
    "procedure",
    "journal",
    "case",
    "registry",
    "party",
    "agreement",
    "bills",
    "sittings",
    "worker",
    "bench",
    "manage",
    "messages",
)


class _Parser(argparse.ArgumentParser):
    """One clear sentence and exit code 2 for a wrong argument, never a page of usage."""

    def error(self, message: str) -> None:  # type: ignore[override]
        self.exit(2, f"makul: {message.rstrip('.')}. See '{self.prog} --help'.\n")


class _Wide(argparse.HelpFormatter):
    """Each command on one line, however its name is long and the terminal narrow."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, max_help_position=15, width=100)
        self._action_max_length = 13  # argparse forgets that commands are indented once more


def parser(command: str | None = None) -> argparse.ArgumentParser:
    """The parser of one command, or of all of them (importing all is slow, so only `help` does)."""
    root = _Parser(
        prog="./makul",
        description="Local self-government and state power reach decisions together.",
        epilog="Each has --help with an example: ./makul demo --help",
        formatter_class=_Wide,
    )
    subparsers = root.add_subparsers(dest="command", metavar="COMMAND", parser_class=_Parser)
    for name in [command] if command in COMMANDS else COMMANDS:
        importlib.import_module(f"makul.command.{name}").add(subparsers)
    subparsers.add_parser("help", help="show this page")
    return root


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command. Returns the exit code: 0 well, 1 found something wrong, 2 wrong call or input."""
    words = list(sys.argv[1:] if argv is None else argv)
    root = parser(words[0] if words else None)
    if not words or words[0] in {"help", "-h", "--help"}:
        root.print_help()
        return 0
    arguments, rest = root.parse_known_args(words)
    arguments.rest = rest
    if rest and not getattr(arguments, "passes_on", False):
        root.error(f"unrecognized arguments: {' '.join(rest)}")
    try:
        code = int(arguments.run(arguments) or 0)
        sys.stdout.flush()
    except MakulError as error:
        sys.stderr.write(f"makul: {say(error)}\n")
        return 2
    except (
        BrokenPipeError
    ):  # the reader (head, less) left: nothing more to say, not even on the way out
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        sys.stderr.write(f"makul: {error.filename or 'system'}: {error.strerror or error}.\n")
        return 2
    except KeyboardInterrupt:
        return 130
    return code

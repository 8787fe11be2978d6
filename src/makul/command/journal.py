"""`./makul journal`: export the journal, verify an export, sign a checkpoint, show the public key."""

from __future__ import annotations

import argparse
import base64
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from makul.command.room import replacing, set_up
from makul.command.words import say
from makul.core import evidence, journal
from makul.core.errors import BadInput


def add(subparsers: Any) -> None:
    command = subparsers.add_parser(
        "journal",
        help="export and verify the journal of all that happened",
        epilog="Example: ./makul journal export journal.jsonl && ./makul journal verify journal.jsonl",
    )
    ways = command.add_subparsers(dest="way", metavar="WAY", required=True)
    found = ways.add_parser(
        "export",
        help="write all entries and checkpoints into one file",
        epilog="Example: ./makul journal export journal.jsonl",
    )
    found.add_argument("file", metavar="FILE", help="the file to write; it is replaced when whole")
    found.set_defaults(run=export)
    for name, run, text in (
        ("checkpoint", checkpoint, "sign the root over all entries and print the checkpoint"),
        ("key", key, "print the public key that others verify with"),
    ):
        found = ways.add_parser(name, help=text, epilog=f"Example: ./makul journal {name}")
        found.set_defaults(run=run)
    _add_verifiers(ways)


def _add_verifiers(ways: Any) -> None:
    found = ways.add_parser(
        "verify",
        help="verify an exported file: 0 whole, 1 broken",
        epilog="Example: ./makul journal verify journal.jsonl --key journal.pub --against old.jsonl",
    )
    journal.add_arguments(found)
    found.set_defaults(run=lambda arguments: verify(arguments, journal.run))
    found = ways.add_parser(
        "verify-evidence",
        help="verify the evidence file of a case: 0 whole, 1 broken",
        epilog="Example: ./makul journal verify-evidence evidence.zip --key journal.pub",
    )
    evidence.add_arguments(found)
    found.set_defaults(run=lambda arguments: verify(arguments, evidence.run))


def verify(arguments: argparse.Namespace, run: Any) -> int:
    """Run a verifier of core; what it cannot read is bad input, said in one sentence."""
    try:
        return int(run(arguments))
    except (journal.Unreadable, OSError) as error:
        raise BadInput("not_verifiable", why=str(error).rstrip(".")) from error


def export(arguments: argparse.Namespace) -> int:
    """Sign what is new, then write the file aside and put it in its place when it is whole."""
    set_up()
    from makul.journal import actions, queries

    if queries.size():
        _sign_what_is_new(actions.make_checkpoint)
    with replacing(Path(arguments.file)) as out:
        for count, line in enumerate(queries.export_lines()):
            out.write(line.encode())
            if count and not count % 100_000:
                print(f"{count} lines written", file=sys.stderr)
    print(f"{queries.size()} entries in {arguments.file}")
    return 0


def _sign_what_is_new(make_checkpoint: Any) -> None:
    """A lost key keeps nobody from taking the journal along: it is told, and the export goes on."""
    try:
        make_checkpoint(at=datetime.now(UTC))
    except BadInput as error:
        if error.code != "journal_key_lost":
            raise
        sys.stderr.write(f"makul: what is new is not signed: {say(error)}\n")


def checkpoint(arguments: argparse.Namespace) -> int:
    """Print the checkpoint: whoever keeps it can find out whether the journal is rewritten later."""
    set_up()
    from makul.journal import actions, queries

    sys.stdout.write(queries.note(actions.make_checkpoint(at=datetime.now(UTC))))
    return 0


def key(arguments: argparse.Namespace) -> int:
    """Print the public key in base64."""
    set_up()
    from makul.journal import queries
    from makul.journal.key import public_key

    last = queries.latest_checkpoint()
    print(base64.b64encode(public_key(last_signer=last.public_key if last else "")).decode())
    return 0

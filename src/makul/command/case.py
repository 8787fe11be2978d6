"""`./makul case`: write the evidence file of a case, which anyone can verify without this program."""

from __future__ import annotations

import argparse
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from makul.command.room import replacing, set_up


def add(subparsers: Any) -> None:
    command = subparsers.add_parser(
        "case",
        help="write the evidence file of a case",
        epilog="Example: ./makul case export 2026-0001 evidence.zip",
    )
    ways = command.add_subparsers(dest="way", metavar="WAY", required=True)
    found = ways.add_parser(
        "export",
        help="documents, entries, proofs and a verifier in one zip",
        epilog="Example: ./makul case export 2026-0001 evidence.zip",
    )
    found.add_argument("number", metavar="NUMBER", help="the number of the case, like 2026-0001")
    found.add_argument(
        "out", metavar="OUT.zip", help="the file to write; it is replaced when whole"
    )
    found.set_defaults(run=export)


def export(arguments: argparse.Namespace) -> int:
    """Sign a fresh checkpoint, so that every entry of the case is under it, and write the zip."""
    set_up()
    from makul.cases.queries.evidence import evidence_documents
    from makul.journal import actions
    from makul.journal.evidence import write_evidence

    documents = list(evidence_documents(arguments.number))
    actions.make_checkpoint(at=datetime.now(UTC))
    with replacing(Path(arguments.out)) as out:
        entries = write_evidence(
            out,
            subject=f"case:{arguments.number}",
            documents=documents,
            title=arguments.number,
        )
    print(f"{entries} entries and {len(documents)} documents in {arguments.out}")
    return 0

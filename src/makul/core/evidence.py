"""Verifies an evidence file of one case: entries, their proofs, the checkpoint, the documents.

The evidence file carries this module as `verify.py` beside `journal.py`, and both work there alone:
`python verify.py verify-evidence . --key KEY`; the folder may as well be the zip itself.
"""

from __future__ import annotations

import argparse
import hashlib
import re
import sys
import zipfile
import zlib
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

try:
    from makul.core import journal
except ImportError:  # out of the project, beside the evidence
    import journal  # type: ignore[import-not-found,no-redef]

Folder = dict[str, Callable[[], bytes]]
LARGEST = 1 << 30  # bytes unpacked: more is no evidence of one case


def root_of_inclusion(leaf: bytes, index: int, size: int, path: Sequence[bytes]) -> bytes | None:
    """The root the path leads to; None if it has not the right length. Source: RFC 9162, 2.1.3.2."""
    number, last, result = index, size - 1, leaf
    for part in path:
        if last == 0:
            return None
        if number & 1 or number == last:
            result = journal.node_hash(part, result)
            while number and not number & 1:
                number, last = number >> 1, last >> 1
        else:
            result = journal.node_hash(result, part)
        number, last = number >> 1, last >> 1
    return result if last == 0 <= index < size else None


def opened(path: Path) -> Folder:
    """The names of the files in a folder or a zip, each with the way to read it. Raises: Unreadable."""
    if path.is_dir():
        files = (each for each in sorted(path.rglob("*")) if each.is_file())
        return {each.relative_to(path).as_posix(): each.read_bytes for each in files}
    try:
        archive = zipfile.ZipFile(path)
    except zipfile.BadZipFile as error:
        raise journal.Unreadable(f"{path.name} is neither a folder nor a zip") from error
    entries = [each for each in archive.infolist() if not each.is_dir()]
    result: Folder = {each.filename: partial(archive.read, each) for each in entries}
    if len(result) != len(entries) or sum(each.file_size for each in entries) > LARGEST:
        raise journal.Unreadable(f"{path.name} holds a name twice, or more than it may")
    return result


def verify(folder: Folder, *, keys: Sequence[bytes] = ()) -> journal.Report:
    """Verify the evidence in `folder`; `keys` are trusted. Raises: journal.Unreadable, OSError."""
    report = journal.Report()
    known = keys or [journal.read_key(_text(folder, "journal.pub"))]
    text = _text(folder, "checkpoint.txt")
    note = journal.signed(text, known, report) or journal.read_note(text)
    header, *records = map(journal.read_line, _text(folder, "entries.jsonl").strip().split("\n"))
    named: set[str] = set()
    for record in records:
        _check_entry(record, note, report)
        named |= set(re.findall(r"\b[0-9a-f]{64}\b", str(record.get("data"))))
    documents = [name for name in folder if name.startswith("documents/")]
    for name in documents:
        if hashlib.sha256(folder[name]()).hexdigest() not in named:
            report.find("document", 0, f"no entry here names {name}, or it was changed")
    for kind, left in (("entries", len(records)), ("documents", len(documents))):
        if (said := header.get(kind)) != left:
            report.find("removed", 0, f"{said} {kind} were put here, {left} are left")
    report.entries = report.covered = len(records)
    report.checkpoints = [{"size": note.size, "at": note.at, "holds": not report.broken}]
    report.notes += [] if keys else [journal.UNPROVED]
    return report


def _check_entry(record: dict[str, Any], note: journal.Note, report: journal.Report) -> None:
    if not journal.is_entry(record):
        report.find("changed", 0, "a line of entries.jsonl cannot be read")
        return
    number, stated, proof = record["number"], record.pop("hash"), record.pop("proof", None)
    try:
        path = [bytes.fromhex(part) for part in proof]
    except (TypeError, ValueError):
        path = []
    if journal.entry_hash(record.pop("previous"), journal.content(record)) != stated:
        report.find("changed", number, f"entry {number} was changed")
    leaf = journal.leaf_hash(bytes.fromhex(stated))
    if root_of_inclusion(leaf, number - 1, note.size, path) != note.root:
        text = f"entry {number} does not stand in the journal that the checkpoint covers"
        report.find("inserted", number, text)


def _text(folder: Folder, name: str) -> str:
    if name not in folder:
        raise journal.Unreadable(f"{name} is missing: this is no evidence file")
    return folder[name]().decode("utf-8", "surrogateescape")


def run(arguments: argparse.Namespace) -> int:
    """`verify-evidence PATH`. Raises: journal.Unreadable, OSError."""
    keys = [journal.named_key(each) for each in arguments.key]
    report = verify(opened(Path(arguments.path)), keys=keys)
    return journal.show(report, as_json=arguments.json)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What `verify-evidence` takes, here and in the project's own command."""
    parser.add_argument("path", metavar="PATH", help="the evidence file: the zip or its folder")
    parser.add_argument("--key", action="append", default=[], help="a key you trust, or its file")
    parser.add_argument("--json", action="store_true", help="print what was found as JSON")


def main() -> int:
    parser = argparse.ArgumentParser(description="Verify; 0 whole, 1 broken, 2 wrong call.")
    add_arguments(parser.add_subparsers(required=True).add_parser("verify-evidence"))
    try:
        return run(parser.parse_args())
    except (
        journal.Unreadable,
        OSError,
        ImportError,
        ValueError,
        RuntimeError,
        zlib.error,
    ) as error:
        print(error, file=sys.stderr)
        return 2


if __name__ == "__main__":
    sys.exit(main())

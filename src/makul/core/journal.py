"""Verifies the journal, also alone out of the project: `python journal.py verify FILE --key KEY`.

It needs the standard library and, for signatures, the package `cryptography`.

Format 1. An entry is a JSON object; its canonical bytes are UTF-8 JSON with sorted keys, no spaces,
strings in NFC, whole numbers within 2^53. Its hash is SHA-256 over a fixed prefix, the hash before it
(hex; 64 zeros before the first) and these bytes; the hashes are the leaves of a Merkle tree (RFC
9162). A checkpoint is a signed note (C2SP): origin, size, root, time, Ed25519 signature. An export is
JSON lines: a header, the checkpoints, the entries.
"""

from __future__ import annotations

import argparse
import base64
import hashlib
import json
import os
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, field
from functools import reduce
from itertools import chain, pairwise
from pathlib import Path
from typing import Any, TextIO

FORMAT = "makul-journal/1"
GENESIS = "0" * 64
UNPROVED = (
    "the signatures were checked with the key inside the file, which proves no origin: give --key"
)
Record = dict[Any, Any]  # an object of JSON; under None, which JSON cannot say, its own line
_encode = json.JSONEncoder(sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode


class Unreadable(Exception):
    """The file is not what it was said to be; the message is a sentence."""


def content(fields: Record) -> bytes:
    """The bytes of an entry whose values are canonical already."""
    return _encode(fields).encode("utf-8", "surrogatepass")


def entry_hash(previous: str, canonical: bytes) -> str:
    """The hash of an entry, in hex, from the hash before it and its canonical bytes."""
    head = b"makul journal entry 1\n" + previous.encode() + b"\n"
    return hashlib.sha256(head + canonical).hexdigest()


def leaf_hash(data: bytes) -> bytes:
    """Source: RFC 9162, 2.1.1."""
    return hashlib.sha256(b"\0" + data).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """Source: RFC 9162, 2.1.1."""
    return hashlib.sha256(b"\1" + left + right).digest()


class Frontier:
    """The root over leaves that arrive one by one, in the memory of one hash a level."""

    def __init__(self, size: int = 0, complete: Sequence[bytes] = ()) -> None:
        self.size, self._complete = size, list(complete)

    def append(self, leaf: bytes) -> list[bytes]:
        """Add a leaf; returns the inner nodes it completed, from the lowest level upwards."""
        node, ones, made = leaf, self.size, []
        while ones & 1:
            node, ones = node_hash(self._complete.pop(), node), ones >> 1
            made.append(node)
        self._complete.append(node)
        self.size += 1
        return made

    def root(self) -> bytes:
        parts = self._complete[::-1] or [hashlib.sha256().digest()]
        return reduce(lambda right, left: node_hash(left, right), parts)


@dataclass(frozen=True)
class Note:
    """A checkpoint as read; whose signature it bears is another question."""

    body: str
    origin: str
    size: int
    root: bytes
    at: str
    signature: bytes

    def is_signed_by(self, public: bytes) -> bool:
        from cryptography.exceptions import InvalidSignature
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

        try:
            Ed25519PublicKey.from_public_bytes(public).verify(self.signature, self.body.encode())
        except (InvalidSignature, ValueError):
            return False
        return True


def read_note(text: str) -> Note:
    """Read a checkpoint. Raises: Unreadable."""
    try:
        body, _, tail = text.partition("\n\n")
        origin, size, root, at = body.split("\n")
        mark = base64.b64decode(tail.rsplit(" ", 1)[1])
        digest = base64.b64decode(root, validate=True)
        return Note(f"{body}\n", origin, int(size), digest, at, mark[4:])
    except (ValueError, IndexError) as error:
        raise Unreadable(f"this is not a checkpoint: {text[:60]!r}") from error


def read_key(text: str) -> bytes:
    """A public key in hex or base64. Raises: Unreadable."""
    text = text.strip()
    try:
        key = bytes.fromhex(text) if len(text) == 64 else base64.b64decode(text, validate=True)
    except ValueError:
        key = b""
    if len(key) != 32:
        raise Unreadable(f"{text[:60]!r} is neither a file nor a public key in hex or base64")
    return key


def named_key(name: str) -> bytes:
    """A key as a person names it: the key itself, or the file it stands in."""
    return read_key(Path(name).read_text(errors="replace") if Path(name).is_file() else name)


@dataclass
class Finding:
    """A break; `kind`: changed, removed, reordered, inserted, rewritten, signature, document."""

    kind: str
    number: int
    text: str


@dataclass
class Report:
    """What a file was found to be; `broken` by number, the first hundred."""

    entries: int = 0
    covered: int = 0
    checkpoints: list[Record] = field(default_factory=list)
    broken: list[Finding] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def find(self, kind: str, number: int, text: str) -> None:
        if len(self.broken) < 100 and number not in {e.number for e in self.broken if number}:
            self.broken.append(Finding(kind, number, text))


def _once(pairs: list[tuple[str, Any]]) -> Record:
    result = dict(pairs)
    if len(result) != len(pairs):
        raise ValueError("a key stands twice")
    return result


# `int` takes no fraction and no NaN, so a line with one cannot be read.
_decode = json.JSONDecoder(object_pairs_hook=_once, parse_float=int, parse_constant=int).decode
_hashes = re.compile("[0-9a-f]{64} [0-9a-f]{64}").fullmatch


def read_line(line: str) -> Record:
    """The object on a line; an empty one where the line cannot be read."""
    try:
        record = _decode(line)
    except (ValueError, RecursionError):
        return {}
    return record if isinstance(record, dict) else {}


def is_entry(record: Record) -> bool:
    """Whether a record has the three things that tie it to the others."""
    tied = _hashes(f"{record.get('previous')} {record.get('hash')}")
    return bool(tied) and type(record.get("number")) is int and record["number"] > 0


def _span(first: int, last: int) -> str:
    return f"entry {first}" + (f" to {last}" if last > first else "")


class _Walk:
    """Goes through a file once, in the memory of a few entries, and names what does not fit."""

    def __init__(self, report: Report, earlier: Iterable[Record], due: dict[int, Note]) -> None:
        self.report, self.due, self.expected = report, due, 1
        self.head = GENESIS  # empty where the entry before is not known
        self.frontier: Frontier | None = Frontier()  # None once the leaves are not known
        self.strays: dict[int, Record] = {}
        self.gaps: list[tuple[int, int, set[int]]] = []
        self.earlier = filter(is_entry, earlier)
        self.old = next(self.earlier, None)
        self.held, self.rewritten, self.shifted = 0, 0, False

    def step(self, entry: Record, following: Record | None) -> None:
        """One line: in its place, too early, too late, or not to be read."""
        if not is_entry(entry):
            self.report.find("changed", self.expected, f"entry {self.expected} cannot be read")
            self.head, self.frontier, self.expected = "", None, self.expected + 1
            return
        number = entry["number"]
        while number != self.expected in self.strays:
            self._take_stray()
        if number < self.expected:
            self._take_late(number)
        elif number > self.expected and following and following.get("number") == self.expected:
            self.strays[number] = entry
        else:
            if number > self.expected:
                self.gaps.append((self.expected, number, set()))
                self.head, self.frontier, self.expected = "", None, number
            if self.strays.pop(number, None):
                self.report.find("inserted", number, f"a second entry {number} was inserted")
            self._take(entry)

    def _take_stray(self) -> None:
        number, text = self.expected, f"entry {self.expected} stands before its place"
        self.report.find("reordered", number, text)
        self._take(self.strays.pop(number))

    def _take_late(self, number: int) -> None:
        gaps = (back for first, end, back in self.gaps if first <= number < end)
        if (returned := next(gaps, None)) is None or number in returned:
            self.report.find("inserted", number, f"a second entry {number} was inserted")
        else:
            returned.add(number)

    def _take(self, entry: Record) -> None:
        number, stated, previous = entry["number"], entry.pop("hash"), entry.pop("previous")
        # A line as it was exported is, without the two hashes, the canonical bytes: quicker to cut.
        text = entry.pop(None).strip().replace(f'"hash":"{stated}",', "", 1)
        cut = text.replace(f'"previous":"{previous}",', "", 1).encode("utf-8", "surrogatepass")
        if entry_hash(previous, cut) != stated != entry_hash(previous, content(entry)):
            self._name_change(entry, stated, previous)
        elif self.head and previous != self.head:
            text = f"entry {number - 1} was changed: entry {number} continues another one"
            self.report.find("changed", max(number - 1, 1), text)
            self.frontier = None
        self._compare(number, stated)
        self.head, self.expected = stated, number + 1
        if self.frontier:
            self.frontier.append(leaf_hash(bytes.fromhex(stated)))
        if number in self.due:
            self._reach(self.due.pop(number))

    def _name_change(self, entry: Record, stated: str, previous: str) -> None:
        number = entry["number"]
        for shift, kind in ((1, "removed"), (-1, "inserted")):
            if entry_hash(previous, content({**entry, "number": number + shift})) == stated:
                if not self.shifted:
                    at, self.frontier, self.shifted = min(number, number + shift), None, True
                    self.report.broken = [e for e in self.report.broken if e.number != at]
                    self.report.find(kind, at, f"entry {at} was {kind}, the rest renumbered")
                return
        self.report.find("changed", number, f"entry {number} was changed")

    def _compare(self, number: int, stated: str) -> None:
        while self.old and self.old["number"] < number:
            self.old = next(self.earlier, None)
        if self.old and self.old["number"] == number and self.old["hash"] != stated:
            self.report.find("rewritten", number, f"entry {number} is not the one kept earlier")
            self.old = None

    def _reach(self, note: Note) -> None:
        root = self.frontier.root() if self.frontier else b""
        holds = root == note.root
        self.report.checkpoints.append({"size": note.size, "at": note.at, "holds": holds})
        if holds:
            self.held = note.size
        elif root:
            self.rewritten, self.frontier = note.size, None

    def finish(self) -> None:
        """Name what only the end of the file shows."""
        find = self.report.find
        while self.expected in self.strays:
            self._take_stray()
        for number in self.strays:
            find("inserted", number, f"an entry with the number {number} was inserted")
        for first, end, returned in self.gaps:
            if returned:
                find("reordered", first, f"entry {end} stands where entry {first} is expected")
            if len(returned) < end - first:
                low = next(each for each in range(first, end) if each not in returned)
                high = next(each for each in range(end - 1, 0, -1) if each not in returned)
                find("removed", low, f"missing: {_span(low, high)}")
        first, last = self.held + 1, self.rewritten
        if last and not any(first <= each.number <= last for each in self.report.broken):
            text = f"the chain was rewritten from one of the entries {first} to {last} on: the checkpoint"
            find(
                "rewritten", first, f"{text} over {last} does not hold (--against OLD shows which)"
            )
        for size in (each for each in self.due if each >= self.expected):
            find("removed", self.expected, f"missing at the end: {_span(self.expected, size)}")
        self.report.entries, self.report.covered = self.expected - 1, self.held
        if past := self.expected - 1 - self.held:
            self.report.notes.append(f"{past} entries at the end are not covered by a signature")
        self.report.broken.sort(key=lambda each: each.number)


def verify(
    lines: Iterable[str],
    *,
    keys: Sequence[bytes] = (),
    notes: Iterable[Note] = (),
    earlier: Iterable[Record] = (),
    told: TextIO | None = None,
) -> Report:
    """Verify an export; `keys` are trusted, `notes` and `earlier` were kept. Raises: Unreadable."""
    texts, report = filter(str.strip, lines), Report()
    header = read_line(next(texts, ""))
    if header.get("format") != FORMAT:
        raise Unreadable("this is not an export of the journal")
    walk = _Walk(report, earlier, {note.size: note for note in notes})
    known = keys or [read_key(key) for key in str(header.get("keys", "")).split()]

    def entries() -> Iterator[Record]:
        for count, text in enumerate(texts, start=1):
            record = {**read_line(text), None: text}
            if told and not count % 200_000:
                print(f"{count} lines read", file=told)
            if "checkpoint" not in record:
                yield record
            elif note := signed(str(record["checkpoint"]), known, report):
                walk.due.setdefault(note.size, note)

    for entry, following in pairwise(chain(entries(), [None])):
        walk.step(entry or {}, following)
    walk.finish()
    if keys and report.entries and not (report.covered or report.broken):
        report.find("signature", 1, "no checkpoint signed with the trusted key holds")
    report.notes.extend([] if keys else [UNPROVED])
    return report


def signed(text: str, keys: Iterable[bytes], report: Report) -> Note | None:
    """The checkpoint, if one of the keys signed it; where none did, that is a finding."""
    try:
        note = read_note(text)
        if any(note.is_signed_by(key) for key in keys):
            return note
        report.find("signature", note.size, f"checkpoint over {note.size}: not signed with the key")
    except Unreadable as error:
        report.find("signature", 0, str(error))
    return None


def show(report: Report, *, as_json: bool) -> int:
    """Print what was found. Returns the exit code: 0 whole, 1 broken."""
    if as_json:
        print(json.dumps({"ok": not report.broken, **asdict(report)}, ensure_ascii=False))
    else:
        held = [f"checkpoint over {c['size']}, {c['at']}" for c in report.checkpoints if c["holds"]]
        broken = [f"BROKEN ({each.kind}): {each.text}" for each in report.broken]
        broken += [*report.notes, "BROKEN" if broken else "WHOLE"]
        print(f"{report.entries} entries", *held, *broken, sep="\n")
    return 1 if report.broken else 0


def run(arguments: argparse.Namespace) -> int:
    """`verify FILE`. Raises: Unreadable, OSError."""
    keys = [named_key(each) for each in arguments.key]
    with (
        open(arguments.file, encoding="utf-8", errors="surrogateescape") as lines,
        open(arguments.against or os.devnull, encoding="utf-8", errors="replace") as old,
    ):
        first = old.read(1)  # a brace begins an export, another letter a checkpoint
        notes = [read_note(first + old.read())] if first not in ("", "{") else []
        kept = map(read_line, old)
        report = verify(lines, keys=keys, notes=notes, earlier=kept, told=sys.stderr)
    return show(report, as_json=arguments.json)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What `verify` takes, here and in the project's own command."""
    parser.add_argument("file", metavar="FILE", help="an export of the journal")
    parser.add_argument("--key", action="append", default=[], help="a key you trust, or its file")
    parser.add_argument("--against", metavar="OLD", help="an earlier export or checkpoint you kept")
    parser.add_argument("--json", action="store_true", help="print what was found as JSON")


def main() -> int:
    parser = argparse.ArgumentParser(description="Verify; 0 whole, 1 broken, 2 wrong call.")
    add_arguments(parser.add_subparsers(required=True).add_parser("verify"))
    try:
        return run(parser.parse_args())
    except (Unreadable, OSError, ImportError) as error:
        print(error, file=sys.stderr)
        return 2


if __name__ == "__main__":
    sys.exit(main())

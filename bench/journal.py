"""The journal: how many entries a second are recorded, a transaction each as in the product, and how
long it takes to verify an export with a signed checkpoint line by line, from a file.
"""

from __future__ import annotations

import base64
import json
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import chain
from pathlib import Path
from typing import Any

from bench.size import Size
from bench.stopwatch import Say, lap

START = datetime(2026, 3, 2, 4, tzinfo=UTC)
STEPS = ("notified", "position", "remark", "rows_merged", "replied")
KEY = bytes(range(32))  # of nobody: it signs figures only
ORIGIN = "bench"


def measure(size: Size, *, say: Say) -> dict[str, Any]:
    appended = lap(lambda: append(size.appends))
    say(f"{size.appends} entries recorded: {appended}")
    with tempfile.TemporaryDirectory(prefix="makul-bench-") as folder:
        file = Path(folder) / "journal.jsonl"
        head = write_export(file, entries=size.verified, say=say)
        started, worked = time.perf_counter(), time.process_time()
        verified = verify(file, head=head)
        took = time.perf_counter() - started
        say(f"verified in {took:.1f} s, worked {time.process_time() - worked:.1f} s")
    return {
        "appends_per_s": round(size.appends / appended.s),
        "verified": verified,
        "verify_s": round(took, 2),
    }


def append(entries: int) -> None:
    """So many steps, each in a transaction of its own."""
    from django.db import transaction

    from makul.journal.actions import record

    for number in range(entries):
        with transaction.atomic():
            record(at=START + timedelta(seconds=number), **fact(number))


def fact(number: int) -> dict[str, Any]:
    """What an entry says: a step of one of a hundred cases, with a digest."""
    return {
        "subject": f"case:2026-{number % 100 + 1:04}",
        "action": STEPS[number % len(STEPS)],
        "party": f"demo-aa-{number % 264 + 1:03}",
        "to": "",
        "value": "not_agreed" if number % 5 == 1 else "",
        "data": {"sha256": f"{number:064x}", "remarks": number % 20},
    }


def write_export(file: Path, *, entries: int, say: Say) -> list[str]:
    """Write the entries to `file`; returns the lines that stand before them in an export."""
    from makul.core import journal

    frontier = journal.Frontier()
    with file.open("w", encoding="utf-8") as out:
        for number, (digest, line) in enumerate(chained(entries), start=1):
            frontier.append(journal.leaf_hash(bytes.fromhex(digest)))
            out.write(line)
            if not number % 250_000:
                say(f"{number} entries written, to be verified next")
    return head_lines(entries, frontier.root())


def chained(entries: int) -> Iterator[tuple[str, str]]:
    """The hash and the line of each entry, tied to the one before."""
    from makul.core import journal

    previous = journal.GENESIS
    for number in range(1, entries + 1):
        at = (START + timedelta(seconds=number)).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
        fields = {"number": number, "at": at, **fact(number)}
        digest = journal.entry_hash(previous, journal.content(fields))
        line = journal.content({**fields, "previous": previous, "hash": digest})
        yield digest, f"{line.decode()}\n"
        previous = digest


def head_lines(entries: int, root: bytes) -> list[str]:
    """The header and the checkpoint over all entries, signed."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    from makul.core import canonical, journal

    private = Ed25519PrivateKey.from_private_bytes(KEY)
    public = private.public_key().public_bytes_raw()
    at = (START + timedelta(seconds=entries)).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
    body = canonical.note_body(origin=ORIGIN, size=entries, root=root, at=at)
    note = canonical.note_text(
        body, key=canonical.key_id(ORIGIN, public), signature=private.sign(body.encode())
    )
    keys = base64.b64encode(public).decode()
    header = {"format": journal.FORMAT, "entries": entries, "keys": keys}
    return [json.dumps(header) + "\n", json.dumps({"checkpoint": note}) + "\n"]


def verify(file: Path, *, head: list[str]) -> int:
    """Verify an export with the trusted key; returns how many entries the checkpoint covers.

    Raises: MakulError `no_figure` where it is not found whole.
    """
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    from makul.core import journal
    from makul.core.errors import MakulError

    public = Ed25519PrivateKey.from_private_bytes(KEY).public_key().public_bytes_raw()
    with file.open(encoding="utf-8", errors="surrogateescape") as lines:
        report = journal.verify(chain(head, lines), keys=[public], told=sys.stderr)
    if report.broken or report.covered != report.entries:
        found = [*(one.text for one in report.broken[:3]), *report.notes]
        raise MakulError("no_figure", why=f"the export is not whole: {'; '.join(found)}")
    return report.entries

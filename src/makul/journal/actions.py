"""Writes the journal: an entry for every change of state, and the signed checkpoints."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import connection, transaction

from makul.core import canonical, journal, tree
from makul.core.errors import BadInput, MakulError
from makul.journal import key, queries
from makul.journal.models import Checkpoint, Entry, Node, moment

LOCK = 0x6D616B756C  # "makul"; names the one lock under which numbers are given out on PostgreSQL


def record(
    *,
    subject: str,
    action: str,
    party: str,
    at: datetime,
    to: str = "",
    value: str = "",
    data: dict[str, Any] | None = None,
) -> Entry:
    """Append one entry inside the caller's transaction.

    `data` holds no personal data, only digests, and no fractions. Raises: MakulError
    `no_transaction`, BadInput `not_canonical`, `no_time_zone`.
    """
    entry = _entry(
        subject=subject, action=action, party=party, at=at, to=to, value=value, data=data
    )
    _chain([entry])
    entry.save(force_insert=True)
    return entry


def record_many(rows: Sequence[dict[str, Any]]) -> list[Entry]:
    """Append many entries at once, in their order; each row holds the arguments of `record`."""
    entries = [_entry(**row) for row in rows]
    if entries:
        _chain(entries)
        Entry.objects.bulk_create(entries, batch_size=2_000)
    return entries


def _entry(
    *,
    subject: str,
    action: str,
    party: str,
    at: datetime,
    to: str = "",
    value: str = "",
    data: dict[str, Any] | None = None,
) -> Entry:
    if at.tzinfo is None:
        raise BadInput("no_time_zone", at=at)
    texts = {"subject": subject, "action": action, "party": party, "to": to, "value": value}
    return Entry(at=at, **canonical.normal({**texts, "data": data or {}}))


def _chain(entries: list[Entry]) -> None:
    """Number the entries and tie each to the one before, under the lock of the journal."""
    lock()
    with (
        connection.cursor() as cursor
    ):  # by hand: a third of what an entry costs would go into the ORM
        cursor.execute("SELECT number, hash FROM journal_entry ORDER BY number DESC LIMIT 1")
        number, previous = cursor.fetchone() or (0, journal.GENESIS)
    for entry in entries:
        number += 1
        entry.number, entry.previous_hash = number, previous
        entry.hash = previous = journal.entry_hash(previous, journal.content(entry.fields()))


def lock() -> None:
    """One writer at a time, until the transaction ends.

    SQLite needs nothing: its transactions are opened IMMEDIATE, so the caller already is the only writer.
    """
    if not connection.in_atomic_block:
        raise MakulError("no_transaction")
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])


@transaction.atomic
def make_checkpoint(*, at: datetime) -> Checkpoint:
    """Sign the root over all entries there are; where nothing is new the last checkpoint stands.

    A new key is an entry of its own. Raises: BadInput `journal_empty`, `journal_key_lost`.
    """
    lock()
    last, size = queries.latest_checkpoint(), queries.size()
    if not size:
        raise BadInput("journal_empty")
    if last and last.size == size:
        return last
    private = key.signing_key(last_signer=last.public_key if last else "")
    public, origin = private.public_key().public_bytes_raw(), settings.MAKUL_ORIGIN
    if last and last.public_key != public.hex():
        size = _record_new_key(last.public_key, public.hex(), at=at)
    root = _add_nodes(last.size if last else 0, size)
    body = canonical.note_body(origin=origin, size=size, root=root, at=moment(at))
    return Checkpoint.objects.create(
        size=size,
        root=root.hex(),
        at=at,
        origin=origin,
        key_id=canonical.key_id(origin, public),
        public_key=public.hex(),
        signature=private.sign(body.encode()).hex(),
        previous=last,
    )


def _record_new_key(old: str, new: str, *, at: datetime) -> int:
    """Enter that another key signs from here on; returns the number of the entry."""
    keys = {"old": old, "new": new}
    entry = record(
        subject="journal", action="journal_key_changed", party="operator", at=at, data=keys
    )
    return entry.number


def _add_nodes(old: int, size: int) -> bytes:
    """Keep the subtrees that entries past `old` complete; returns the root over `size`."""
    frontier = journal.Frontier(old, queries.subtrees(tree.complete_subtrees(0, old)))
    nodes: list[Node] = []
    entries = Entry.objects.filter(number__gt=old, number__lte=size).order_by("number")
    for number, digest in entries.values_list("number", "hash").iterator(chunk_size=10_000):
        for level, made in enumerate(
            frontier.append(journal.leaf_hash(bytes.fromhex(digest))), start=1
        ):
            position = tree.position(level, (number >> level) - 1)
            nodes.append(Node(position=position, hash=made.hex()))
        if len(nodes) >= 10_000:
            Node.objects.bulk_create(nodes)
            nodes.clear()
    Node.objects.bulk_create(nodes)
    return frontier.root()

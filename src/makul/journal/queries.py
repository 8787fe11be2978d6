"""Reads the journal: entries of a subject, the head, proofs, and the lines of an export."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator, Sequence
from typing import Any

from django.db.models import QuerySet

from makul.core import journal, tree
from makul.journal.models import Checkpoint, Entry, Node, moment


def entries_of(subject: str) -> QuerySet[Entry]:
    """All that happened to `subject`, oldest first."""
    return Entry.objects.filter(subject=subject).order_by("number")


def head() -> Entry | None:
    """The last entry."""
    return Entry.objects.order_by("-number").first()


def size() -> int:
    """How many entries there are: the number of the last one, since numbers have no gaps."""
    return Entry.objects.order_by("-number").values_list("number", flat=True).first() or 0


def latest_checkpoint() -> Checkpoint | None:
    return Checkpoint.objects.order_by("-size").first()


def note(checkpoint: Checkpoint) -> str:
    """The checkpoint as it is handed out, with its signature."""
    body = journal.note_body(
        origin=checkpoint.origin,
        size=checkpoint.size,
        root=bytes.fromhex(checkpoint.root),
        at=moment(checkpoint.at),
    )
    signature = bytes.fromhex(checkpoint.signature)
    return journal.note_text(body, key=checkpoint.key_id, signature=signature)


def root(size: int) -> bytes:
    """The root over the first `size` entries."""
    return _range_hashes([(0, size)])[0]


def inclusion_proof(number: int, size: int) -> list[bytes]:
    """That entry `number` stands in the journal of `size` entries. Two queries, whatever the size."""
    return _range_hashes(tree.inclusion_ranges(number - 1, size))


def consistency_proof(old: int, new: int) -> list[bytes]:
    """That the journal of `new` entries continues the one of `old`. Two queries, whatever the size."""
    return _range_hashes(tree.consistency_ranges(old, new))


def subtrees(wanted: Sequence[tuple[int, int]]) -> list[bytes]:
    """The hashes of complete subtrees (level, index); what no checkpoint has stored yet is computed."""
    numbers = [index + 1 for level, index in wanted if not level]
    leaves = dict(Entry.objects.filter(number__in=numbers).values_list("number", "hash"))
    places = [tree.position(level, index) for level, index in wanted if level]
    nodes = dict(Node.objects.filter(position__in=places).values_list("position", "hash"))
    return [
        bytes.fromhex(nodes[place])
        if level and (place := tree.position(level, index)) in nodes
        else _computed(level, index)
        if level
        else journal.entry_leaf(leaves[index + 1])
        for level, index in wanted
    ]


def _computed(level: int, index: int) -> bytes:
    frontier = journal.Frontier()
    for entry in Entry.objects.filter(
        number__gt=index << level, number__lte=(index + 1) << level
    ).order_by("number"):
        frontier.append(entry.leaf())
    return frontier.root()


def _range_hashes(ranges: Sequence[tuple[int, int]]) -> list[bytes]:
    wanted = [pair for low, high in ranges for pair in tree.complete_subtrees(low, high)]
    known = dict(zip(wanted, subtrees(wanted), strict=True))
    return [tree.range_hash(low, high, lambda *pair: known[pair]) for low, high in ranges]


def export_lines() -> Iterator[str]:
    """The whole journal as the lines of a file: header, checkpoints, entries."""
    last = size()
    checkpoints = list(Checkpoint.objects.filter(size__lte=last).order_by("size"))
    keys = {
        each.key_id: base64.b64encode(bytes.fromhex(each.public_key)).decode()
        for each in checkpoints
    }
    yield _line({"format": journal.FORMAT, "entries": last, "keys": keys})
    for checkpoint in checkpoints:
        yield _line({"checkpoint": note(checkpoint)})
    for entry in (
        Entry.objects.filter(number__lte=last).order_by("number").iterator(chunk_size=5_000)
    ):
        yield _line(entry.line())


def _line(record: dict[str, Any]) -> str:
    return json.dumps(record, sort_keys=True, ensure_ascii=False, separators=(",", ":")) + "\n"

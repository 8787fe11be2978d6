"""Reads the journal: entries of a subject, the head, proofs, and the lines of an export."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any

from django.db.models import QuerySet

from makul.core import canonical, journal, tree
from makul.core.errors import BadInput
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
    body = canonical.note_body(
        origin=checkpoint.origin,
        size=checkpoint.size,
        root=bytes.fromhex(checkpoint.root),
        at=moment(checkpoint.at),
    )
    signature = bytes.fromhex(checkpoint.signature)
    return canonical.note_text(body, key=checkpoint.key_id, signature=signature)


def _check(length: int) -> None:
    if length > (largest := size()):
        raise BadInput("no_such_size", size=length, largest=largest)


def root(size: int) -> bytes:
    """The root over the first `size` entries."""
    _check(size)
    return _range_hashes([(0, size)])[0]


def inclusion_proof(number: int, size: int) -> list[bytes]:
    """That entry `number` stands in the journal of `size` entries. Three queries, whatever the size."""
    return inclusion_proofs([number], size)[0]


def inclusion_proofs(numbers: Sequence[int], size: int) -> list[list[bytes]]:
    """As `inclusion_proof` for many entries, a hundred at a time."""
    _check(size)
    result: list[list[bytes]] = []
    for start in range(0, len(numbers), 100):
        paths = [tree.inclusion_ranges(each - 1, size) for each in numbers[start : start + 100]]
        hashes = iter(_range_hashes([each for path in paths for each in path]))
        result += [list(islice(hashes, len(path))) for path in paths]
    return result


def consistency_proof(old: int, new: int) -> list[bytes]:
    """That the journal of `new` entries continues the one of `old`. Three queries, whatever the size."""
    _check(new)
    return _range_hashes(tree.consistency_ranges(old, new))


def subtrees(wanted: Sequence[tuple[int, int]]) -> list[bytes]:
    """The hashes of complete subtrees (level, index); what no checkpoint has stored yet is computed."""
    hashes: dict[tuple[int, int], bytes] = {}
    numbers = [index + 1 for level, index in wanted if not level]
    for number, digest in Entry.objects.filter(number__in=numbers).values_list("number", "hash"):
        hashes[0, number - 1] = journal.leaf_hash(bytes.fromhex(digest))
    places = {tree.position(*each): each for each in wanted}
    for place, digest in Node.objects.filter(position__in=places).values_list("position", "hash"):
        hashes[places[place]] = bytes.fromhex(digest)
    return [hashes.get(each) or _computed(*each) for each in wanted]


def _computed(level: int, index: int) -> bytes:
    frontier = journal.Frontier()
    for entry in Entry.objects.filter(
        number__gt=index << level, number__lte=(index + 1) << level
    ).order_by("number"):
        frontier.append(entry.leaf())
    return frontier.root()


def _range_hashes(ranges: Sequence[tuple[int, int]]) -> list[bytes]:
    parts = (pair for low, high in ranges for pair in tree.complete_subtrees(low, high))
    wanted = list(dict.fromkeys(parts))
    known = dict(zip(wanted, subtrees(wanted), strict=True))
    return [tree.range_hash(low, high, lambda *pair: known[pair]) for low, high in ranges]


def export_lines() -> Iterator[str]:
    """The whole journal as the lines of a file: header, checkpoints, entries."""
    last = size()
    checkpoints = list(Checkpoint.objects.filter(size__lte=last).order_by("size"))
    keys = {base64.b64encode(bytes.fromhex(each.public_key)).decode(): None for each in checkpoints}
    yield line({"format": journal.FORMAT, "entries": last, "keys": " ".join(keys)})
    for checkpoint in checkpoints:
        yield line({"checkpoint": note(checkpoint)})
    for entry in (
        Entry.objects.filter(number__lte=last).order_by("number").iterator(chunk_size=5_000)
    ):
        yield line(entry.line())


def line(record: dict[str, Any]) -> str:
    """A line of an exported file."""
    return json.dumps(record, sort_keys=True, ensure_ascii=False, separators=(",", ":")) + "\n"

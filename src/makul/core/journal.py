"""What the journal rests on: canonical bytes, hash chain, Merkle proofs, signed checkpoints; verifies alone.

Copied out of the project this one file still works: `python journal.py verify FILE --key KEY` needs
the standard library and, for signatures, the package `cryptography`.

Format 1. An entry is a JSON object; its canonical bytes are UTF-8 JSON with sorted keys, no spaces,
strings in NFC, whole numbers within 2^53, no fractions. Its hash is SHA-256 over a fixed prefix, the
hash of the entry before it (hex; sixty-four zeros before the first) and the canonical bytes. The
leaves of the Merkle tree (RFC 9162) are these hashes. A checkpoint is a signed note (C2SP): origin,
size, root, time, then an Ed25519 signature. An export is JSON lines: a header, the checkpoints, the
entries.
"""

from __future__ import annotations

import argparse
import base64
import hashlib
import json
import sys
import unicodedata
import zipfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain, pairwise
from pathlib import Path
from typing import Any

try:
    from makul.core.errors import BadInput
except ImportError:  # the file stands alone, beside the evidence it verifies

    class BadInput(Exception):  # type: ignore[no-redef]
        """What was handed in cannot be used as it is."""


FORMAT = "makul-journal/1"
GENESIS = "0" * 64
LARGEST = 2**53 - 1
_PREFIX = b"makul journal entry 1\n"
_encode = json.JSONEncoder(sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode


# --- canonical bytes and the chain -----------------------------------------------------------------


def normal(value: Any) -> Any:
    """The value as the journal keeps it: strings in NFC; what has no canonical form is refused.

    Raises: BadInput `not_canonical` for fractions, numbers past 2^53, NUL, lone surrogates, other types.

    >>> normal({"name": "и\u0306", "list": (1, True, None)})
    {'name': 'й', 'list': [1, True, None]}
    """
    if isinstance(value, str):
        if "\0" in value or any("\ud800" <= letter <= "\udfff" for letter in value):
            raise BadInput("not_canonical", value=ascii(value))
        return unicodedata.normalize("NFC", value)
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, int) and -LARGEST <= value <= LARGEST:
        return int(value)
    if isinstance(value, list | tuple):
        return [normal(item) for item in value]
    if isinstance(value, dict) and all(isinstance(key, str) for key in value):
        result = {normal(key): normal(item) for key, item in value.items()}
        if len(result) == len(value):
            return result
    raise BadInput("not_canonical", value=ascii(value))


def canonical(fields: dict[str, Any]) -> bytes:
    """The bytes of an entry over which its hash is taken.

    >>> canonical({"to": "", "number": 1})
    b'{"number":1,"to":""}'
    """
    return _encode(normal(fields)).encode()


def entry_hash(previous: str, content: bytes) -> str:
    """The hash of an entry: SHA-256 over the prefix, the hash before it and its canonical bytes, in hex."""
    return hashlib.sha256(_PREFIX + previous.encode() + b"\n" + content).hexdigest()


# --- Merkle tree -----------------------------------------------------------------------------------


def leaf_hash(data: bytes) -> bytes:
    """Source: RFC 9162, 2.1.1."""
    return hashlib.sha256(b"\0" + data).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """Source: RFC 9162, 2.1.1."""
    return hashlib.sha256(b"\1" + left + right).digest()


def entry_leaf(entry: str) -> bytes:
    """The leaf of an entry, from its hash in hex."""
    return leaf_hash(bytes.fromhex(entry))


class Frontier:
    """The root over leaves that arrive one by one, in the memory of one hash a level.

    >>> frontier = Frontier()
    >>> frontier.root().hex()[:8]
    'e3b0c442'
    """

    def __init__(self, size: int = 0, complete: Sequence[bytes] = ()) -> None:
        self.size = size
        self._complete = list(complete)

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
        return fold(self._complete)


def fold(subtrees: Sequence[bytes]) -> bytes:
    """One hash over complete subtrees that stand side by side, the largest first."""
    if not subtrees:
        return hashlib.sha256().digest()
    result = subtrees[-1]
    for left in reversed(subtrees[:-1]):
        result = node_hash(left, result)
    return result


def root_of_inclusion(leaf: bytes, index: int, size: int, path: Sequence[bytes]) -> bytes | None:
    """The root the path leads to; None if it has not the right length. Source: RFC 9162, 2.1.3.2."""
    number, last, result = index, size - 1, leaf
    for part in path:
        if last == 0:
            return None
        if number & 1 or number == last:
            result = node_hash(part, result)
            while number and not number & 1:
                number, last = number >> 1, last >> 1
        else:
            result = node_hash(result, part)
        number, last = number >> 1, last >> 1
    return result if last == 0 <= index < size else None


def is_consistent(old: int, size: int, old_root: bytes, root: bytes, path: Sequence[bytes]) -> bool:
    """Whether the tree of `size` continues the tree of `old`. Source: RFC 9162, 2.1.4.2."""
    if old == size or not path:
        return old == size > 0 and not path and old_root == root
    parts = list(path) if old & (old - 1) else [old_root, *path]
    number, last = old - 1, size - 1
    while number & 1:
        number, last = number >> 1, last >> 1
    first = second = parts[0]
    for part in parts[1:]:
        if last == 0:
            return False
        if number & 1 or number == last:
            first, second = node_hash(part, first), node_hash(part, second)
            while number and not number & 1:
                number, last = number >> 1, last >> 1
        else:
            second = node_hash(second, part)
        number, last = number >> 1, last >> 1
    return last == 0 < old < size and (first, second) == (old_root, root)


# --- checkpoints -----------------------------------------------------------------------------------


def note_body(*, origin: str, size: int, root: bytes, at: str) -> str:
    """The text of a checkpoint that is signed: origin, size, root, time, a line each."""
    return f"{origin}\n{size}\n{base64.b64encode(root).decode()}\n{at}\n"


def key_id(origin: str, public: bytes) -> str:
    """The short name of a key, eight hex digits. Source: C2SP signed-note."""
    return hashlib.sha256(origin.encode() + b"\n\x01" + public).hexdigest()[:8]


def note_text(body: str, *, key: str, signature: bytes) -> str:
    """A checkpoint as it is handed out: the body, an empty line, the signature under the key's name."""
    mark = base64.b64encode(bytes.fromhex(key) + signature).decode()
    return f"{body}\n\u2014 {body.partition(chr(10))[0]} {mark}\n"


@dataclass(frozen=True)
class Note:
    """A checkpoint as read; whose signature it bears is another question."""

    body: str
    origin: str
    size: int
    root: bytes
    at: str
    key: str
    signature: bytes

    def is_signed_by(self, public: bytes) -> bool:
        # Imported here: all but the signatures is verified without the package.
        from cryptography.exceptions import InvalidSignature
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

        try:
            Ed25519PublicKey.from_public_bytes(public).verify(self.signature, self.body.encode())
        except (InvalidSignature, ValueError):
            return False
        return True


def read_note(text: str) -> Note:
    """Read a checkpoint. Raises: BadInput `not_a_checkpoint`."""
    try:
        body, _, tail = text.partition("\n\n")
        origin, size, root, at = body.split("\n")
        mark = base64.b64decode(tail.rsplit(" ", 1)[1], validate=False)
        decoded = base64.b64decode(root, validate=True)
        return Note(f"{body}\n", origin, int(size), decoded, at, mark[:4].hex(), mark[4:])
    except (ValueError, IndexError) as error:
        raise BadInput("not_a_checkpoint", text=text[:80]) from error

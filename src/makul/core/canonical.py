"""The one way to write entries and checkpoints of the journal: what is let in, how it is spelled."""

from __future__ import annotations

import base64
import hashlib
import re
import unicodedata
from typing import Any

from makul.core.errors import BadInput
from makul.core.journal import content

_LONE = re.compile("[\ud800-\udfff]")  # half a letter, which UTF-8 cannot say
LARGEST = 2**53 - 1  # what every reader of JSON keeps whole


def normal(value: Any) -> Any:
    """The value as the journal keeps it: strings in NFC; what has no canonical form is refused.

    Raises: BadInput `not_canonical` for fractions, numbers past 2^53, NUL, lone surrogates, other types.

    >>> normal({"name": "и\u0306", "list": (1, True, None)})
    {'name': 'й', 'list': [1, True, None]}
    """
    if isinstance(value, str):
        if "\0" in value or _LONE.search(value):
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
    return content(normal(fields))


def note_body(*, origin: str, size: int, root: bytes, at: str) -> str:
    """The text of a checkpoint that is signed: origin, size, root, time, a line each.

    >>> note_body(origin="makul", size=0, root=b"", at="2026-03-02T04:00:00.000000Z")
    'makul\\n0\\n\\n2026-03-02T04:00:00.000000Z\\n'
    """
    return f"{origin}\n{size}\n{base64.b64encode(root).decode()}\n{at}\n"


def note_text(body: str, *, key: str, signature: bytes) -> str:
    """A checkpoint as it is handed out: the body, an empty line, the signature under the key's name."""
    mark = base64.b64encode(bytes.fromhex(key) + signature).decode()
    origin, _, _ = body.partition("\n")
    return f"{body}\n\u2014 {origin} {mark}\n"


def key_id(origin: str, public: bytes) -> str:
    """The short name of a key, eight hex digits. Source: C2SP signed-note."""
    return hashlib.sha256(origin.encode() + b"\n\x01" + public).hexdigest()[:8]

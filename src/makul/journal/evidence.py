"""Writes the evidence file of a case: what was filed, what was recorded, and how anyone checks it."""

from __future__ import annotations

import base64
import zipfile
from collections.abc import Iterable
from importlib import resources
from pathlib import PurePosixPath
from typing import IO, Any

from makul.core.errors import BadInput
from makul.journal import queries
from makul.journal.models import Checkpoint

OLDEST_ZIP = (1980, 1, 1, 0, 0, 0)  # the same evidence is the same bytes, whenever it is written


def write_evidence(
    out: IO[bytes], *, subject: str, documents: Iterable[tuple[str, bytes]], title: str
) -> int:
    """Write the zip under the latest checkpoint; returns how many entries are in it.

    Raises: BadInput `nothing_recorded`, `no_checkpoint` (make one first), `bad_document_name`.
    """
    papers = {f"documents/{_name(name)}": content for name, content in documents}
    checkpoint = queries.latest_checkpoint()
    if checkpoint is None:
        raise BadInput("no_checkpoint")
    records = _records(subject, checkpoint)
    header = {"format": "makul-evidence/1", "subject": subject, "entries": len(records)}
    lines = [{**header, "documents": len(papers)}, *records]
    key = base64.b64encode(bytes.fromhex(checkpoint.public_key)).decode()
    texts = {
        "README.md": _readme(title, checkpoint, key, entries=len(records), documents=len(papers)),
        "checkpoint.txt": queries.note(checkpoint),
        "entries.jsonl": "".join(queries.line(each) for each in lines),
        "journal.pub": f"{key}\n",
        "journal.py": resources.files("makul.core").joinpath("journal.py").read_text("utf-8"),
        "verify.py": resources.files("makul.core").joinpath("evidence.py").read_text("utf-8"),
    }
    _write(out, papers | {name: text.encode() for name, text in texts.items()})
    return len(records)


def _records(subject: str, checkpoint: Checkpoint) -> list[dict[str, Any]]:
    entries = list(queries.entries_of(subject))
    if not entries:
        raise BadInput("nothing_recorded", subject=subject)
    if entries[-1].number > checkpoint.size:
        raise BadInput("no_checkpoint")
    proofs = queries.inclusion_proofs([each.number for each in entries], checkpoint.size)
    return [
        {**each.line(), "proof": [part.hex() for part in proof]}
        for each, proof in zip(entries, proofs, strict=True)
    ]


def _name(name: str) -> str:
    parts = PurePosixPath(name).parts
    if not parts or name.startswith("/") or ".." in parts or "\\" in name or "\0" in name:
        raise BadInput("bad_document_name", name=name)
    return "/".join(parts)


def _readme(title: str, checkpoint: Checkpoint, key: str, *, entries: int, documents: int) -> str:
    text = resources.files("makul.journal").joinpath("evidence.md").read_text("utf-8")
    day = f"{checkpoint.at:%Y-%m-%d %H:%M} UTC"
    filled = {"title": title, "size": checkpoint.size, "at": day, "origin": checkpoint.origin}
    return text.format(**filled, key=key, entries=entries, documents=documents)


def _write(out: IO[bytes], files: dict[str, bytes]) -> None:
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for name in sorted(files):
            place = zipfile.ZipInfo(name, OLDEST_ZIP)
            place.compress_type, place.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
            archive.writestr(place, files[name])

"""Keeps a file as a version of a document and its provisions; the caller's action records it."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings

from makul.core.errors import BadInput
from makul.core.provisions import Act, normal, split
from makul.documents.models import Blob, Document, Provision, Version
from makul.documents.reading import read_act
from makul.parties.models import Party

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
PDF = "application/pdf"
TYPES = {".docx": DOCX, ".pdf": PDF, ".txt": "text/plain; charset=utf-8"} | {
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
}
# What a file of each kind begins with: a name alone proves nothing.
MAGIC = {".docx": b"PK\x03\x04", ".pdf": b"%PDF-", ".png": b"\x89PNG", ".jpg": b"\xff\xd8\xff"}
READ_KINDS = frozenset({Document.Kind.DRAFT, Document.Kind.ADOPTED})


@dataclass(frozen=True, slots=True)
class File:
    """A file as it was handed in: its language, its name and its exact bytes."""

    language: str
    name: str
    data: bytes
    title: str = ""


def digest(data: bytes) -> str:
    """SHA-256 of the exact bytes, in hex."""
    return hashlib.sha256(data).hexdigest()


def ending(name: str) -> str:
    return f".{name.rsplit('.', 1)[-1].lower()}" if "." in name else ""


def content_type(file: File) -> str:
    """The type the file will be served as; only a few harmless ones are taken.

    Raises BadInput: `too_big`, `unknown_kind`, `broken_file` when the bytes deny the name.
    """
    if len(file.data) > settings.MAKUL_UPLOAD_MAX_BYTES:
        raise BadInput("too_big", limit_mb=settings.MAKUL_UPLOAD_MAX_BYTES // 1_000_000)
    kind = ending(file.name)
    if kind not in TYPES:
        raise BadInput("unknown_kind", name=file.name)
    magic = MAGIC.get(".jpg" if kind == ".jpeg" else kind)
    if magic and not file.data.startswith(magic):
        raise BadInput("broken_file", name=file.name)
    return TYPES[kind]


def keep(data: bytes) -> Blob:
    """The blob of these bytes, kept once however often they come."""
    blob, _new = Blob.objects.get_or_create(
        sha256=digest(data), defaults={"data": data, "size": len(data)}
    )
    return blob


def store_document(
    *,
    subject: str,
    kind: str,
    author: Party,
    files: Sequence[File],
    now: datetime,
    is_public: bool = True,
) -> Document:
    """A new document with its first version, one file a language."""
    document = Document.objects.create(
        subject=subject, kind=kind, author=author, is_public=is_public, created_at=now
    )
    store_versions(document, files=files, number=1, now=now)
    return document


def store_versions(
    document: Document, *, files: Sequence[File], number: int, now: datetime
) -> list[Version]:
    """Version `number` of a document: a text that is an act is read into provisions."""
    return [store_version(document, file=file, number=number, now=now) for file in files]


def store_version(document: Document, *, file: File, number: int, now: datetime) -> Version:
    type_ = content_type(file)
    act = read(file) if document.kind in READ_KINDS else None
    version = Version.objects.create(
        document=document,
        number=number,
        language=file.language,
        title=file.title or (act.title if act else ""),
        file_name=file.name[-200:],
        content_type=type_,
        blob=keep(file.data),
        created_at=now,
    )
    if act:
        store_provisions(version, act)
    return version


def read(file: File) -> Act:
    """The act in a file. Raises BadInput where it cannot be read, or holds another language."""
    act = split(read_act(file.data, name=file.name))
    if act.language in {"ky", "ru"} and act.language != file.language:
        raise BadInput("other_language", name=file.name, found=act.language, wanted=file.language)
    return act


def store_provisions(version: Version, act: Act) -> None:
    Provision.objects.bulk_create(
        [
            Provision(
                version=version,
                order=order,
                eid=one.eid,
                kind=one.kind,
                number=one.number,
                heading=one.heading,
                text=one.text,
                search=normal(f"{one.heading} {one.text}"),
            )
            for order, one in enumerate(act.provisions)
        ],
        batch_size=500,
    )


def digests(document: Document) -> dict[str, str]:
    """What an entry says of a document: the digest of each file by language and version."""
    return {
        f"{version.language}-{version.number}": version.blob_id
        for version in document.versions.all()
    }

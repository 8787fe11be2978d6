"""A file is kept as its exact bytes, read where it is an act, and refused with its reason."""

from __future__ import annotations

import hashlib

import pytest

from makul.core.errors import BadInput
from makul.documents.models import Blob
from makul.documents.storing import (
    File,
    content_type,
    digest,
    digests,
    ending,
    keep,
    read,
    store_document,
)
from tests.documents.scene import KY, LOCKED_WORD, OLD_WORD, PDF, RU, bomb, draft_document
from tests.parties.scene import NOW, body

MB = 1_000_000


def test_the_digest_is_of_the_exact_bytes() -> None:
    assert digest(b"abc") == hashlib.sha256(b"abc").hexdigest()
    assert [ending("a.DOCX"), ending("a")] == [".docx", ""]


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("a.txt", b"a" * (20 * MB + 1), "too_big"),
        ("a.exe", b"MZ", "unknown_kind"),
        ("a.html", b"<p>", "unknown_kind"),
        ("a.docx", b"%PDF-1.7", "broken_file"),
        ("a.png", b"GIF89a", "broken_file"),
    ],
)
def test_what_is_not_taken_is_refused(name: str, data: bytes, code: str) -> None:
    with pytest.raises(BadInput) as refused:
        content_type(File("ru", name, data))
    assert refused.value.code == code


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("a.docx", bomb(), "zip_bomb"),
        ("a.doc", OLD_WORD, "legacy_doc"),
        ("a.docx", LOCKED_WORD, "encrypted"),
        ("a.pdf", PDF, "pdf_only"),
        ("a.txt", b"", "empty_file"),
        ("a.txt", KY.encode(), "other_language"),
    ],
)
def test_what_cannot_be_read_as_an_act_is_refused(name: str, data: bytes, code: str) -> None:
    with pytest.raises(BadInput) as refused:
        read(File("ru", name, data))
    assert refused.value.code == code


@pytest.mark.django_db
def test_the_same_bytes_are_kept_once() -> None:
    assert keep(b"abc") == keep(b"abc")
    assert Blob.objects.count() == 1


@pytest.mark.django_db
def test_an_act_is_split_and_an_attachment_is_not() -> None:
    document = draft_document(body("ministry"))
    first = document.versions.get(number=1, language="ru")
    assert first.title == "Об огнях"
    assert [one.eid for one in first.provisions.filter(kind="article")] == ["art_1", "art_2"]
    assert set(digests(document)) == {"ru-1", "ky-1", "ru-2"}
    file = File("ru", "scan.png", b"\x89PNG....")
    other = store_document(
        subject="case:2026-0001", kind="attachment", author=document.author, files=[file], now=NOW
    )
    assert other.versions.get().provisions.count() == 0
    assert digests(other) == {"ru-1": digest(file.data)}
    assert digests(document)["ru-1"] == digest(RU.encode())

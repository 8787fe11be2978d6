"""A small act in two languages and two versions, and files that must be refused; all by hand."""

from __future__ import annotations

import io
import zipfile

from makul.documents.models import Document
from makul.documents.storing import File, store_document, store_versions
from makul.parties.models import Party
from tests.parties.scene import NOW

RU = """ДЕМОНСТРАЦИЯ

Об огнях

Статья 1. Предмет
Закон устанавливает обязанность вести реестр.

Статья 2. Реестр
1. Реестр ведёт айыл окмоту.
2. Реестр обновляется раз в год.
"""
KY = """КӨРСӨТМӨ

Чырактар жөнүндө

1-берене. Предмети
Мыйзам реестр жүргүзүү милдетин белгилейт.

2-берене. Реестр
1. Реестрди айыл өкмөтү жүргүзөт.
2. Реестр жылына бир жолу жаңыртылат.
"""
RU_2 = RU.replace("раз в год", "раз в месяц") + "3. Реестр открыт для всех.\n"


def draft_document(author: Party, *, subject: str = "case:2026-0001", is_public: bool = True) -> Document:  # fmt: skip
    """Version 1 in both languages, version 2 in Russian only."""
    document = store_document(
        subject=subject,
        kind="draft",
        author=author,
        files=[File("ru", "закон.txt", RU.encode()), File("ky", "мыйзам.txt", KY.encode())],
        now=NOW,
        is_public=is_public,
    )
    store_versions(document, files=[File("ru", "закон-2.txt", RU_2.encode())], number=2, now=NOW)
    return document


def bomb() -> bytes:
    """A Word file whose text is sixty million letters long once unpacked."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", b"a" * 60_000_000)
    return data.getvalue()


OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600
LOCKED_WORD = OLD_WORD + "EncryptedPackage".encode("utf-16-le")
PDF = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"

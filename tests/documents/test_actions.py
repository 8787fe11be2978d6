"""Documents and their versions are put on record with the digest of each file."""

from __future__ import annotations

import pytest

from makul.documents.actions import add_version, register_document
from makul.documents.storing import File, digest
from makul.journal.models import Entry
from tests.documents.scene import KY, RU
from tests.parties.scene import NOW, body, office

pytestmark = pytest.mark.django_db


def test_each_version_is_one_entry_and_the_former_ones_stay() -> None:
    clerk = office(body("ministry"))
    document = register_document(
        subject="case:2026-0001",
        kind="draft",
        files=[File("ru", "a.txt", RU.encode())],
        actor=clerk,
        now=NOW,
    )
    add_version(document=document, files=[File("ky", "b.txt", KY.encode())], actor=clerk, now=NOW)
    first, second = Entry.objects.order_by("number")
    assert (first.action, first.value, first.subject) == (
        "document_registered",
        "draft",
        "case:2026-0001",
    )
    assert first.data == {"document": document.pk, "sha256": {"ru-1": digest(RU.encode())}}
    assert second.data["sha256"] == {"ru-1": digest(RU.encode()), "ky-2": digest(KY.encode())}

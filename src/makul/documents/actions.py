"""Registers documents and new versions of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from makul.documents.models import Document
from makul.documents.storing import File, digests, store_document, store_versions
from makul.journal.actions import record
from makul.parties.models import Mandate


@transaction.atomic
def register_document(
    *,
    subject: str,
    kind: str,
    files: Sequence[File],
    actor: Mandate,
    now: datetime,
    is_public: bool = True,
) -> Document:
    """A document of the actor's party, with its first version in the languages given."""
    document = store_document(
        subject=subject, kind=kind, author=actor.party, files=files, now=now, is_public=is_public
    )
    record_document(document, action="document_registered", actor=actor, now=now)
    return document


@transaction.atomic
def add_version(
    *, document: Document, files: Sequence[File], actor: Mandate, now: datetime
) -> Document:
    """The next version of a document; the former ones stay."""
    last = document.versions.order_by("-number").values_list("number", flat=True).first() or 0
    store_versions(document, files=files, number=last + 1, now=now)
    record_document(document, action="version_added", actor=actor, now=now)
    return document


def record_document(document: Document, *, action: str, actor: Mandate, now: datetime) -> None:
    record(
        subject=document.subject,
        action=action,
        party=actor.party.key,
        at=now,
        value=document.kind,
        data={"document": document.pk, "sha256": digests(document)},
    )

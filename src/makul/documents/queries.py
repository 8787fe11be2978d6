"""Reads documents, their newest versions and their provisions."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import QuerySet

from makul.documents.models import Document, Provision, Version


def documents_of(subject: str) -> QuerySet[Document]:
    """The documents of a case or a draft with their versions (two queries, no bytes)."""
    return Document.objects.filter(subject=subject).prefetch_related("versions")


def newest_versions(document: Document) -> dict[str, Version]:
    """The newest version in each language; a language that is missing is not in it."""
    return {version.language: version for version in document.versions.order_by("number")}


def provisions_of(versions: Iterable[Version]) -> dict[int, list[Provision]]:
    """The provisions of several versions, in their order, by version (one query)."""
    wanted = [version.pk for version in versions]
    found: dict[int, list[Provision]] = {key: [] for key in wanted}
    fields = ("version_id", "order", "eid", "kind", "number", "heading", "text")
    for one in Provision.objects.filter(version__in=wanted).only(*fields).order_by("order"):
        found[one.version_id].append(one)
    return found


def version_bytes(version: Version) -> bytes:
    """The exact bytes of a version."""
    return bytes(version.blob.data)

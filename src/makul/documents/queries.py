"""Reads documents, their newest versions and their provisions."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import QuerySet

from makul.core.provisions import Act
from makul.core.provisions import Provision as ReadProvision
from makul.documents.models import Document, Provision, Version
from makul.parties.models import Party


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


def visible_to(document: Document, party: Party | None) -> bool:
    """Whether a party (None: the public) may read a document.

    Papers of a draft being prepared are its author's alone. Those of a case are public, but for the
    ones marked otherwise, which those who take part in the case read.
    """
    if document.subject.startswith("draft:"):
        return party is not None and party.pk == document.author_id
    if document.is_public:
        return True
    if party is None:
        return False
    number = document.subject.removeprefix("case:")
    own = party.pk == document.author_id
    return own or party.participations.filter(case__number=number).exists()


def versions_of(document: Document) -> list[Version]:
    """All versions with the sizes of their files, the newest first, without the bytes (one query)."""
    found = document.versions.select_related("blob").defer("blob__data")
    return list(found.order_by("-number", "language"))


def act_of(version: Version) -> Act:
    """A stored version as the act it was read into (one query)."""
    rows = version.provisions.order_by("order")
    fields = ("eid", "kind", "number", "heading", "text")
    provisions = tuple(ReadProvision(*row) for row in rows.values_list(*fields))
    return Act(version.language, version.title, provisions)

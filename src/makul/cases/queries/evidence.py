"""Reads the public documents of a case as the files that go into its evidence."""

from __future__ import annotations

from collections.abc import Iterator

from makul.cases.models import Case
from makul.core.errors import BadInput
from makul.documents.models import Version


def public_versions(case: Case) -> list[Version]:
    """Every version of every public document of a case, oldest first, without bytes (one query)."""
    return list(
        Version.objects.filter(document__subject=case.subject, document__is_public=True)
        .select_related("document__author", "blob")
        .defer("blob__data")
        .order_by("document_id", "number", "language")
    )


def evidence_documents(number: str) -> Iterator[tuple[str, bytes]]:
    """The names and bytes of the public documents of the case with this number, one at a time.

    Raises: BadInput `unknown_case`.
    """
    case = Case.objects.filter(number=number).first()
    if case is None:
        raise BadInput("unknown_case", number=number)
    for version in public_versions(case):
        version.blob.refresh_from_db(fields=["data"])
        yield name_of(version), bytes(version.blob.data)


def name_of(version: Version) -> str:
    """Where a version lies among the documents: `12-protocol/v1-ky+ru-protocol.pdf`."""
    document = version.document
    safe = version.file_name.replace("\\", "_").replace("/", "_").replace("\0", "").lstrip(".")
    folder = f"{document.pk:04}-{document.kind}"
    return f"{folder}/v{version.number}-{version.language}-{safe or 'paper'}"

"""Reads what goes into the evidence file of a case: the exact bytes of its public documents."""

from __future__ import annotations

import re
from collections.abc import Iterator

from makul.cases.models import Case
from makul.core.errors import BadInput
from makul.documents.models import Version


def case_of(number: str) -> Case:
    """The case of a number. Raises BadInput `no_case`."""
    case = Case.objects.filter(number=number).select_related("agreement").first()
    if case is None:
        raise BadInput("no_case", number=number)
    return case


def evidence_documents(number: str) -> Iterator[tuple[str, bytes]]:
    """The public documents of a case, every version, by a name that tells what each is."""
    versions = (
        Version.objects.filter(document__subject=case_of(number).subject, document__is_public=True)
        .select_related("document", "blob")
        .order_by("document_id", "number", "language")
    )
    for one in versions.iterator(chunk_size=10):
        ending = re.sub(r"[^a-z0-9.]", "", one.file_name.lower())[-6:]
        suffix = f".{ending.rsplit('.', 1)[-1]}" if "." in ending else ""
        name = f"{one.document_id:06}-{one.document.kind}-{one.number}-{one.language}{suffix}"
        yield name, bytes(one.blob.data)

"""Reads which papers of a case are open to all, version by version, without their bytes."""

from __future__ import annotations

from makul.cases.models import Case
from makul.documents.models import Version


def public_versions(case: Case) -> list[Version]:
    """Every version of every public document of a case, oldest first (one query)."""
    return list(
        Version.objects.filter(document__subject=case.subject, document__is_public=True)
        .select_related("document__author")
        .order_by("document_id", "number", "language")
    )

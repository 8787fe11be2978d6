"""Reads the texts of a case: the draft in both languages, its provisions, what is missing."""

from __future__ import annotations

from makul.cases.models import Case
from makul.documents.models import Document, Provision, Version


def draft_versions(case: Case, kind: str = Document.Kind.DRAFT) -> dict[str, Version]:
    """The newest version of the draft (or of another kind) by language; what is missing is not there."""
    versions = Version.objects.filter(document__subject=case.subject, document__kind=kind).order_by(
        "document_id", "number"
    )
    return {version.language: version for version in versions}


def known_eids(case: Case) -> frozenset[str]:
    """The ids of all provisions of the draft, in any language and version a remark may name."""
    return frozenset(
        Provision.objects.filter(
            version__document__subject=case.subject,
            version__document__kind=Document.Kind.DRAFT,
        ).values_list("eid", flat=True)
    )

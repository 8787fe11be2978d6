"""The package of a case as anyone may read it: the note of the initiator and every public document."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _

from makul.cases.queries.package import package_said
from makul.cases.queries.papers import public_versions
from makul.cases.views.public.page import Shown, language, public_case
from makul.cases.views.public.words import DOCUMENTS, said
from makul.documents.models import Document, Version


@public_case
def case_papers(shown: Shown) -> HttpResponse:
    values = {
        "title": _("Documents"),
        "package": package_said(shown.case, language=language(), with_note=True),
        "documents": documents(shown),
    }
    return shown.show("papers.html", values)


def documents(shown: Shown) -> list[dict[str, Any]]:
    """The public documents with every version and its digest."""
    papers: dict[int, tuple[Document, list[Version]]] = {}
    for version in public_versions(shown.case):
        papers.setdefault(version.document_id, (version.document, []))[1].append(version)
    return [
        {"paper": paper, "kind": said(DOCUMENTS, paper.kind), "versions": versions}
        for paper, versions in papers.values()
    ]

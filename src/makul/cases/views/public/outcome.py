"""What came of a case as anyone may read it: meetings and minutes, the protocol, what deciders took."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _

from makul.cases.queries.outcome import (
    Closed,
    closed_by,
    closing_papers,
    decisions_of,
    meetings_of,
)
from makul.cases.views.public.page import Shown, language, public_case
from makul.cases.views.public.words import DOCUMENTS, TAKEN, said
from makul.documents.models import Document, Version
from makul.law.forms import phrase


@public_case
def case_outcome(shown: Shown) -> HttpResponse:
    papers = closing_papers(shown.case)
    closed = closed_by(shown.case)
    values = {
        "title": _("Meetings and protocol"),
        "meetings": meetings_of(shown.case),
        "minutes": files(one for one in papers if one.document.kind == Document.Kind.MINUTES),
        "closed": closed,
        "kind": kind_of(closed),
        "protocols": files(one for one in papers if one.document.kind != Document.Kind.MINUTES),
        "decisions": [
            {"decision": one, "words": said(TAKEN, one.taken)} for one in decisions_of(shown.case)
        ],
    }
    return shown.show("outcome.html", values)


def kind_of(closed: Closed | None) -> str:
    """What the protocol is, with a capital."""
    if closed is None:
        return ""
    word = phrase("protocol.kind", closed.protocol.kind, language=language())
    return word[:1].upper() + word[1:]


def files(versions: Iterable[Version]) -> list[dict[str, Any]]:
    """Papers as links: what each is, its type and how large."""
    return [
        {
            "version": one,
            "kind": said(DOCUMENTS, one.document.kind),
            "type": one.file_name.rpartition(".")[2].upper(),
        }
        for one in versions
    ]

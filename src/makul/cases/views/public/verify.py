"""Checks a code from a receipt, a protocol or any file: what it is, and the entry that vouches for it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from makul.cases.queries.finding import Found, find, plain_code
from makul.cases.queries.judging import edition_of
from makul.cases.views.public.words import DOCUMENTS, entry_words, said


def verify(request: HttpRequest) -> HttpResponse:
    code = plain_code(request.GET.get("code", ""))
    found = find(code) if code else None
    values = {
        "title": _("Check a document by its code"),
        "code": code,
        "found": found,
        "what": what(found) if found else "",
        "words": happened(found) if found else "",
    }
    return render(request, "cases/public/verify.html", values)


def happened(found: Found) -> str:
    """What the entry behind a code is, as the procedure of its case calls it."""
    if not found.entry:
        return ""
    steps = edition_of(found.case).by_key if found.case else ()
    return entry_words(found.entry.action, steps=steps)


def what(found: Found) -> str:
    """What the code stands for, in words."""
    if found.version:
        return said(DOCUMENTS, found.version.document.kind)
    return _("Receipt of a position") if found.position else _("Entry of the journal")

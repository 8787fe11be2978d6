"""Checks a code from a receipt, a protocol or any file: what it is, and the entry that vouches for it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from makul.cases.queries.finding import Found, find, plain_code
from makul.cases.views.public.words import DOCUMENTS, entry_words, said


def verify(request: HttpRequest) -> HttpResponse:
    code = plain_code(request.GET.get("code", ""))
    found = find(code) if code else None
    values = {
        "title": _("Check a document by its code"),
        "code": code,
        "found": found,
        "what": what(found) if found else "",
        "words": entry_words(found.entry.action) if found and found.entry else "",
    }
    return render(request, "cases/public/verify.html", values)


def what(found: Found) -> str:
    """What the code stands for, in words."""
    if found.version:
        return said(DOCUMENTS, found.version.document.kind)
    return _("Receipt of a position") if found.position else _("Entry of the journal")

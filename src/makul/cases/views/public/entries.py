"""The journal of a case as anyone may read it, and its evidence file."""

from __future__ import annotations

from base64 import b64encode
from tempfile import SpooledTemporaryFile
from typing import IO, Any, cast

from django.core.paginator import Paginator
from django.http import FileResponse, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext as _

from makul.cases.models import Case
from makul.cases.queries.evidence import evidence_documents
from makul.cases.queries.judging import edition_of
from makul.cases.views.public.page import Shown, language, public_case
from makul.cases.views.public.words import entry_words, is_open_entry
from makul.core.errors import BadInput, LawGap
from makul.journal.actions import make_checkpoint
from makul.journal.evidence import write_evidence
from makul.journal.models import Checkpoint, Entry
from makul.journal.queries import entries_of, latest_checkpoint
from makul.law.forms import phrase

A_PAGE = 100
IN_MEMORY = 4_000_000
NO_KEY = frozenset({"journal_key_lost", "bad_journal_key"})
LISTS = {"position": "stance", "association_position": "stance", "protocol": "protocol.kind"}


@public_case
def case_entries(shown: Shown) -> HttpResponse:
    page = Paginator(entries_of(shown.case.subject), A_PAGE).get_page(shown.request.GET.get("page"))
    signed = latest_checkpoint()
    values = {
        "title": _("Journal of the case"),
        "entries": [told(entry, shown) for entry in page],
        "page_obj": page,
        "checkpoint": signed,
        "key": b64encode(bytes.fromhex(signed.public_key)).decode() if signed else "",
    }
    return shown.show("entries.html", values)


def told(entry: Entry, shown: Shown) -> dict[str, Any]:
    """An entry in words; of internal work only that it was recorded."""
    is_open = is_open_entry(entry.action)
    return {
        "number": entry.number,
        "at": entry.at,
        "words": entry_words(entry.action, steps=edition_of(shown.case).by_key),
        "is_open": is_open,
        "who": shown.name(entry.party) if is_open else "",
        "to": shown.name(entry.to) if is_open and entry.to else "",
        "value": value_words(entry) if is_open else "",
        "hash": entry.hash,
    }


def value_words(entry: Entry) -> str:
    """The value of a step where it has words of its own."""
    try:
        return phrase(LISTS[entry.action], entry.value, language=language())
    except (KeyError, LawGap):
        return ""


def case_evidence(request: HttpRequest, number: str) -> HttpResponseBase:
    """The public documents, entries and proofs in one file that is verified without this program.

    Where entries stand past the last checkpoint a new one is signed first, so that all are proved;
    where the key is not in its place the page says so.
    """
    case = get_object_or_404(Case, number=number)
    last = entries_of(case.subject).order_by("-number").first()
    signed = latest_checkpoint()
    if last and (signed is None or signed.size < last.number):
        try:
            make_checkpoint(at=timezone.now())
        except BadInput as error:
            if error.code not in NO_KEY:
                raise
            return unsigned(request, case, signed=signed)
    out = cast(IO[bytes], SpooledTemporaryFile(IN_MEMORY))  # noqa: SIM115 - the response closes it
    title = case.title_ky or case.title_ru or case.number
    documents = evidence_documents(case.number)
    write_evidence(out, subject=case.subject, documents=documents, title=title)
    out.seek(0)
    name = f"makul-{case.number}.zip"
    return FileResponse(out, as_attachment=True, filename=name, content_type="application/zip")


def unsigned(request: HttpRequest, case: Case, *, signed: Checkpoint | None) -> HttpResponse:
    """No evidence file just now: the journal stands whole, and what is new in it cannot be signed."""
    values = {"title": _("Evidence file"), "case": case, "checkpoint": signed}
    return render(request, "cases/public/unsigned.html", values, status=503)

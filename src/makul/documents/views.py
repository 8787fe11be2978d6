"""Pages of a document: its versions and provisions, the exact file, two versions compared."""

from __future__ import annotations

from collections import Counter
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.cache import patch_cache_control
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import condition, require_safe

from makul.core.provisions import Change
from makul.core.provisions import compare as compared
from makul.documents import queries
from makul.documents.forms import LANGUAGES, CompareForm
from makul.documents.kinds import DOCUMENT_KINDS
from makul.documents.models import Document, Version
from makul.documents.storing import PDF
from makul.journal.views import cached

SHOWN_IN_PLACE = frozenset({PDF, "image/png", "image/jpeg"})
LOCKED = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"


def readable(request: HttpRequest, pk: int) -> Document:
    """The document, if the one who asks may read it. Raises Http404, PermissionDenied."""
    found = get_object_or_404(Document.objects.select_related("author"), pk=pk)
    mandate = getattr(request, "mandate", None)
    if not queries.visible_to(found, mandate.party if mandate else None):
        raise PermissionDenied
    return found


@require_safe
@cached
def document(request: HttpRequest, pk: int) -> HttpResponse:
    """A document: who wrote it, its versions by language, and its provisions to read and to cite."""
    found = readable(request, pk)
    versions = queries.versions_of(found)
    shown = chosen(request, versions)
    provisions = queries.provisions_of([shown])[shown.pk] if shown else []
    newest = {one.language: one for one in reversed(versions)}
    languages = {code for language in newest for code in language.split("+")}
    values = {
        "document": found,
        "title": (shown.title if shown else "") or DOCUMENT_KINDS[found.kind],
        "kind": DOCUMENT_KINDS[found.kind],
        "case_number": found.subject.removeprefix("case:") if is_of_case(found) else "",
        "versions": [(one, LANGUAGES.get(one.language, one.language)) for one in versions],
        "shown": shown,
        "shown_language": LANGUAGES.get(shown.language, "") if shown else "",
        "provisions": provisions,
        "missing": [LANGUAGES[code] for code in ("ky", "ru") if code not in languages],
        "is_other_language": bool(shown and request.LANGUAGE_CODE not in shown.language.split("+")),
        "comparable": comparable(versions) if provisions else (),
        "nav": "case_list",
    }
    return render(request, "documents/document.html", values)


def is_of_case(document: Document) -> bool:
    return document.subject.startswith("case:")


def chosen(request: HttpRequest, versions: list[Version]) -> Version | None:
    """The version that is asked for (`?version=2-ru`), else the newest in the page's language."""
    wanted = request.GET.get("version", "")
    named = {f"{one.number}-{one.language}": one for one in versions}
    if wanted in named:
        return named[wanted]
    own = [one for one in versions if request.LANGUAGE_CODE in one.language.split("+")]
    return next(iter([*own, *versions]), None)


def comparable(versions: list[Version]) -> tuple[int, int] | tuple[()]:
    """The two newest numbers there are, the older first."""
    numbers = sorted({one.number for one in versions})[-2:]
    return (numbers[0], numbers[1]) if len(numbers) == 2 else ()


def digest_of(request: HttpRequest, pk: int, number: int, language: str) -> str | None:
    readable(request, pk)
    found = Version.objects.filter(document=pk, number=number, language=language)
    digest = found.values_list("blob_id", flat=True).first()
    return f'"{digest}"' if digest else None


@require_safe
@condition(etag_func=digest_of)
def version_file(request: HttpRequest, pk: int, number: int, language: str) -> HttpResponse:
    """The exact bytes that were handed in, so that anyone can reckon their digest again.

    A file of strangers must not act as a page of ours: it is saved, not opened, or locked down. The
    browser's own PDF reader does not work in a sandbox, so a PDF is held by the policy alone.
    """
    found = readable(request, pk)
    version = get_object_or_404(
        found.versions.select_related("blob"), number=number, language=language
    )
    in_place = version.content_type in SHOWN_IN_PLACE
    response = HttpResponse(queries.version_bytes(version), content_type=version.content_type)
    disposition = content_disposition_header(not in_place, version.file_name)
    response["Content-Disposition"] = disposition or "attachment"
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = (
        LOCKED if version.content_type == PDF else f"{LOCKED}; sandbox"
    )
    response["Cross-Origin-Resource-Policy"] = "same-origin"
    is_open = queries.visible_to(found, None)
    patch_cache_control(response, **({"public": True} if is_open else {"private": True}), max_age=0)
    return response


@require_safe
@cached
def compare(request: HttpRequest, pk: int) -> HttpResponse:
    """Two versions of one text, provision by provision, with what went and what came."""
    found = readable(request, pk)
    versions = queries.versions_of(found)
    if not versions:
        raise Http404
    form = CompareForm(
        asked(request, versions),
        numbers=[one.number for one in versions],
        languages=[one.language for one in versions],
    )
    pair = pair_of(form, versions) if form.is_valid() else None
    changes = compared(*(queries.act_of(one) for one in pair)) if pair else ()
    counts = Counter(one.kind for one in changes)
    is_all = bool(request.GET.get("all"))
    values: dict[str, Any] = {
        "title": _("Two versions compared"),
        "document": found,
        "kind": DOCUMENT_KINDS[found.kind],
        "form": form,
        "is_read": bool(changes) or pair is None,
        "counts": counts,
        "changes": [with_words(one) for one in changes if is_all or one.kind != "same"],
        "is_all": is_all,
        "has_pair": pair is not None,
        "language": form.cleaned_data.get("text", "") if form.is_valid() else "",
        "nav": "case_list",
    }
    return render(request, "documents/compare.html", values, status=200 if form.is_valid() else 422)


def asked(request: HttpRequest, versions: list[Version]) -> dict[str, Any]:
    """What the address asks to compare; what it leaves out is the two newest, in the page's language."""
    numbers = sorted({one.number for one in versions})
    languages = [one.language for one in versions]
    own = request.LANGUAGE_CODE if request.LANGUAGE_CODE in languages else languages[0]
    defaults = {"old": numbers[-2:][0], "new": numbers[-1], "text": own}
    return defaults | {name: request.GET[name] for name in defaults if name in request.GET}


def pair_of(form: CompareForm, versions: list[Version]) -> tuple[Version, Version] | None:
    """The two versions; what is missing in that language is said on the form."""
    said = form.cleaned_data
    found = {(one.number, one.language): one for one in versions}
    pair = [found.get((said[name], said["text"])) for name in ("old", "new")]
    for name, version in zip(("old", "new"), pair, strict=True):
        if version is None:
            form.add_error(name, _("This version has no text in that language."))
    old, new = pair
    return (old, new) if old and new else None


def with_words(change: Change) -> dict[str, Any]:
    return {
        "eid": change.eid,
        "old_eid": change.old_eid,
        "kind": change.kind,
        "spans": change.spans,
        "word": CHANGES[change.kind](),
    }


CHANGES = {
    "same": lambda: _("unchanged"),
    "changed": lambda: _("changed"),
    "added": lambda: _("new"),
    "removed": lambda: _("removed"),
    "moved": lambda: _("moved"),
}

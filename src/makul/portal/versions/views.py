"""The page on which two versions are compared, and the same as a comparative table in Word and PDF."""

from __future__ import annotations

from collections import Counter
from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from makul.cases.views.public.page import Shown, language, public_case
from makul.cases.views.public.text import ordered
from makul.core.provisions import compare, label
from makul.documents.comparing import ArticleChange, paper_of_changes
from makul.documents.pdf_writing import write_pdf
from makul.documents.queries import act_of
from makul.documents.showing import TAGS, changes_html, kind_words, move_words
from makul.documents.word_writing import write_docx
from makul.portal.versions.forms import EditionsForm
from makul.portal.versions.reading import (
    Beside,
    Edition,
    asked,
    comparable,
    compared,
    editions_of,
)

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
WRITERS = {"docx": (write_docx, WORD), "pdf": (write_pdf, "application/pdf")}


@public_case
def case_versions(shown: Shown) -> HttpResponse:
    """Article by article, both languages beside each other; what did not change is left out."""
    editions = editions_of(shown.case)
    values: dict[str, Any] = {
        "title": _("Versions compared"),
        "case": shown.case,
        "today": shown.today,
        "nav": "case_list",
    }
    if len(editions) < 2:
        return render(shown.request, "portal/case_versions.html", values)
    form = EditionsForm(asked(editions, shown.request.GET.dict()), editions=editions)
    values["form"] = form
    if form.is_valid():
        values |= comparison(form, editions)
    status = 200 if form.is_valid() else 422
    return render(shown.request, "portal/case_versions.html", values, status=status)


def comparison(form: EditionsForm, editions: list[Edition]) -> dict[str, Any]:
    by_key = {one.key: one for one in editions}
    old, new = by_key[form.cleaned_data["old"]], by_key[form.cleaned_data["new"]]
    is_all = form.cleaned_data["all"]
    found = compared(old, new)
    codes = [code for code in ordered() if code in comparable(old, new)]
    kinds = Counter(one.kind for one in found)
    shown = [one for one in found if is_all or not one.is_same]
    return {
        "has_pair": True,
        "counts": [(kind_words(kind), n) for kind in TAGS if (n := kinds.get(kind, 0))],
        "articles": [article_values(one, codes, is_all=is_all) for one in shown],
        "codes": codes,
        "lacking": lacking(old, new),
        "files": urlencode({"old": old.key, "new": new.key}),
    }


def lacking(old: Edition, new: Edition) -> list[str]:
    """What cannot be compared, said in words: a language that one of the two has no text in."""
    words = {
        "ky": _("The Kyrgyz texts cannot be compared: one of the two versions has none."),
        "ru": _("The Russian texts cannot be compared: one of the two versions has none."),
    }
    there = comparable(old, new)
    return [said for code, said in words.items() if code not in there]


def article_values(one: Beside, codes: list[str], *, is_all: bool) -> dict[str, Any]:
    alone = one.alone(codes)
    is_moved = one.kind == "moved" and one.old_eid != one.eid
    return {
        "anchor": f"{'was' if one.kind == 'removed' else 'v'}-{one.eid}",
        "place": label(one.eid or one.old_eid, language=language()),
        "heading": heading_of(one),
        "kind": move_words(one.old_eid, one.eid) if is_moved else kind_words(one.kind),
        "tag": TAGS[one.kind],
        "alone": {
            "ky": _("Changed in Kyrgyz only: the Russian text stayed as it was."),
            "ru": _("Changed in Russian only: the Kyrgyz text stayed as it was."),
        }.get(alone, ""),
        "sides": [(code, side(one.sides.get(code), code, is_all=is_all)) for code in codes],
    }


def heading_of(one: Beside) -> str:
    """The heading of an article in the language of the page; none in another one's place."""
    own = one.sides.get(language())
    if own is None or not one.eid.startswith("art_"):
        return ""
    head = own.changes[0]
    return (head.new or head.old).partition("\n")[0]


def side(article: ArticleChange | None, code: str, *, is_all: bool) -> SafeString:
    """What became of the article in one language; a language in which nothing did says so."""
    if article is None:
        words = _("The article is not there in this language.")
    elif article.kind == "same" and not is_all:
        words = _("Unchanged in this language.")
    else:
        return changes_html(article, language=code, is_all=is_all)
    return format_html('<p class="quiet small" lang="{}">{}</p>', language(), words)


@public_case
def versions_file(shown: Shown, *, code: str, ending: str) -> HttpResponse:
    """The comparative table of two versions in one language, as it is printed and signed."""
    editions = editions_of(shown.case)
    by_key = {one.key: one for one in editions}
    given = asked(editions, shown.request.GET.dict()) if len(editions) > 1 else {}
    old, new = by_key.get(given.get("old", "")), by_key.get(given.get("new", ""))
    if ending not in WRITERS or not old or not new or code not in comparable(old, new):
        raise Http404
    changes = compare(act_of(old.texts[code]), act_of(new.texts[code]))
    name = new.texts[code].title or shown.case.title(code)
    write, content_type = WRITERS[ending]
    data = write(paper_of_changes(changes, name=name, language=code))
    file = f"makul-{shown.case.number}-{old.key}-{new.key}-{code}.{ending}"
    headers = {"Content-Disposition": f'attachment; filename="{file}"'}
    return HttpResponse(data, content_type=content_type, headers=headers)

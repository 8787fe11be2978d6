"""The text of a draft, both languages side by side, with the marks of what was said to each provision.

An act of 200 articles has some thousands of provisions: they are written out here and not in a
template, which would take ten times as long.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from makul.cases.queries.text import (
    LANGUAGES,
    Article,
    Mark,
    Piece,
    articles_of,
    as_provision,
    edition_shown,
    marks_of,
)
from makul.cases.views.public.own import own_way
from makul.cases.views.public.page import Shown, language, public_case, whole_number
from makul.cases.views.public.words import objections, proposals, unsettled
from makul.cases.views.work.page import address
from makul.core.provisions.labels import label
from makul.core.provisions.shown import line_of

LISTED = frozenset({"article", "annex", "chapter", "section", "point"})
HEADS = frozenset({"article", "chapter", "section", "annex"})
CENTRED = frozenset({"requisite", "title"})


@dataclass(frozen=True, slots=True)
class Writing:
    """How the text is written out: which languages, in which order, and where its links lead."""

    order: tuple[str, ...]
    rows: str
    answer: str = ""  # the page of one's own position, for those who may answer


@public_case
def case_text(shown: Shown) -> HttpResponse:
    given = shown.request.GET.get("version")
    number = whole_number(given)
    if given and number is None:
        raise Http404
    edition = edition_shown(shown.case, number)
    if edition is None and given:
        raise Http404
    values = {"title": _("Text of the draft"), "edition": edition}
    if edition is None:
        return shown.show("text.html", values)
    show = chosen(shown)
    order = tuple(code for code in ordered() if code in edition.versions and show in ("", code))
    table = reverse("case_rows", args=[shown.case.number])
    writing = Writing(order, table, answer_page(shown))
    articles = articles_of(shown.case, edition)
    more = {
        "order": order,
        "show": show,
        "missing": [code for code in LANGUAGES if code not in edition.versions],
        "text": written(articles, writing) if order else "",
        "contents": contents(articles),
        "whole": marks(marks_of(shown.case), rows=writing.rows, only=""),
        "is_newest": edition.number == max(n for n, _version in edition.numbers),
        "has_versions": len(edition.numbers) > 1,
        "may_answer": bool(writing.answer),
    }
    return shown.show("text.html", values | more)


def chosen(shown: Shown) -> str:
    """The one language asked for (`?show=ky`), or empty: both beside each other."""
    show = shown.request.GET.get("show", "")
    return show if show in LANGUAGES else ""


def answer_page(shown: Shown) -> str:
    """Where a remark is written, for the one whose position is owed now; empty for all others."""
    answer = own_way(shown).get("answer", "")
    own = address("position_edit", shown.case.number)
    return answer if answer and answer == own else ""


def contents(articles: list[Article]) -> list[dict[str, Any]]:
    """The articles to jump to, with how many remarks were made on each.

    A heading stands in the language of the page or not at all.
    """
    found = []
    for article in articles:
        own = article.pieces.get(language(), [])
        if not is_listed(article):
            continue
        n = sum(mark.objections + mark.proposals for mark in article.marks.values())
        heading = own[0][3] if own else ""
        place = label(article.eid, language=language())
        found.append({"eid": article.eid, "place": place, "heading": heading, "n": n})
    return found


def ordered() -> tuple[str, ...]:
    """The language of the page first."""
    return ("ru", "ky") if language() == "ru" else ("ky", "ru")


def written(articles: list[Article], writing: Writing) -> SafeString:
    """The whole text; every piece of it is escaped where it is put in."""
    missing = escape(_("There is no text of this provision in this language."))
    remark = escape(_("Remark on this article"))
    parts = (one for article in articles for one in article_html(article, writing, missing, remark))
    return mark_safe("".join(parts))  # noqa: S308 - escaped piece by piece


def article_html(article: Article, writing: Writing, missing: str, remark: str) -> Iterator[str]:
    look, order = "prov", writing.order
    if article.marks:
        look = "prov marked" if article.is_unsettled else "prov minor"
    yield f'<div class="{look}" id="{escape(article.eid)}">'
    yield '<div class="pair">' if len(order) > 1 else "<div>"
    for place, code in enumerate(order):
        yield f'<div class="law" lang="{code}">'
        pieces = article.pieces.get(code)
        if pieces:
            yield from (piece_html(piece, code, is_first=not place) for piece in pieces)
        else:
            yield f'<p class="quiet" lang="{language()}">{missing}</p>'
        yield "</div>"
    yield "</div>"
    yield beside(article, writing, remark)
    yield "</div>"


def beside(article: Article, writing: Writing, remark: str) -> str:
    """What stands beside an article: what was said to it, and the way to say something."""
    said = [marks(article.marks, rows=writing.rows)] if article.marks else []
    if writing.answer and is_listed(article):
        href = f"{writing.answer}?eid={escape(article.eid)}"
        place = escape(label(article.eid, language=language()))
        said.append(
            f'<p class="small"><a href="{href}">{remark}<span class="vh">: {place}</span></a></p>'
        )
    return f'<div class="beside">{"".join(said)}</div>' if said else ""


def is_listed(article: Article) -> bool:
    pieces = next(iter(article.pieces.values()), [])
    return bool(pieces) and pieces[0][1] in LISTED


def piece_html(piece: Piece, code: str, *, is_first: bool) -> str:
    """One provision: its number, its words; anchors stand in the first language only."""
    eid, kind = piece[0], piece[1]
    tag = "h3" if kind in HEADS else "p"
    anchor = f' id="{escape(eid)}"' if is_first and "__" in eid else ""
    provision = as_provision(piece)
    if kind == "article" and provision.heading and provision.text:
        head = line_of(as_provision((eid, kind, piece[2], piece[3], "")), language=code)
        return f"<h3>{escape(head)}</h3><p>{escape(provision.text)}</p>"
    return f"<{tag}{anchor}>{escape(line_of(provision, language=code))}</{tag}>"


def marks(found: dict[str, Mark], *, rows: str, only: str | None = None) -> str:
    """What was said to each provision, as links to the rows."""
    lines = [
        line
        for eid, mark in found.items()
        if only is None or eid == only
        for line in mark_lines(eid, mark, rows=rows)
    ]
    if not lines:
        return ""
    return mark_safe(f'<ul class="marks">{"".join(lines)}</ul>')  # noqa: S308 - escaped above


def mark_lines(eid: str, mark: Mark, *, rows: str) -> Iterator[str]:
    place = label(eid, language=language()).partition(", ")[2] if "__" in eid else ""
    said = [
        (mark.objections, "objection", "flag", objections),
        (mark.proposals, "proposal", "plus", proposals),
    ]
    if place:
        yield f'<li class="quiet">{escape(place)}</li>'
    for n, kind, sign, words in said:
        if n:
            yield (
                f'<li><a href="{rows}?eid={escape(eid)}&amp;kind={kind}">'
                f'<svg class="i" aria-hidden="true"><use href="#i-{sign}"/></svg>'
                f"{escape(words(n))}</a></li>"
            )
    if mark.unsettled:
        yield f'<li class="quiet">{escape(unsettled(mark.unsettled))}</li>'

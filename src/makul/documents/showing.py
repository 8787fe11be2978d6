"""Writes changes out as a page shows them: what went struck through, what came underlined, moves in words.

An act of 200 articles has some thousands of provisions: they are written here and not in a template,
which would take ten times as long.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from makul.core.provisions import Change, Span, label
from makul.documents.comparing import ArticleChange

MARKS = {"ins": "ins", "del": "del"}
TAGS = {
    "added": "agree",
    "removed": "against",
    "changed": "partly",
    "moved": "lake",
    "same": "bare",
}


def kind_words(kind: str) -> str:
    """What became of a provision, in a word."""
    return {
        "same": _("unchanged"),
        "changed": _("changed"),
        "added": _("new"),
        "removed": _("removed"),
        "moved": _("moved"),
    }[kind]


def move_words(old_eid: str, eid: str) -> str:
    """A renumbering in the words of the page: «3-берене → 4-берене»."""
    code = (get_language() or "ky")[:2]
    places = {"old": label(old_eid, language=code), "new": label(eid, language=code)}
    return _("was: %(old)s; is: %(new)s") % places


def changes_html(article: ArticleChange, *, language: str, is_all: bool = False) -> SafeString:
    """The provisions of one article that differ (or all of them), each with its place."""
    shown = article.changes if is_all else article.differing
    pieces = (piece for one in shown for piece in _pieces(one, language, article.changes[0]))
    return mark_safe("".join(pieces))  # noqa: S308 - escaped piece by piece


def _pieces(one: Change, language: str, head: Change) -> Iterator[str]:
    """One provision; of the article itself the heading of the page has said what became of it."""
    if one.kind != "same" and one is not head:
        yield f'<p class="small quiet place">{escape(_place(one))}</p>'
    if one.spans:
        yield f'<p lang="{escape(language)}">{spans_html(one.spans)}</p>'


def _place(one: Change) -> str:
    code = (get_language() or "ky")[:2]
    if one.kind == "moved":
        return move_words(one.old_eid, one.eid)
    return f"{label(one.eid or one.old_eid, language=code)} · {kind_words(one.kind)}"


def spans_html(spans: Iterable[Span]) -> str:
    return "".join(_span(one) for one in spans)


def _span(span: Span) -> str:
    text = escape(span.text).replace("\n", "<br>")
    mark = MARKS.get(span.op)
    return f"<{mark}>{text}</{mark}>" if mark else text

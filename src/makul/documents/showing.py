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
    return mark_safe("".join(_pieces(shown, language)))  # noqa: S308 - escaped piece by piece


def _pieces(changes: Iterable[Change], language: str) -> Iterator[str]:
    code = (get_language() or "ky")[:2]
    for one in changes:
        place = escape(label(one.eid or one.old_eid, language=code))
        said = escape(kind_words(one.kind))
        if one.kind == "moved":
            said = escape(move_words(one.old_eid, one.eid))
        if one.kind == "same":
            yield f'<p lang="{escape(language)}">{spans_html(one.spans)}</p>'
            continue
        yield f'<p class="small quiet place">{place} · {said}</p>'
        if one.spans:
            yield f'<p lang="{escape(language)}">{spans_html(one.spans)}</p>'


def spans_html(spans: Iterable[Span]) -> str:
    return "".join(_span(one) for one in spans)


def _span(span: Span) -> str:
    text = escape(span.text).replace("\n", "<br>")
    mark = MARKS.get(span.op)
    return f"<{mark}>{text}</{mark}>" if mark else text

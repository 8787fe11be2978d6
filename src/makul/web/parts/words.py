"""Tags of stance, outcome, state and kind: a shape and a word, the words from the forms of the law."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from makul.core.errors import LawGap
from makul.law import forms
from makul.parties.models import Mandate, Party
from makul.web.parts.dates import language

register = template.Library()

# value -> (class of the tag, icon); the order of stances never changes on a page
STANCES = {
    "agreed": ("agree", "agree"),
    "agreed_with_remarks": ("partly", "partly"),
    "not_agreed": ("against", "against"),
    "not_affected": ("na", "na"),
    "silent": ("silent", "silent"),
    "not_notified": ("silent", "silent"),
}
REPLIES = {
    "accepted": ("agree", "agree"),
    "partly": ("partly", "partly"),
    "declined": ("against", "against"),
    "unanswered": ("against", "silent"),
    "": ("silent", "silent"),
}
ROW_STATES = {
    "settled": ("agree", "agree"),
    "dropped": ("silent", "na"),
    "unsettled": ("open", "doc"),
    "minority": ("open", "flag"),
}
KINDS = {"objection": ("open", "flag"), "proposal": ("open", "plus")}


def value_word(name: str, value: str) -> str:
    """The word for one value of a list of the forms, in the language of the page."""
    try:
        return forms.phrase(name, value, language=language())
    except LawGap:
        return value


def capital(text: str) -> str:
    """The first letter made large, the rest left alone (a name inside keeps its letters)."""
    return text[:1].upper() + text[1:]


@register.filter
def own_words(thing: object, names: str) -> str:
    """`{{ row|own_words:"text wording" }}`: the first that is written, in the language of the page,

    else as it was written in the other: a list names a row so; its page shows both texts whole.
    """
    codes = ("ru", "ky") if language() == "ru" else ("ky", "ru")
    found = (getattr(thing, f"{name}_{code}", "") for name in names.split() for code in codes)
    return next((str(text) for text in found if text), "")


@register.simple_tag
def icon(name: str, extra: str = "") -> SafeString:
    """`{% icon "clock" %}`: a sign that always stands with a word."""
    return format_html(
        '<svg class="i{}" aria-hidden="true"><use href="#i-{}"/></svg>',
        f" {extra}" if extra else "",
        name,
    )


def tag(word: str, shape: tuple[str, str]) -> SafeString:
    """A state: its shape, its word, and colour only third."""
    return format_html('<span class="tag {}">{}{}</span>', shape[0], icon(shape[1]), capital(word))


@register.simple_tag
def stance(value: str) -> SafeString:
    """`{% stance position.stance %}`."""
    return tag(value_word("stance", value), STANCES.get(value, ("na", "na")))


@register.simple_tag
def reply_tag(value: str | None) -> SafeString:
    """`{% reply_tag reply.kind %}`; nothing said yet is "waits for an answer"."""
    word = value_word("reply.kind", value) if value else _("waits for a reply")
    return tag(word, REPLIES.get(value or "", ("silent", "silent")))


@register.simple_tag
def row_state(value: str | None) -> SafeString:
    """`{% row_state row.state %}`; a row not judged yet is in work."""
    word = value_word("row.state", value) if value else _("not decided yet")
    return tag(word, ROW_STATES.get(value or "", ("silent", "silent")))


@register.simple_tag
def kind_tag(value: str) -> SafeString:
    """`{% kind_tag remark.kind %}`: an objection must be settled, a proposal answered."""
    return tag(value_word("remark.kind", value), KINDS.get(value, ("open", "text")))


@register.simple_tag
def word(name: str, value: str) -> str:
    """`{% word "interest" finding.kind %}`: any value of any list of the forms, in words."""
    return value_word(name, value)


@register.simple_tag
def party(body: Party | None) -> str:
    """`{% party case.initiator %}`: the name in the language of the page."""
    return body.name(language()) if body else ""


@register.simple_tag
def office(mandate: Mandate | None) -> str:
    """`{% office mandate %}`: persons are named by office only."""
    return mandate.office(language()) if mandate else ""


@register.inclusion_tag("web/part/stance_bar.html")
def stance_bar(counts: Mapping[str, int]) -> dict[str, Any]:
    """`{% stance_bar counts %}`: all who were asked, silence included; the legend is the table."""
    rows = [(value, int(counts.get(value, 0))) for value in STANCES]
    shown = [(value, n) for value, n in rows if n]
    return {
        "total": sum(n for _value, n in rows),
        "bars": list(_bars(shown)),
        "rows": [{"value": value, "n": n} for value, n in rows if n or value != "not_notified"],
        "words": ", ".join(f"{value_word('stance', value)} {n}" for value, n in shown),
    }


WIDTH, GAP = 1000.0, 3.0


def _bars(rows: Iterable[tuple[str, int]]) -> Iterable[dict[str, Any]]:
    """One rect a stance over the whole width, with small gaps between them."""
    rows = list(rows)
    total = sum(n for _value, n in rows) or 1
    free, x = WIDTH - GAP * (len(rows) - 1), 0.0
    for value, n in rows:
        width = free * n / total
        css = STANCES[value][0]
        yield {
            "css": css,
            "x": f"{x:.1f}",
            "width": f"{width:.1f}",
            "hatch": _hatch(x, width) if css == "partly" else "",
            "dots": _dots(x, width) if css == "silent" else "",
        }
        x += width + GAP


def _hatch(x: float, width: float) -> str:
    """Slanting lines 16 apart that fill a rect; the drawing clips them."""
    starts = range(int(x) - 20, int(x + width), 16)
    return "".join(f"M{start} 32l20-32" for start in starts)


def _dots(x: float, width: float) -> str:
    """Dots 12 apart as one path of tiny round strokes."""
    columns = range(int(x) + 6, int(x + width) - 2, 12)
    return "".join(f"M{column} {y}h.1" for column in columns for y in (8, 16, 24))

"""Texts of the law on a page: titles and pairs by language, provision ids, sentences of the Order."""

from __future__ import annotations

import re
from typing import Any

from django import template
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from makul.core.errors import MakulError
from makul.core.provisions import label
from makul.law.order import order, print_item
from makul.web.parts.dates import as_day, language
from makul.web.parts.dates import since as since_words

register = template.Library()

OTHER = {"ky": "ru", "ru": "ky"}
WHOLE = {"ky": "бүт долбоор", "ru": "весь проект", "en": "the whole draft"}


def eid_text(eid: str, *, language: str) -> str:
    """A provision id in words, small at the beginning; what is not known stays as it is.

    >>> eid_text("art_7__part_2__point_1", language="ky")
    '7-берене, 2-бөлүк, 1-пункт'
    >>> eid_text("art_222_2", language="ru")
    'статья 222²'
    >>> eid_text("", language="en")
    'the whole draft'
    """
    words = label(eid, language=language) if eid else WHOLE[language]
    return words[:1].lower() + words[1:]


@register.filter(name="eid")
def eid_filter(value: str) -> str:
    """`{{ row.eid|eid }}`: the provision in words, as bare text (`|capfirst` where it stands alone)."""
    return eid_text(value or "", language=language())


@register.simple_tag(name="eid")
def eid_tag(value: str) -> SafeString:
    """`{% eid row.eid %}`: the same, never broken at its hyphens."""
    return unbroken(eid_filter(value))


_NUMBERED = re.compile(r"\d+[⁰¹²³⁴⁵⁶⁷⁸⁹]*-\w+")


@register.filter
def unbroken(text: str) -> SafeString:
    """`{{ sentence|unbroken }}`: «4-март» and «7-берененин» are kept on one line."""
    escaped = str(conditional_escape(text))
    kept = _NUMBERED.sub(lambda found: f'<span class="nowrap">{found[0]}</span>', escaped)
    return mark_safe(kept)  # noqa: S308 - escaped above


def titled(thing: Any) -> tuple[str, str]:
    """The title in the language of the page, else the other one, with the language it is in."""
    wanted = language()
    for code in (wanted, OTHER.get(wanted, "ky"), "ru"):
        if text := getattr(thing, f"title_{code}", ""):
            return str(text), code
    return "", wanted


def missing_note(found_in: str, since_on: object) -> str:
    """Says that the text is not there in the language of the page, and since when."""
    if language() == "en":
        return _("in Kyrgyz") if found_in == "ky" else _("in Russian")
    text = _("no Russian text yet") if found_in == "ky" else _("no Kyrgyz text yet")
    known = since_words(since_on)
    return format_html("{}, {}", text, known) if known else text


@register.simple_tag
def law_title(thing: Any, note: bool = True) -> SafeString:
    """`{% law_title case %}`: the title in the page's language, or plainly the other one.

    `note=False` leaves the remark on the missing language out where it stands beside anyway.
    """
    text, code = titled(thing)
    if not text:
        return format_html('<span class="quiet">{}</span>', _("no title yet"))
    shown = format_html('<span lang="{}">{}</span>', code, text)
    if code == language() or not note:
        return shown
    since_on = getattr(thing, "opened_at", None) or getattr(thing, "created_at", None)
    remark = missing_note(code, since_on)
    return format_html('{} <small class="quiet nobold">({})</small>', shown, remark)


@register.filter
def title_plain(thing: Any) -> str:
    """`{{ case|title_plain }}`: bare, for the title of the window."""
    return titled(thing)[0]


@register.inclusion_tag("web/part/law_pair.html")
def law(
    ru: str | None, ky: str | None, since: object = None, authentic: str = ""
) -> dict[str, Any]:
    """`{% law row.text_ru row.text_ky %}`: both languages side by side; a gap says so."""
    texts = [("ky", "Кыргызча", ky), ("ru", "Русский", ru)]
    if language() == "ru":
        texts.reverse()
    return {
        "texts": [
            {"code": code, "name": name, "text": text or "", "is_authentic": code == authentic}
            for code, name, text in texts
        ],
        "has_any": bool(ru or ky),
        "since": as_day(since),
    }


@register.inclusion_tag("web/part/order_items.html")
def order_items(
    step: str, edition: str = "2026-proposed", track: str = "ordinary"
) -> dict[str, Any]:
    """`{% order_items "position" %}`: what the Order says of a step, each sentence with its basis."""
    try:
        found = order(edition)
        items = found.items_of_step(step)
    except MakulError:
        return {"items": []}
    rows = [
        {
            "text": print_item(item, language=language(), terms=found.terms, track=track),
            "article": item.article,
            "basis": "" if item.source.is_proposed else item.source.title(language()),
            "is_point": item.is_point,
        }
        for item in items
    ]
    return {"items": rows}

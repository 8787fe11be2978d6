"""Texts of the law on a page: titles and pairs by language, provision ids, sentences of the Order."""

from __future__ import annotations

import re
from typing import Any

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from makul.core.errors import MakulError
from makul.law.order import order, print_item
from makul.web.parts.dates import as_day, day, language

register = template.Library()

OTHER = {"ky": "ru", "ru": "ky"}
SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
# In Kyrgyz the number comes first: "7-берене, 2-бөлүк".
KINDS = {
    "book": {"ky": "китеп", "ru": "книга", "en": "book"},
    "sec": {"ky": "бөлүм", "ru": "раздел", "en": "section"},
    "subsec": {"ky": "бөлүмчө", "ru": "подраздел", "en": "subsection"},
    "chp": {"ky": "глава", "ru": "глава", "en": "chapter"},
    "subchp": {"ky": "параграф", "ru": "параграф", "en": "paragraph"},
    "art": {"ky": "берене", "ru": "статья", "en": "article"},
    "part": {"ky": "бөлүк", "ru": "часть", "en": "part"},
    "point": {"ky": "пункт", "ru": "пункт", "en": "point"},
    "subpoint": {"ky": "пунктча", "ru": "подпункт", "en": "subpoint"},
    "par": {"ky": "абзац", "ru": "абзац", "en": "paragraph"},
    "annex": {"ky": "тиркеме", "ru": "приложение", "en": "annex"},
    "table": {"ky": "таблица", "ru": "таблица", "en": "table"},
    "note": {"ky": "эскертүү", "ru": "примечание", "en": "note"},
    "preamble": {"ky": "преамбула", "ru": "преамбула", "en": "preamble"},
    "title": {"ky": "аталышы", "ru": "название", "en": "title"},
    "requisite": {"ky": "реквизит", "ru": "реквизит", "en": "requisite"},
    "signature": {"ky": "кол коюу", "ru": "подпись", "en": "signature"},
    "whole": {"ky": "бүт долбоор", "ru": "весь проект", "en": "the whole draft"},
}
# A point under a letter keeps it in Latin inside its id; people see the letter of the text.
LETTERS = dict(
    zip(
        "a b v g d e yo zh z i j k l m n ng o oe p r s t u ue f h ts ch sh shch eh yu ya".split(),
        "абвгдеёжзийклмнңоөпрстуүфхцчшщэюя",
        strict=True,
    )
)
_SEGMENT = re.compile(r"(?P<kind>[a-z]+)(?:_(?P<number>[^-]+))?(?:-(?P<again>\d+))?$")


def eid_text(eid: str, *, language: str) -> str:
    """A provision id in words; what is not known stays as it is.

    >>> eid_text("art_7__part_2__point_1", language="ky")
    '7-берене, 2-бөлүк, 1-пункт'
    >>> eid_text("art_222_2", language="ru")
    'статья 222²'
    >>> eid_text("", language="en")
    'the whole draft'
    """
    if not eid:
        return KINDS["whole"][language]
    return ", ".join(_segment(one, language=language) for one in eid.split("__"))


def _segment(segment: str, *, language: str) -> str:
    found = _SEGMENT.match(segment)
    if found is None or found["kind"] not in KINDS:
        return segment
    noun = KINDS[found["kind"]][language]
    if not found["number"]:
        return noun
    number, *above = found["number"].split("_")
    shown = LETTERS.get(number, number) + "".join(one.translate(SUPERSCRIPTS) for one in above)
    if language == "ky":
        return f"{shown}-{noun}"
    return f"{noun} {shown}"


@register.filter(name="eid")
def eid_filter(value: str) -> str:
    """`{{ row.eid|eid }}`: the provision in words, as bare text."""
    return eid_text(value or "", language=language())


@register.simple_tag(name="eid")
def eid_tag(value: str) -> SafeString:
    """`{% eid row.eid %}`: the same, never broken at its hyphens."""
    parts = eid_filter(value).split(", ")
    spans = [format_html('<span class="nowrap">{}</span>', part) for part in parts]
    return SafeString(", ".join(spans))


def titled(thing: Any) -> tuple[str, str]:
    """The title in the language of the page, else the other one, with the language it is in."""
    wanted = language()
    for code in (wanted, OTHER.get(wanted, "ky"), "ru"):
        if text := getattr(thing, f"title_{code}", ""):
            return str(text), code
    return "", wanted


def missing_note(found_in: str, since: object) -> str:
    """Says that the text is not there in the language of the page, and since when."""
    if language() == "en":
        return _("in Kyrgyz") if found_in == "ky" else _("in Russian")
    known = as_day(since)
    text = _("no Russian text yet") if found_in == "ky" else _("no Kyrgyz text yet")
    return format_html(_("{text}, since {day}"), text=text, day=day(known)) if known else text


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
    since = getattr(thing, "opened_at", None) or getattr(thing, "created_at", None)
    remark = missing_note(code, since)
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
    texts = [("ky", _("Kyrgyz"), ky), ("ru", _("Russian"), ru)]
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
def order_items(step: str, edition: str = "2026-proposed", track: str = "ordinary") -> dict[str, Any]:
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

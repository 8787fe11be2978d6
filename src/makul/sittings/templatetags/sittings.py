"""Tags of this room: `{% load sittings %}` gives `reading_name` and `fate_tag`."""

from __future__ import annotations

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from makul.sittings import words

register = template.Library()


@register.filter
def reading_name(numbers: str) -> str:
    """`{{ reading.numbers|reading_name }}`: «Second and third readings at once»."""
    return words.reading_name(numbers)


@register.simple_tag
def fate_tag(result: str) -> SafeString:
    """`{% fate_tag fate.result %}`: what became of a row, as a shape and a word."""
    look, icon = words.SHAPES[result]
    return format_html(
        '<span class="tag {}"><svg class="i" aria-hidden="true"><use href="#i-{}"/></svg>{}</span>',
        look,
        icon,
        words.FATES[result],
    )


@register.filter
def presence_name(kind: str) -> str:
    """`{{ presence.kind|presence_name }}`: as what somebody was there."""
    return str(words.PRESENT.get(kind, kind))


@register.filter
def kind_name(kind: str) -> str:
    """`{{ sitting.kind|kind_name }}`: of a committee, or of the chamber."""
    return str(words.KINDS.get(kind, kind))

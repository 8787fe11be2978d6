"""Tags of this room: `{% load registry %}` gives `place`, `place_kind`, `body_kind`, `role`."""

from __future__ import annotations

from django import template
from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext

from makul.core.errors import LawGap
from makul.law.forms import phrase
from makul.parties.kinds import PARTY_KINDS, TERRITORY_KINDS
from makul.parties.models import Party, Territory
from makul.parties.rights import ROLES

register = template.Library()


@register.simple_tag
def place(territory: Territory) -> SafeString:
    """`{% place territory %}`: its name; one that is known in another language only bears that language."""
    wanted = get_language() or "ky"
    for code in (wanted, "ky", "ru"):
        if name := getattr(territory, f"name_{code}", ""):
            return format_html('<span lang="{}">{}</span>', code, name)
    return format_html("{}", territory.code)


@register.simple_tag
def place_kind(kind: str) -> Promise | str:
    return TERRITORY_KINDS.get(kind, kind)


@register.simple_tag
def body_kind(party: Party) -> str:
    """What a body is: its kind, and of a local one the kind of its territory."""
    word = str(PARTY_KINDS.get(party.kind, party.kind))
    if not party.body_kind:
        return word
    try:
        return f"{word} ({phrase('body.kind', party.body_kind, language=get_language() or 'ky')})"
    except LawGap:
        return word


@register.simple_tag
def role(value: str) -> Promise | str:
    """`{% role seat.role %}`: the part a body takes in a case."""
    return ROLES.get(value, gettext("no role"))

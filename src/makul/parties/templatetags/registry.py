"""Tags of this room: `{% load registry %}` gives `place`, `place_kind`, `body_kind`, `role`."""

from __future__ import annotations

from django import template
from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext, gettext_noop

from makul.core.errors import LawGap
from makul.law.forms import phrase
from makul.parties.kinds import PARTY_KINDS, TERRITORY_KINDS
from makul.parties.models import Party, Territory
from makul.parties.rights import ROLES

register = template.Library()

# The heads of the lists that come with Makul are shown in the language of the page (`listed`).
OWN_LISTS = (
    gettext_noop("Territories before the reform of 2024-2025"),
    gettext_noop("Oblasts, raions and cities after the reform, without aiyl aimaks"),
    gettext_noop(
        "State classifier SOATE, April 2021, read from a public copy (github.com/bomorov/KSTUHostel at 123251f)"
    ),
    gettext_noop(
        "State classifier GK SOATE 2025, annex 2 (list of cities), transcribed in a public script (import-kyrgyzstan-soate-cities.py)"
    ),
)


@register.filter
def listed(words: str) -> str:
    """`{{ edition.title|listed }}`: a title or source of a list of ours in words; another's as it is."""
    return gettext(words) if words in OWN_LISTS else words


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

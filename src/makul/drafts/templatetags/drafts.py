"""Tags of this room: `{% load drafts %}` gives `note_heading`."""

from __future__ import annotations

from django import template
from django.utils.translation import get_language

from makul.law import forms as law

register = template.Library()


@register.filter
def note_heading(number: int) -> str:
    """`{{ one.number|note_heading }}`: the heading of the justification note, as form F3 has it."""
    return law.form("F3").line(f"heading.{number}", (get_language() or "ky")[:2])

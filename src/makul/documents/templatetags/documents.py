"""`{% load documents %}` gives `provision_label`: a provision named in the language of its text."""

from __future__ import annotations

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from makul.core.provisions import label

register = template.Library()


@register.simple_tag
def provision_label(eid: str, language: str) -> SafeString:
    """`{% provision_label one.eid "ky" %}`: «7-берене, 2-бөлүк», marked with its language."""
    code = language if language in {"ky", "ru"} else "ru"
    return format_html('<span lang="{}">{}</span>', code, label(eid, language=code))

"""Forms that keep themselves: the sentence of what is kept, and the offer to start from the saved text."""

from __future__ import annotations

from typing import Any

from django import template
from django.utils import timezone

register = template.Library()


@register.inclusion_tag("web/part/keep.html", takes_context=True)
def keep(context: template.Context) -> dict[str, Any]:
    """`{% keep %}` inside a form: what is typed is kept, here at once and at Makul in two seconds."""
    request = context["request"]
    row = getattr(request, "kept_form", None)
    return {
        "owner": getattr(getattr(request, "mandate", None), "pk", None),
        "path": request.path,
        "kept_at": row.kept_at if row else None,
        "stamp": int(row.kept_at.timestamp() * 1000) if row else 0,
        "is_posted": request.method == "POST",
    }


@register.inclusion_tag("web/part/kept.html", takes_context=True)
def kept(context: template.Context) -> dict[str, Any]:
    """`{% kept %}` before the form: that the page starts from what was typed, and the way back."""
    request = context["request"]
    row = getattr(request, "kept_form", None)
    return {
        "kept_at": timezone.localtime(row.kept_at) if row else None,
        "is_saved_later": getattr(request, "is_saved_later", False),
        "path": request.path,
        "csrf_token": context.get("csrf_token"),
    }

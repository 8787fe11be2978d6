"""What every page knows: the languages, the mandate, whether this is a demonstration."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone
from django.utils.functional import SimpleLazyObject

from makul.accounts.views.arrival import ASK_KEY
from makul.cases.queries.work import owed_counts
from makul.parties.models import Mandate


def page(request: HttpRequest) -> dict[str, Any]:
    return {
        "languages": settings.LANGUAGES,
        "language": getattr(request, "LANGUAGE_CODE", settings.LANGUAGE_CODE),
        "is_demonstration": settings.MAKUL_DEMO,
        "mandate": getattr(request, "mandate", None),
        "mandates": getattr(request, "mandates", []),
        "other_mandates": SimpleLazyObject(lambda: others(request)),
        "is_asked_for_factor": SimpleLazyObject(lambda: is_asked(request)),
    }


def others(request: HttpRequest) -> list[tuple[Mandate, int]]:
    """The mandates one could change to, each with how much it owes; counted for those who hold several."""
    held = getattr(request, "mandates", [])
    if len(held) < 2:
        return []
    current, counts = request.mandate, owed_counts(held, today=timezone.localdate())  # type: ignore[attr-defined]
    return [(one, counts.get(one.pk, 0)) for one in held if one.pk != current.pk]


def is_asked(request: HttpRequest) -> bool:
    """Whether a signatory has no second factor yet; known since signing in."""
    return bool(request.session.get(ASK_KEY)) if hasattr(request, "session") else False

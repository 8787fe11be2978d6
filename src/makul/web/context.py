"""What every page knows: the languages, the mandate, whether this is a demonstration."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest


def page(request: HttpRequest) -> dict[str, Any]:
    return {
        "languages": settings.LANGUAGES,
        "language": getattr(request, "LANGUAGE_CODE", settings.LANGUAGE_CODE),
        "is_demonstration": settings.MAKUL_DEMO,
        "mandate": getattr(request, "mandate", None),
        "mandates": getattr(request, "mandates", []),
    }

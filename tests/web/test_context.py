"""What every page knows, also one that is made before the middleware ran."""

from __future__ import annotations

from typing import Any

from django.test import RequestFactory

from makul.web.context import page


def test_every_page_knows_its_languages_and_who_reads(settings: Any) -> None:
    settings.MAKUL_DEMO = True
    request: Any = RequestFactory().get("/")
    assert page(request) == {
        "languages": settings.LANGUAGES,
        "language": "ky",
        "is_demonstration": True,
        "mandate": None,
        "mandates": [],
        "other_mandates": [],
        "is_asked_for_factor": False,
    }
    request.LANGUAGE_CODE, request.mandate, request.mandates = "ru", "office", ["office"]
    known = page(request)
    assert (known["language"], known["mandate"], known["mandates"]) == ("ru", "office", ["office"])

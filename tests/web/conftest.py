"""What the tests of pages need: the catalogues made ready, a page rendered from a few words."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.conf import settings
from django.template import Context, Template
from django.utils import translation

from makul.command.catalogue import compile_all

compile_all()
# Pages are tested without collecting their files first, also by a bare `pytest`.
settings.STORAGES["staticfiles"] = {
    "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
}


@pytest.fixture
def rendered() -> Callable[..., str]:
    """`rendered("{{ day|day }}", "ky", day=...)`: a template in a language, as text."""

    def render(source: str, language: str = "en", **values: Any) -> str:
        with translation.override(language):
            return Template(source).render(Context(values))

    return render

"""What the tests of pages need: the catalogues made ready, a page rendered from a few words."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.template import Context, Template
from django.utils import translation


@pytest.fixture
def rendered() -> Callable[..., str]:
    """`rendered("{{ day|day }}", "ky", day=...)`: a template in a language, as text."""

    def render(source: str, language: str = "en", **values: Any) -> str:
        with translation.override(language):
            return Template(source).render(Context(values))

    return render

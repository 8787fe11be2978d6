"""What the tests of the bench need: small sizes, pages without collected files, silence."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.conf import settings

from bench.size import SMALL, Size
from makul.command.catalogue import compile_all

compile_all()
settings.STORAGES["staticfiles"] = {
    "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
}


@pytest.fixture
def small() -> Size:
    return SMALL


@pytest.fixture
def said() -> list[str]:
    return []


@pytest.fixture
def say(said: list[str]) -> Callable[[str], None]:
    return said.append

"""What the looks at whole pages share: one demonstration for all of them, one Chromium."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from tests.browser.running import demonstration


@pytest.fixture(scope="session")
def demonstrated(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a demonstration: of MAKUL_SITE where one runs already, else of our own."""
    if running := os.environ.get("MAKUL_SITE"):
        yield running.rstrip("/")
        return
    with demonstration(tmp_path_factory.mktemp("demonstrated")) as address:
        yield address

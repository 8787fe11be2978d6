"""What the looks at whole pages share: one demonstration for all of them, one Chromium."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from typing import Any

import pytest

from tests.browser.running import demonstration

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"]


@pytest.fixture(scope="session")
def demonstrated(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a demonstration: of MAKUL_SITE where one runs already, else of our own."""
    if running := os.environ.get("MAKUL_SITE"):
        yield running.rstrip("/")
        return
    with demonstration(tmp_path_factory.mktemp("demonstrated")) as address:
        yield address


@pytest.fixture(scope="session")
def window() -> Iterator[Any]:
    if CHROMIUM is None:
        pytest.skip("Chromium is not installed")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield started
        started.close()

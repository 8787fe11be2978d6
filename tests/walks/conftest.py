"""A site with its parties, and a browser for each office that walks through it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from django.utils import timezone

from makul.parties.models import Mandate
from tests.browser.walker import DESK, Walker
from tests.walks.clock import Clock

Office = Callable[..., Walker]


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """A Monday morning; the pages and the worker read this clock and no other."""
    monday = datetime(2026, 10, 5, 10, tzinfo=timezone.get_default_timezone())
    clock = Clock(monday)
    monkeypatch.setattr(timezone, "now", clock.now)
    return clock


@pytest.fixture
def site(live_server: Any, settings: Any, tmp_path: Path) -> str:
    """The demonstration's door open, letters and keys in a folder of this test."""
    settings.MAKUL_DEMO = True
    settings.BASE_URL = live_server.url
    settings.SESSION_COOKIE_AGE = 365 * 24 * 3600  # a walk takes weeks
    settings.MAKUL_VAR = tmp_path
    settings.MAKUL_MAIL = "file"
    settings.MAKUL_MAIL_FOLDER = tmp_path / "mail"
    return str(live_server.url)


@pytest.fixture
def office(chromium: Any, site: str, tmp_path: Path) -> Iterator[Office]:
    """`office(mandate, language="ky")`: a browser in which that office is signed in; nobody: a reader."""
    opened: list[Walker] = []

    def enter(mandate: Mandate | None = None, *, language: str, width: int = DESK) -> Walker:
        walker = Walker(chromium, site=site, language=language, width=width, folder=tmp_path)
        opened.append(walker)
        if mandate:
            name, title = mandate.party.name(language), getattr(mandate, f"office_{language}")
            walker.sign_in(name, title)
        else:
            walker.open("/", lang=language)
        return walker

    yield enter
    faults = [fault for walker in opened for fault in walker.faults]
    for walker in opened:
        walker.close()
    assert faults == []

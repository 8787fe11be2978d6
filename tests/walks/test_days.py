"""Each of the six roles goes through its day, in each language, in a demonstration started as by hand.

The pictures of these days are those of the docs: `MAKUL_PICTURES=docs/pictures/days` keeps them there.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.browser.running import demonstration
from tests.browser.walker import Walker
from tests.walks import days
from tests.walks.days import LANGUAGES, Day

pytestmark = pytest.mark.browser
ROLES = (days.reader, days.body, days.union, days.ministry, days.desk, days.decider)


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with demonstration(tmp_path_factory.mktemp("demonstration")) as site:
        yield site


@pytest.fixture
def enter(chromium: Any, running: str, tmp_path: Path) -> Iterator[Callable[..., Walker]]:
    """A browser each; at the end nothing was amiss in any of them."""
    kept = os.environ.get("MAKUL_PICTURES")
    opened: list[Walker] = []

    def one(language: str, *, width: int) -> Walker:
        folder = Path(kept) / language if kept else tmp_path
        walker = Walker(chromium, site=running, language=language, width=width, folder=folder)
        walker.context.set_default_timeout(30_000)  # the first page of all starts both processes
        opened.append(walker)
        walker.open("/", lang=language)
        return walker

    yield one
    faults = [fault for walker in opened for fault in walker.faults]
    for walker in opened:
        walker.close()
    assert faults == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("role", ROLES, ids=lambda role: role.__name__)
def test_a_role_goes_through_its_day(
    role: Callable[[Day], None], language: str, running: str, enter: Callable[..., Walker]
) -> None:
    role(Day(running, language, enter))

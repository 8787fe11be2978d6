"""Each of the nine roles goes through its day, in each language, in a demonstration started as by hand.

The pictures of the docs come from these days: `MAKUL_PICTURES=docs/pictures` takes them anew.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.browser.running import demonstration
from tests.browser.walker import Walker
from tests.walks import days, parliament_days
from tests.walks.days import LANGUAGES, Day

pytestmark = pytest.mark.browser
HEIGHT = 900
# By language and moment: the file of the docs. The protocol's picture is made from its PDF.
PICTURES = {
    ("ky", "reader-1-home"): "portal",
    ("ru", "reader-3-case"): "case-phone",
    ("ky", "body-1-today"): "today-phone",
    ("ky", "body-2-answer"): "answer-phone",
    ("ky", "body-4-receipt"): "receipt-phone",
    ("ru", "union-2-rows"): "rows",
    ("ru", "union-5-calendar"): "calendar",
    ("ru", "ministry-2-rows"): "ministry",
    ("ky", "desk-4-reach"): "reach",
    ("ru", "desk-6-board"): "board",
    ("en", "reader-6-statistics"): "statistics-phone",
    ("ru", "decider-2-decision"): "decider",
    ("ru", "decider-5-case"): "case",
    ("ru", "deputy-1-hub"): "parliament",
    ("ru", "deputy-2-watch"): "watch",
    ("ru", "deputy-3-sitting"): "sitting",
    ("ru", "deputy-4-expertise"): "expertise",
    ("ru", "deputy-5-protocol"): "special-protocol",
    ("ky", "watcher-2-alert"): "alert-phone",
    ("ru", "clerk-2-sittings"): "sittings",
}
ROLES = (
    *(days.reader, days.body, days.union, days.ministry, days.desk, days.decider),
    *(parliament_days.deputy, parliament_days.watcher, parliament_days.clerk),
)


class Photographer(Walker):
    """Walks, and takes the pictures of the docs where it is asked to."""

    def look(self, name: str, *, axe: bool = True) -> None:
        super().look(name, axe=axe)
        folder, file = os.environ.get("MAKUL_PICTURES"), PICTURES.get((self.language, name))
        if folder and file:
            self.page.set_viewport_size({"width": self.width, "height": HEIGHT})
            self.page.evaluate("scrollTo(0, 0)")
            self.page.screenshot(path=Path(folder) / f"{file}.png")


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with demonstration(tmp_path_factory.mktemp("demonstration")) as site:
        yield site


@pytest.fixture
def enter(chromium: Any, running: str, tmp_path: Path) -> Iterator[Callable[..., Walker]]:
    """A browser each; at the end nothing was amiss in any of them."""
    opened: list[Walker] = []

    def one(language: str, *, width: int) -> Walker:
        walker = Photographer(
            chromium, site=running, language=language, width=width, folder=tmp_path
        )
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

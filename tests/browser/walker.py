"""One office at its own browser: goes by the words on the page, and keeps what went wrong on the way."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from django.urls import reverse
from django.utils import translation

PHONE, DESK = 360, 1280
SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
OPTIONAL = r"(\s*\([^()]*\))?"


class Walker:
    """Fills forms by their visible labels; words are given as in the code (English) and found as shown.

    `faults` holds what the console said, requests that failed, and answers that were not pages.
    """

    def __init__(self, browser: Any, *, site: str, language: str, width: int, folder: Path) -> None:
        viewport = {"width": width, "height": 800}
        self.context = browser.new_context(viewport=viewport, accept_downloads=True)
        self.context.set_default_timeout(8_000)
        self.page = self.context.new_page()
        self.site, self.language, self.width, self.folder = site, language, width, folder
        self.faults: list[str] = []
        self.page.on("console", lambda said: self.faults.append(f"{self.page.url}: {said.text}"))
        self.page.on("pageerror", lambda error: self.faults.append(f"{self.page.url}: {error}"))
        self.page.on("requestfailed", self._failed)

    def _failed(self, request: Any) -> None:
        if "ERR_ABORTED" not in str(request.failure):  # a download is no page
            self.faults.append(f"{request.url}: {request.failure}")

    # words

    def word(self, text: object, **values: object) -> str:
        """The text of the code as the page says it in this language."""
        with translation.override(self.language):
            said = translation.gettext(str(text))
        return said % values if values else said

    def named(self, text: object) -> re.Pattern[str]:
        """A label whole; beside it may stand that the field is optional."""
        return re.compile(f"^\\s*{re.escape(self.word(text))}{OPTIONAL}\\s*$", re.IGNORECASE)

    # going

    def go(self, name: str, *args: object, **asked: str) -> None:
        """Open a page by the name of its address."""
        self.open(reverse(name, args=args), **asked)

    def open(self, path: str, **asked: str) -> None:
        query = "&".join(f"{key}={value}" for key, value in asked.items())
        address = path if path.startswith("http") else f"{self.site}{path}"
        self.arrived(self.page.goto(f"{address}?{query}" if query else address))

    def arrived(self, answer: Any, *, status: int = 200) -> None:
        assert answer.status == status, f"{answer.status} at {self.page.url}\n{self.text()[:1500]}"
        shown = self.page.locator("html").get_attribute("lang")
        assert shown == self.language, f"{self.page.url} speaks {shown}"

    def follow(self, text: object, *, within: Any = None, nth: int = 0) -> None:
        links = (within or self.page).get_by_role("link", name=self.word(text), exact=True)
        with self.page.expect_navigation() as way:
            links.nth(nth).click()
        self.arrived(way.value)

    def press(self, text: object, *, within: Any = None, status: int = 200) -> None:
        """Press a button that sends a form, and arrive where it leads."""
        buttons = (within or self.page).get_by_role("button", name=self.word(text), exact=True)
        seen = buttons.filter(visible=True)
        with self.page.expect_navigation() as way:
            seen.first.click()
        self.arrived(way.value, status=status)
        if status != 200:  # the browser's console tells of it too; it was meant
            self.faults = [one for one in self.faults if f"status of {status}" not in one]

    def sign_in(self, party: str, office: str) -> None:
        """Take an office at the demonstration's door."""
        self.go("sign_in", lang=self.language)
        self.page.get_by_role("searchbox").fill(party)
        self.press("Find")
        button = self.page.get_by_role(
            "button", name=re.compile(f"^{re.escape(party)}: {re.escape(office)}")
        )
        with self.page.expect_navigation() as way:
            button.click()
        self.arrived(way.value)

    # forms

    def field(self, label: object, *, within: Any = None) -> Any:
        return (within or self.page).get_by_label(self.named(label))

    def fill(self, label: object, text: str, *, within: Any = None) -> None:
        self.field(label, within=within).fill(text)

    def fill_all(self, values: Mapping[Any, str], *, within: Any = None) -> None:
        for label, text in values.items():
            self.fill(label, text, within=within)

    def select(self, label: object, option: object, *, within: Any = None) -> None:
        self.field(label, within=within).select_option(label=self.word(option))

    def choose(self, group: object, option: object, *, within: Any = None) -> None:
        """One choice of a group, by its own words (a hint may stand below them)."""
        fields = (within or self.page).get_by_role("group", name=self.named(group))
        wanted = self.word(option).casefold()
        for label in fields.first.locator("label").all():
            own = label.locator("span").first if label.locator("span").count() else label
            if own.inner_text().strip().casefold() == wanted:
                label.locator("input").check()
                return
        raise AssertionError(f"no choice {wanted!r}: {fields.first.inner_text()}")

    def tick(self, label: object, *, within: Any = None) -> None:
        self.field(label, within=within).check()

    def attach(self, label: object, file: Path, *, within: Any = None) -> None:
        self.field(label, within=within).set_input_files(file)

    # looking

    def text(self) -> str:
        return str(self.page.locator("main").inner_text())

    def look(self, name: str, *, axe: bool = True) -> None:
        """Keep a picture of the page; what axe or a sideways scroll on a phone says is a fault."""
        self.page.screenshot(path=self.folder / f"{name}.png", full_page=True)
        self.faults += [f"{name}: {one}" for one in (axe_faults(self.page) if axe else [])]
        self.page.set_viewport_size({"width": PHONE, "height": 800})
        if over := self.page.evaluate(SIDEWAYS):
            self.faults.append(f"{name}: {over} px wider than a phone")
        self.page.set_viewport_size({"width": self.width, "height": 800})

    def close(self) -> None:
        self.context.close()


def axe_faults(page: Any) -> list[str]:
    from axe_playwright_python.sync_playwright import Axe

    found = Axe().run(page).response["violations"]
    return [f"{one['id']}: {[node['html'][:200] for node in one['nodes']]}" for one in found]

"""Takes the pictures of docs/design.md anew from the page of parts of a running demonstration.

PYTHONPATH=. python tests/browser/design_pictures.py http://127.0.0.1:8000
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).resolve().parents[2] / "docs" / "pictures" / "design"
# What is shown in the dark beside the light, and what is shown as narrow as a phone.
DARK = ("stance", "bar", "due", "map", "lines", "banner")
NARROW = ("form", "tasks", "map")
WITHOUT = {"fresh", "dates", "pages"}
LANGUAGES = {"ky": ("stance", "bar", "due", "why", "steps", "tasks", "form", "map", "empty")}


def take(browser: Any, site: str) -> list[str]:
    """A picture of each section, named by its id; returns the names."""
    names: list[str] = []
    for width, scheme, only in (
        (820, "light", None),
        (820, "dark", DARK),
        (360, "light", NARROW),
    ):
        for language in ("ru", "ky"):
            page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
            page.goto(f"{site}/components/?lang={language}")
            ids = page.eval_on_selector_all("main section[id]", "all => all.map(one => one.id)")
            for name in sorted(set(ids) - WITHOUT):
                is_wanted = (language == "ky") == (name in LANGUAGES["ky"])
                if is_wanted and (only is None or name in only):
                    names.append(picture(page, name, width=width, scheme=scheme))
            page.close()
    return names


def picture(page: Any, name: str, *, width: int, scheme: str) -> str:
    """One section without its heading, which is a name for programmers."""
    ending = "-dark" if scheme == "dark" else "-phone" if width < 500 else ""
    section = page.locator(f"main section[id='{name}']")
    for one in section.locator("details.more").all()[:1] if name == "why" else ():
        one.evaluate("all => all.open = true")
    section.locator("h2").first.evaluate("one => one.className = 'vh'")
    section.screenshot(path=FOLDER / f"{name}{ending}.png")
    return f"{name}{ending}.png"


def main() -> int:
    from playwright.sync_api import sync_playwright

    FOLDER.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        chromium = shutil.which("chromium") or shutil.which("chromium-browser")
        browser = playwright.chromium.launch(
            executable_path=chromium, args=["--no-sandbox", "--disable-gpu"]
        )
        names = take(browser, sys.argv[1].rstrip("/"))
        browser.close()
    print(f"{len(names)} pictures in {FOLDER.name}: {', '.join(sorted(names))}")
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""The parts and the door in a real browser: axe silent, policy kept, nothing scrolls sideways."""

from __future__ import annotations

from typing import Any

import pytest
from django.urls import path

from makul.web.components import components
from makul.web.urls import handler400, handler403, handler404, handler500  # noqa: F401
from makul.web.urls import urlpatterns as real

urlpatterns = [path("components/", components, name="components"), *real]

pytestmark = [
    pytest.mark.browser,
    pytest.mark.urls(__name__),
    pytest.mark.django_db(transaction=True),
]


def faults(chromium: Any, address: str, *, width: int, scheme: str) -> list[object]:
    """What axe, the console and the width say of a page; nothing when all is well."""
    from axe_playwright_python.sync_playwright import Axe

    page = chromium.new_page(viewport={"width": width, "height": 800}, color_scheme=scheme)
    found: list[object] = []
    page.on("console", lambda message: found.append(message.text))
    page.goto(address)
    found += [
        (one["id"], [node["html"] for node in one["nodes"]])
        for one in Axe().run(page).response["violations"]
    ]
    sideways = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    found += [f"{over} px too wide"] if (over := page.evaluate(sideways)) else []
    page.close()
    return found


@pytest.mark.parametrize(
    ("language", "width", "scheme"),
    [("ky", 320, "light"), ("ru", 320, "dark"), ("en", 1280, "light"), ("ky", 1280, "dark")],
)
def test_every_part_can_be_used_by_everyone(
    chromium: Any, live_server: Any, settings: Any, language: str, width: int, scheme: str
) -> None:
    settings.MAKUL_DEMO = True
    for name in ("components", "sign-in", "sign-in/password", "no-such-page"):
        address = f"{live_server.url}/{name}/?lang={language}"
        said = [
            fault
            for fault in faults(chromium, address, width=width, scheme=scheme)
            if "404 (Not Found)" not in str(fault)
        ]
        assert said == [], name


def test_the_error_summary_takes_the_focus_and_leads_to_the_field(
    chromium: Any, live_server: Any
) -> None:
    page = chromium.new_page()
    page.goto(f"{live_server.url}/components/?lang=ru")
    assert page.evaluate("document.activeElement.className") == "errors"
    page.get_by_role("link", name="Расходы в год").click()
    assert page.evaluate("document.activeElement.id") == "id_yearly_som"
    page.close()


def test_the_explanation_opens_without_a_script(chromium: Any, live_server: Any) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{live_server.url}/components/?lang=ru")
    rule = page.get_by_text("15 рабочих дней со дня, следующего за событием").first
    assert rule.is_visible() is False
    page.get_by_text("Почему 26 марта?").first.click()
    assert rule.is_visible() is True
    context.close()

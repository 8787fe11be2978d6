"""A local body answers from a phone on which JavaScript is off: nothing is lost, the position is filed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest

from tests.browser.looker import PHONE, Looker

pytestmark = pytest.mark.browser
TEXT = "Бул чыгым айылдын бюджетинде каралган эмес."


@pytest.fixture
def head(chromium: Any, demonstrated: str) -> Iterator[Looker]:
    looker = Looker(chromium, site=demonstrated)
    looker.context.close()
    looker.context = chromium.new_context(
        viewport={"width": PHONE, "height": 640}, java_script_enabled=False
    )
    looker.context.set_default_timeout(15_000)
    looker.page = looker.context.new_page()
    looker.sign_in("Aiyl aimak No. 3 (demonstration): head")
    yield looker
    looker.close()


def draft(head: Looker) -> str:
    """The first position one is asked for today, opened in Kyrgyz."""
    head.page.goto(f"{head.site}/today/?lang=ky")
    links = head.page.locator("main a").evaluate_all("all => all.map(a => a.getAttribute('href'))")
    found = [link for link in links if re.fullmatch(r"/cases/[\w-]+/work/position/", link or "")]
    assert found, "nothing is asked of this body today"
    head.page.goto(f"{head.site}{found[0]}?lang=ky")
    return found[0]


def send(page: Any, do: str) -> None:
    with page.expect_navigation():
        page.locator(f"form button[name=do][value={do}]:not(.vh)").first.click()


def test_an_answer_is_written_corrected_and_filed(head: Looker) -> None:
    page = head.page
    path = draft(head)
    page.locator("#remarks > summary").click()
    page.locator("textarea[name=r0-text]").fill(TEXT)
    page.locator("input[name=r0-yearly_som]").fill("1,2 млн")
    send(page, "send")
    # Without a position and with a sum that is none: said at the fields, and nothing is lost.
    assert page.locator(".errors a").count() >= 2
    assert page.locator("textarea[name=r0-text]").input_value() == TEXT
    page.locator("input[name=stance][value=not_agreed]").check()
    page.locator("input[name=r0-kind][value=objection]").check()
    page.locator("textarea[name=r0-reason]").fill("Негиздеме: бюджет бекитилген.")
    page.locator("input[name=r0-yearly_som]").fill("1 200 000")
    send(page, "save")
    page.goto(f"{head.site}{path}")
    assert page.locator("textarea[name=r0-text]").input_value() == TEXT
    send(page, "send")
    assert page.url.endswith("/position/release/"), page.url
    for box in page.locator("main form input[type=checkbox][name=sure]").all():
        box.check()
    with page.expect_navigation():
        page.locator("main form button.btn[type=submit]").first.click()
    assert page.url.endswith("/position/receipt/"), page.url
    assert re.search(r"[0-9A-Z]{4}-[0-9A-Z]{4}", page.locator(".receipt .code").inner_text())

"""A form that keeps itself: two devices, a broken line, a reload, and what is left once it is sent."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from makul.cases.models import Case, Position
from makul.parties.models import KeptForm, Mandate
from tests.scene import Scene, browser, build_scene, notified

WORDS = "Инспекторго каражат каралган эмес."
FIELD = "[name=summary]"

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True),
]


@pytest.fixture
def scene() -> Scene:
    return build_scene(bodies=1)


@pytest.fixture
def case(scene: Scene) -> Case:
    return notified(scene)


class Device:
    """A phone of its own on which an office is signed in."""

    def __init__(self, chromium: Any, site: str, actor: Mandate, *, scripts: bool = True) -> None:
        client: Client = browser(actor, language="ky")
        self.context = chromium.new_context(java_script_enabled=scripts)
        self.context.add_cookies(
            [
                {"name": name, "value": client.cookies[name].value, "url": site}
                for name in ("sessionid", "language")
            ]
        )
        self.page = self.context.new_page()
        self.faults: list[str] = []
        self.page.on("console", lambda said: self.faults.append(said.text))
        self.page.on("pageerror", lambda error: self.faults.append(str(error)))
        self.site = site

    def open(self, case: Case) -> None:
        self.page.goto(f"{self.site}/cases/{case.number}/work/position/")

    def write(self, text: str) -> None:
        if not self.page.locator(FIELD).is_visible():
            self.page.locator(f"details:has({FIELD}) > summary").click()
        self.page.locator(FIELD).fill(text)

    def text(self) -> str:
        return str(self.page.locator(FIELD).input_value())

    def said(self, what: str) -> None:
        self.page.locator(f"[data-say={what}]").wait_for(timeout=25_000)

    def copies(self) -> int:
        return int(self.page.evaluate("localStorage.length"))


def test_what_is_typed_waits_on_the_other_device(
    chromium: Any, live_server: Any, scene: Scene, case: Case
) -> None:
    actor = scene.drafter(scene.bodies[0])
    phone = Device(chromium, live_server.url, actor)
    phone.open(case)
    phone.write(WORDS)
    phone.said("kept")
    assert "Байланыш үзүлсө да жоголбойт" in phone.page.locator("[data-say=kept]").inner_text()
    assert phone.copies() == 0  # Makul has it: nothing stays on a device that others use
    desk = Device(chromium, live_server.url, actor)
    desk.open(case)
    assert desk.text() == WORDS
    assert desk.page.locator("[data-forget]").is_visible()
    desk.page.locator("[data-forget] button").click()
    assert (desk.text(), KeptForm.objects.count()) == ("", 0)
    assert (phone.faults, desk.faults) == ([], [])


def test_a_broken_line_and_a_reload_lose_nothing(
    chromium: Any, live_server: Any, scene: Scene, case: Case
) -> None:
    phone = Device(chromium, live_server.url, scene.drafter(scene.bodies[0]))
    phone.open(case)
    phone.page.locator("[name=stance][value=not_agreed]").check()
    phone.said("kept")
    phone.context.set_offline(True)
    phone.write(WORDS)
    phone.said("offline")
    assert phone.copies() == 1
    phone.context.set_offline(False)  # the line is back: it is sent by itself
    phone.said("kept")
    assert KeptForm.objects.get().data["summary"] == [WORDS]
    phone.context.set_offline(True)
    phone.write(f"{WORDS} 2")
    phone.said("offline")
    phone.page.close()  # the phone's battery is empty
    phone.context.set_offline(False)
    phone.page = phone.context.new_page()
    phone.open(case)
    phone.said("kept")
    assert phone.text() == f"{WORDS} 2"
    assert phone.page.locator("[name=stance][value=not_agreed]").is_checked()
    assert KeptForm.objects.get().data["summary"] == [f"{WORDS} 2"]


def test_once_it_is_saved_nothing_is_kept_beside_it(
    chromium: Any, live_server: Any, scene: Scene, case: Case
) -> None:
    phone = Device(chromium, live_server.url, scene.drafter(scene.bodies[0]))
    phone.open(case)
    phone.write(WORDS)
    phone.page.locator("button[name=do][value=save]").last.click()  # before two seconds are over
    phone.page.wait_for_load_state()
    phone.page.wait_for_timeout(2_500)
    assert (Position.objects.get().summary, phone.text()) == (WORDS, WORDS)
    assert (KeptForm.objects.count(), phone.copies()) == (0, 0)
    assert phone.page.locator("[data-forget]").count() == 0


def test_without_scripts_the_form_works_as_ever(
    chromium: Any, live_server: Any, scene: Scene, case: Case
) -> None:
    phone = Device(chromium, live_server.url, scene.drafter(scene.bodies[0]), scripts=False)
    phone.open(case)
    phone.write(WORDS)
    assert phone.page.locator("[data-keep]").inner_text() == ""
    phone.page.locator("button[name=do][value=save]").last.click()
    assert (Position.objects.get().summary, KeptForm.objects.count()) == (WORDS, 0)

"""From the letter to a filed position on a phone: counted in taps, without and with a remark."""

from __future__ import annotations

import re
from datetime import timedelta
from email import message_from_bytes, policy
from pathlib import Path
from typing import Any

import pytest
from django.utils import timezone

from makul.cases.models import Case, Position
from makul.drafts.letters import notified_letter
from makul.notices.actions import queue_notice
from makul.notices.links import body_sent
from tests.scene import Scene, build_scene, notified

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True),
]


@pytest.fixture
def scene() -> Scene:
    return build_scene(bodies=1, at=timezone.now() - timedelta(days=3))


@pytest.fixture
def case(scene: Scene) -> Case:
    return notified(scene, at=timezone.now() - timedelta(days=2))


@pytest.fixture(autouse=True)
def post(settings: Any, tmp_path: Path) -> None:
    settings.MAKUL_MAIL, settings.MAKUL_MAIL_FOLDER = "file", tmp_path / "mail"


class Thumb:
    """A hand on a phone: every tap is counted, typing is not."""

    def __init__(self, chromium: Any) -> None:
        context = chromium.new_context(
            viewport={"width": 360, "height": 800}, has_touch=True, is_mobile=True
        )
        self.page = context.new_page()
        self.page.set_default_timeout(20_000)
        self.taps = 0

    def open(self, address: str) -> None:
        self.taps += 1  # the link in the letter
        self.page.goto(address)

    def tap(self, selector: str) -> None:
        """A button leads on to another page, a choice does not."""
        self.taps += 1
        target = self.page.locator(selector).first
        if "button" not in selector:
            target.tap()
            return
        with self.page.expect_navigation():
            target.tap()

    def type_code(self, folder: Path) -> None:
        """The code of six digits from the mail, and the key that ends a line."""
        self.page.wait_for_url("**/sign-in/**")
        [letter] = folder.glob("*.eml")
        words = message_from_bytes(letter.read_bytes(), policy=policy.default).get_body()  # type: ignore[attr-defined]
        code = re.findall(r"^\d{6}$", words.get_content(), re.MULTILINE)[0]
        self.page.locator("input[name=code]").fill(code)
        self.page.keyboard.press("Enter")
        self.page.wait_for_url("**/work/position/")


def arrived(
    thumb: Thumb, case: Case, scene: Scene, settings: Any, site: str, *, signs: bool
) -> None:
    """By the link of the letter and the code to the page of the answer."""
    settings.BASE_URL = site
    body = scene.bodies[0]
    seat = case.participations.get(party=body)
    now = timezone.now()
    notice = queue_notice(letter=notified_letter(case, seat, now), party=body, now=now)
    found = re.search(r"\S+/in/\S+", body_sent(notice))
    assert found is not None
    thumb.open(found[0])
    office = scene.signatory(body) if signs else scene.drafter(body)
    thumb.tap(f"label:has(input[name=office][value='{office.pk}'])")
    thumb.tap("main form button.btn.full")
    thumb.type_code(settings.MAKUL_MAIL_FOLDER)


def test_a_signatory_files_in_five_taps(
    chromium: Any, live_server: Any, settings: Any, scene: Scene, case: Case
) -> None:
    thumb = Thumb(chromium)
    arrived(thumb, case, scene, settings, live_server.url, signs=True)
    thumb.tap("label.choice:has(input[value=agreed])")
    thumb.tap("button[name=do][value=file]")
    thumb.page.wait_for_url(re.compile("/receipt/"))
    assert (Position.objects.get().state, thumb.taps) == ("filed", 5)


def test_a_remark_on_the_sum_takes_two_taps_more(
    chromium: Any, live_server: Any, settings: Any, scene: Scene, case: Case
) -> None:
    thumb = Thumb(chromium)
    arrived(thumb, case, scene, settings, live_server.url, signs=True)
    thumb.tap("button[name=do][value=sum-0]")
    field = thumb.page.locator("[name=r0-yearly_som]")
    assert field.input_value() == "0"  # as the ministry reckoned; it is corrected
    field.fill("1 240 000")
    thumb.page.locator("[name=r0-text]").fill("Инспекторго каражат каралган эмес.")
    thumb.tap("label.choice:has(input[value=not_agreed])")
    thumb.tap("button[name=do][value=file]")
    thumb.page.wait_for_url(re.compile("/receipt/"))
    one = Position.objects.get().remarks.get()
    assert (one.eid, one.yearly_som, thumb.taps) == ("art_3", 1_240_000, 6)


def test_one_who_drafts_leaves_it_to_the_head_in_as_many(
    chromium: Any, live_server: Any, settings: Any, scene: Scene, case: Case
) -> None:
    thumb = Thumb(chromium)
    arrived(thumb, case, scene, settings, live_server.url, signs=False)
    thumb.tap("label.choice:has(input[value=not_affected])")
    thumb.tap("button[name=do][value=send]")
    thumb.page.wait_for_url(re.compile("/work/$"))
    assert (Position.objects.get().state, thumb.taps) == ("draft", 5)

"""Accounts in a real browser: a passkey is added and opens the account; axe is silent; nothing is too wide."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from django.contrib.staticfiles import finders

from makul.notices.links import token_of
from makul.notices.models import Notice
from makul.parties.models import Mandate
from tests.accounts.conftest import PASSWORD

SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
LOOKS = [("ky", 320, "light"), ("ru", 320, "dark"), ("en", 1280, "light"), ("ky", 1280, "dark")]

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True),
]


@pytest.fixture
def site(live_server: Any, settings: Any) -> str:
    """Passkeys are bound to a name; a bare address has none."""
    settings.BASE_URL = live_server.url.replace("127.0.0.1", "localhost")
    return str(settings.BASE_URL)


def opened(chromium: Any, site: str, **look: Any) -> tuple[Any, list[object]]:
    """A page, and what its console says."""
    page = chromium.new_context(**look).new_page()
    page.set_default_timeout(20_000)
    faults: list[object] = []
    page.on("console", lambda said: faults.append(f"{page.url}: {said.text}"))
    page.on("pageerror", lambda error: faults.append(f"{page.url}: {error}"))
    return page, faults


def sign_in(page: Any, site: str) -> None:
    page.goto(f"{site}/sign-in/password/?next=/account/")
    page.fill("#id_username", "aigul")
    page.fill("#id_password", PASSWORD)
    page.click("main form .btn.full")


def confirm(page: Any) -> None:
    page.fill("#id_password", PASSWORD)
    page.click("main form .btn")


def test_a_passkey_is_added_and_opens_the_account_alone(
    chromium: Any, site: str, head: Mandate
) -> None:
    page, faults = opened(chromium, site)
    device = page.context.new_cdp_session(page)
    device.send("WebAuthn.enable")
    options = {"protocol": "ctap2", "transport": "internal", "hasResidentKey": True}
    options |= {"hasUserVerification": True, "isUserVerified": True}
    device.send("WebAuthn.addVirtualAuthenticator", {"options": options})
    sign_in(page, site)
    page.goto(f"{site}/account/passkeys/add/")
    confirm(page)
    page.fill("#id_name", "laptop")
    page.click("form[data-passkey] button")
    page.wait_for_url("**/account/recovery-codes/")
    assert Authenticator.objects.filter(type="webauthn").count() == 1
    page.click("text=Чыгуу")
    page.goto(f"{site}/sign-in/password/?next=/account/")
    page.click("form[data-passkey] button")
    page.wait_for_url(f"{site}/account/")
    assert "laptop" in page.inner_text("main")
    assert faults == []


def test_a_passkey_is_the_second_step_after_the_password(
    chromium: Any, site: str, head: Mandate
) -> None:
    page, faults = opened(chromium, site)
    device = page.context.new_cdp_session(page)
    device.send("WebAuthn.enable")
    options = {"protocol": "ctap2", "transport": "usb", "hasResidentKey": False}
    device.send("WebAuthn.addVirtualAuthenticator", {"options": options})
    sign_in(page, site)
    page.goto(f"{site}/account/passkeys/add/")
    confirm(page)
    page.uncheck("#id_passwordless")
    page.click("form[data-passkey] button")
    page.wait_for_url("**/account/recovery-codes/")
    page.click("text=Чыгуу")
    sign_in(page, site)
    page.wait_for_url("**/sign-in/second/")
    page.click("form[data-passkey] button")
    page.wait_for_url(f"{site}/account/")
    assert faults == []


def test_where_there_is_no_passkey_the_page_says_so(chromium: Any, site: str, db: None) -> None:
    page, _faults = opened(chromium, site)
    device = page.context.new_cdp_session(page)
    device.send("WebAuthn.enable")
    options = {"protocol": "ctap2", "transport": "internal", "hasResidentKey": True}
    added = device.send("WebAuthn.addVirtualAuthenticator", {"options": options})
    assert page.goto(f"{site}/sign-in/password/?lang=en").ok
    said = page.get_by_text("The passkey gave no answer")
    assert not said.is_visible()
    device.send(
        "WebAuthn.removeVirtualAuthenticator", {"authenticatorId": added["authenticatorId"]}
    )
    page.evaluate("() => { navigator.credentials.get = () => Promise.reject(new Error('no')); }")
    page.click("form[data-passkey] button")
    said.wait_for()


@pytest.mark.parametrize(("language", "width", "scheme"), LOOKS)
def test_every_page_of_accounts_can_be_used_by_everyone(
    chromium: Any, site: str, head: Mandate, notice: Notice, language: str, width: int, scheme: str
) -> None:
    look = {"viewport": {"width": width, "height": 800}, "color_scheme": scheme}
    page, faults = opened(chromium, site, **look)
    for address in (f"in/{token_of(notice)}", "sign-in/password", "sign-in/code"):
        page.goto(f"{site}/{address}/?lang={language}")
        faults += seen(page)
    page.goto(f"{site}/in/{token_of(notice)}/")
    page.click("main form .btn")
    faults += seen(page)
    page.click("form[action$='again/'] button")
    sign_in(page, site)
    faults += seen(page)
    page.goto(f"{site}/account/authenticator/add/")
    faults += seen(page)
    confirm(page)
    faults += seen(page)
    for address in ("passkeys/add", "password", "identities"):
        page.goto(f"{site}/account/{address}/")
        faults += seen(page)
    assert faults == []


def seen(page: Any) -> list[object]:
    """What axe and the width say of a page."""
    from axe_playwright_python.sync_playwright import Axe

    found: list[object] = [
        (page.url, one["id"], [node["html"] for node in one["nodes"]])
        for one in Axe().run(page).response["violations"]
    ]
    over = page.evaluate(SIDEWAYS)
    return found + ([f"{page.url}: {over} px too wide"] if over else [])


def test_the_script_is_small() -> None:
    script = finders.find("web/passkey.js")
    assert script and Path(str(script)).stat().st_size < 4_000

"""A body with two offices, a letter to it, and what was posted."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest
from allauth.mfa.totp.internal import auth as totp
from django.test import Client
from django.utils import timezone

from makul.notices.actions import Letter, queue_notice
from makul.notices.links import token_of
from makul.notices.models import Notice
from makul.parties.models import Mandate, Party
from tests.scene import make_mandate, make_party

PASSWORD = "a long enough password"
PATH = "/cases/2026-1/work/position/"


@pytest.fixture(autouse=True)
def posted(settings: Any, tmp_path: Path) -> Callable[[], list[EmailMessage]]:
    """What went to the post office, oldest first; passwords are hashed fast in these tests."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    settings.MAKUL_MAIL, settings.MAKUL_MAIL_FOLDER = "file", tmp_path / "mail"

    def read() -> list[EmailMessage]:
        files = sorted((tmp_path / "mail").glob("*.eml"), key=lambda file: file.stat().st_mtime_ns)
        return [message_from_bytes(f.read_bytes(), policy=policy.default) for f in files]  # type: ignore[arg-type]

    return read


def words_of(message: EmailMessage) -> str:
    body = message.get_body()
    assert body is not None
    return str(body.get_content())


def code_in(message: EmailMessage) -> str:
    return re.findall(r"^\d{6}$", words_of(message), re.MULTILINE)[0]


@pytest.fixture
def body(db: None) -> Party:
    return make_party("demo-aa-01", "executive", name="Okmotu")


@pytest.fixture
def head(body: Party) -> Mandate:
    """The one who may sign: an address and a password of their own."""
    mandate = make_mandate(body, signs=True)
    user = mandate.person.user
    user.username, user.email = "aigul", "aigul@example.kg"
    user.set_password(PASSWORD)
    user.save()
    return mandate


@pytest.fixture
def clerk(body: Party) -> Mandate:
    """One who drafts, without an address."""
    return make_mandate(body, signs=False)


@pytest.fixture
def notice(body: Party) -> Notice:
    letter = Letter("notified", "case:2026-1", "ru", "Просят вашу позицию", "…", path=PATH)
    return queue_notice(letter=letter, party=body, now=timezone.now())


def speaking(language: str = "en") -> Client:
    client = Client()
    client.cookies["language"] = language
    return client


def way(notice: Notice) -> str:
    return f"/in/{token_of(notice)}/"


def code_of(secret: str) -> str:
    """The code an authenticator with this secret shows now."""
    return totp.format_hotp_value(totp.hotp_value(secret, int(time.time()) // 30))


def sign_in(client: Client, **more: str) -> Any:
    return client.post("/sign-in/password/", {"username": "aigul", "password": PASSWORD, **more})


def signed_in(client: Client) -> bool:
    return "_auth_user_id" in client.session


def protect(client: Client) -> str:
    """Sign in, confirm, add an authenticator. Returns its secret."""
    sign_in(client)
    client.post("/account/confirm/?next=/account/authenticator/add/", {"password": PASSWORD})
    client.get("/account/authenticator/add/")
    secret = str(client.session["mfa.totp.secret"])
    added = client.post("/account/authenticator/add/", {"code": code_of(secret)})
    assert added["Location"] == "/account/recovery-codes/"
    return secret

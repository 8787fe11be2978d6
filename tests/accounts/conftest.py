"""A body with two offices, a letter to it, and what was posted."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest
from django.utils import timezone

from makul.notices.actions import Letter, queue_notice
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


def long_ago() -> datetime:
    return datetime(2021, 3, 1, tzinfo=UTC)

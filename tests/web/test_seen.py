"""Now and then it is noted that a session is used; nothing is read for a page that needs no session."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from allauth.usersessions.models import UserSession
from django.contrib.sessions.backends.db import SessionStore
from django.http import HttpResponse
from django.test import Client, RequestFactory
from django.utils import timezone

from makul.web.seen import EVERY_SECONDS, SeenMiddleware
from tests.scene import browser, make_mandate, make_party

pytestmark = pytest.mark.django_db


@pytest.fixture
def client() -> Client:
    client = browser(make_mandate(make_party("demo-aa", "executive"), signs=True))
    session = client.session
    session["seen"] = int(timezone.now().timestamp())
    session.save()
    UserSession.objects.create(
        user_id=session["_auth_user_id"],
        session_key=session.session_key,
        ip="127.0.0.1",
        last_seen_at=timezone.now() - timedelta(hours=1),
    )
    return client


def last_seen() -> Any:
    return UserSession.objects.get().last_seen_at


def test_a_session_in_use_is_noted_every_ten_minutes(client: Client) -> None:
    before, session = last_seen(), client.session
    client.get("/account/")
    assert last_seen() == before
    session["seen"] -= EVERY_SECONDS
    session.save()
    client.get("/account/")
    assert last_seen() > before
    assert client.session["seen"] > session["seen"]


def test_a_session_nobody_counts_is_left_alone() -> None:
    client = browser(make_mandate(make_party("demo-aa", "executive"), signs=True))
    client.get("/account/")
    assert UserSession.objects.count() == 0


def test_a_page_that_reads_no_session_leaves_it_unread() -> None:
    request: Any = RequestFactory().get("/")
    request.session = SessionStore()
    SeenMiddleware(lambda _request: HttpResponse())(request)
    assert (request.session.accessed, request.session.session_key) == (False, None)

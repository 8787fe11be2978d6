"""The moment someone has signed in: the session is listed, the letter opened, a signatory asked."""

from __future__ import annotations

from typing import Any

import pytest
from allauth.usersessions.models import UserSession
from django.test import Client

from makul.accounts.views.arrival import ASK_KEY, SEEN_KEY
from makul.parties.models import Mandate
from tests.accounts.conftest import PASSWORD, protect, sign_in, speaking


def test_a_signatory_is_asked_for_a_second_factor_until_there_is_one(head: Mandate) -> None:
    client = speaking()
    sign_in(client)
    assert client.session[ASK_KEY] is True
    protect(speaking())
    again = speaking()
    again.session.flush()
    assert ASK_KEY not in again.session


def test_one_who_may_not_sign_is_not_asked(clerk: Mandate) -> None:
    user = clerk.person.user
    user.set_password(PASSWORD)
    user.save()
    client = speaking()
    client.post("/sign-in/password/", {"username": user.username, "password": PASSWORD})
    assert client.session[ASK_KEY] is False
    assert SEEN_KEY in client.session


@pytest.mark.django_db
def test_a_role_of_the_demonstration_is_listed_as_a_session_too(
    clerk: Mandate, settings: Any
) -> None:
    settings.MAKUL_DEMO = True
    client = Client()
    client.post(f"/sign-in/as/{clerk.pk}/")
    assert UserSession.objects.get().session_key == client.session.session_key

"""Who answers for a body today, what is shown of an address, and what protects an account."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from allauth.mfa.totp.internal.auth import TOTP
from allauth.usersessions.models import UserSession
from django.contrib.auth.models import User
from django.utils import timezone

from makul.accounts.queries import (
    account_with_email,
    address_of,
    has_second_factor,
    is_signatory,
    masked,
    offices_of,
    sessions_of,
    with_second_factor,
)
from makul.parties.models import Mandate, Party
from tests.accounts.conftest import sign_in, speaking
from tests.scene import make_mandate


def test_the_offices_of_today_with_open_accounts_signatories_first(
    body: Party, clerk: Mandate, head: Mandate
) -> None:
    today = timezone.localdate()
    make_mandate(body, signs=True, to_on=today - timedelta(days=1))
    make_mandate(body, signs=True, from_on=today + timedelta(days=1))
    closed = make_mandate(body, signs=True)
    User.objects.filter(pk=closed.person.user_id).update(is_active=False)
    assert offices_of(body, on=today) == [head, clerk]


def test_a_code_goes_to_the_person_else_to_the_body(head: Mandate, clerk: Mandate) -> None:
    assert [address_of(one) for one in (head, clerk)] == [
        "aigul@example.kg",
        "demo-aa-01@example.org",
    ]


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("ab@x.kg", "a***@x.kg"),
        ("abc@x.kg", "a***c@x.kg"),
        ("no address", ""),
        ("@x.kg", "***@x.kg"),
    ],
)
def test_an_address_is_half_hidden(address: str, shown: str) -> None:
    assert masked(address) == shown


def test_an_address_names_an_account_only_where_it_is_one_open_accounts(head: Mandate) -> None:
    assert account_with_email("AIGUL@example.kg") == head.person.user
    other = User.objects.create_user("bakyt", email="aigul@example.kg")
    assert account_with_email("aigul@example.kg") is None
    User.objects.filter(pk=other.pk).update(is_active=False)
    assert account_with_email("aigul@example.kg") == head.person.user


def test_a_second_factor_is_an_authenticator_or_a_passkey(head: Mandate, clerk: Mandate) -> None:
    user, other = head.person.user, clerk.person.user
    assert not has_second_factor(user)
    TOTP.activate(user, "JBSWY3DPEHPK3PXP")
    assert has_second_factor(user)
    assert with_second_factor([user.pk, other.pk]) == {user.pk}


def test_a_signatory_holds_a_valid_mandate_to_sign(head: Mandate, clerk: Mandate) -> None:
    today = timezone.localdate()
    said = [is_signatory(one.person.user, on=today) for one in (head, clerk)]
    head.to_on = today - timedelta(days=1)
    head.save()
    assert (said, is_signatory(head.person.user, on=today)) == ([True, False], False)


def test_sessions_that_are_gone_are_not_listed(
    head: Mandate, django_assert_num_queries: Any
) -> None:
    clients = [speaking() for _time in range(3)]
    for client in clients:
        sign_in(client)
    clients[0].session.flush()
    with django_assert_num_queries(2):
        found = sessions_of(head.person.user, now=timezone.now())
    assert [one.session_key for one in found] == [c.session.session_key for c in clients[:0:-1]]
    assert UserSession.objects.count() == 3

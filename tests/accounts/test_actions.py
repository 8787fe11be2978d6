"""What an operator does to an account is done whole, ends its sessions where that matters, and is no entry."""

from __future__ import annotations

import pytest
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.contrib.auth.models import User

from makul.accounts.actions import (
    account_named,
    end_all_sessions,
    link_identity,
    remove_factors,
    set_email,
    set_open,
)
from makul.core.errors import BadInput
from makul.journal.models import Entry
from makul.parties.models import Mandate
from tests.accounts.conftest import protect, sign_in, signed_in, speaking


@pytest.fixture
def user(head: Mandate) -> User:
    return account_named("aigul")


def test_an_unknown_name_is_refused(user: User) -> None:
    with pytest.raises(BadInput, match="no_such_user"):
        account_named("nobody")


@pytest.mark.parametrize(
    ("email", "code"), [("x@", "bad_email"), ("Bakyt@Example.kg", "email_twice")]
)
def test_an_address_is_one_and_belongs_to_one(user: User, email: str, code: str) -> None:
    User.objects.create_user("bakyt", email="bakyt@example.kg")
    with pytest.raises(BadInput, match=code):
        set_email(user=user, email=email)


def test_two_accounts_may_have_no_address(user: User) -> None:
    User.objects.create_user("bakyt", email="")
    assert set_email(user=user, email="").email == ""


def test_lost_factors_are_forgotten_and_every_session_ends(user: User) -> None:
    client = speaking()
    protect(client)
    assert remove_factors(user=user) == 2
    assert (Authenticator.objects.count(), client.get("/account/").status_code) == (0, 302)


def test_a_closed_account_is_out_at_once_and_may_come_back(user: User) -> None:
    client = speaking()
    sign_in(client)
    set_open(user=user, is_open=False)
    assert client.get("/account/").status_code == 302
    set_open(user=user, is_open=True)
    sign_in(client)
    assert signed_in(client)


def test_sessions_end_and_the_journal_stays_silent(user: User) -> None:
    client = speaking()
    sign_in(client)
    end_all_sessions(user)
    assert (client.get("/account/").status_code, Entry.objects.count()) == (302, 0)


def test_an_identity_of_another_is_not_taken_over(user: User) -> None:
    other = User.objects.create_user("bakyt")
    link_identity(user=other, subject="sub")
    with pytest.raises(BadInput, match="identity_twice"):
        link_identity(user=user, subject="sub")
    assert SocialAccount.objects.get().user_id == other.pk

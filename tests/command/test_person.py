"""`./makul party person` sets what opens an account, says what it has, and leaves no name in the journal."""

from __future__ import annotations

import json

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP
from allauth.socialaccount.models import SocialAccount
from django.contrib.auth.models import User

from makul.command import main
from makul.journal.models import Entry

pytestmark = pytest.mark.django_db


@pytest.fixture
def user() -> User:
    return User.objects.create_user("aigul", password="a long pass phrase")


def test_an_address_is_set_and_said(user: User, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["party", "person", "aigul", "--email", " Aigul@Example.KG "]) == 0
    assert capsys.readouterr().out == (
        "aigul is open, aigul@example.kg, has no second factor, 0 linked identities.\n"
    )
    assert main(["party", "person", "aigul", "--email", ""]) == 0
    user.refresh_from_db()
    assert (user.email, Entry.objects.count()) == ("", 0)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (["nobody"], "nobody signs in under the name nobody"),
        (["aigul", "--email", "x"], "is not an e-mail address"),
        (["aigul", "--email", "TAKEN@example.kg"], "another account has the address"),
        (["aigul", "--identity", "taken"], "linked to another account already"),
    ],
)
def test_what_cannot_be_is_refused_in_a_sentence(
    user: User, capsys: pytest.CaptureFixture[str], given: list[str], said: str
) -> None:
    other = User.objects.create_user("bakyt", email="taken@example.kg")
    SocialAccount.objects.create(user=other, provider="identity", uid="taken")
    assert main(["party", "person", *given]) == 2
    assert said in capsys.readouterr().err
    assert sorted(User.objects.values_list("email", flat=True)) == ["", "taken@example.kg"]


def test_a_lost_second_factor_is_forgotten(user: User, capsys: pytest.CaptureFixture[str]) -> None:
    TOTP.activate(user, "JBSWY3DPEHPK3PXP")
    assert main(["party", "person", "aigul", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["second_factor"] is True
    assert main(["party", "person", "aigul", "--forget-factors"]) == 0
    assert Authenticator.objects.count() == 0


def test_an_account_is_closed_and_opened_again(user: User) -> None:
    for option, is_open in (("--close", False), ("--open", True)):
        assert main(["party", "person", "aigul", option]) == 0
        user.refresh_from_db()
        assert user.is_active is is_open


def test_an_identity_is_linked_once(user: User) -> None:
    for _time in range(2):
        assert main(["party", "person", "aigul", "--identity", " sub-1 "]) == 0
    assert list(SocialAccount.objects.values_list("provider", "uid", "user")) == [
        ("identity", "sub-1", user.pk)
    ]

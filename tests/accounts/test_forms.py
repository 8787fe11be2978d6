"""A second factor: added, asked for after the password and after a letter, replaced by a recovery code."""

from __future__ import annotations

import re
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client

from makul.notices.models import Notice
from makul.parties.models import Mandate
from tests.accounts.conftest import (
    PASSWORD,
    PATH,
    code_of,
    protect,
    sign_in,
    signed_in,
    speaking,
    way,
)


def recovery_codes(client: Client) -> list[str]:
    page = client.get("/account/recovery-codes/").content.decode()
    return re.findall(r"<li>(\d{8})</li>", page)


def test_what_protects_the_account_is_changed_after_a_confirmation_only(head: Mandate) -> None:
    client = speaking()
    sign_in(client)
    for address in ("authenticator/add/", "passkeys/add/"):
        answer = client.get(f"/account/{address}")
        assert (
            answer["Location"]
            == f"/account/confirm/?next=%2Faccount%2F{address.replace('/', '%2F')}"
        )
    wrong = client.post("/account/confirm/?next=/account/", {"password": "wrong"})
    assert (wrong.status_code, "does not fit" in wrong.content.decode()) == (422, True)


def test_the_authenticator_is_asked_for_after_the_password(head: Mandate) -> None:
    secret = protect(speaking())
    client = speaking()
    answer = sign_in(client, next="/registry/")
    assert (answer["Location"], signed_in(client)) == ("/sign-in/second/", False)
    assert client.post("/sign-in/second/", {"code": "000000"}).status_code == 422
    answer = client.post("/sign-in/second/", {"code": code_of(secret)})
    assert (answer["Location"], signed_in(client)) == ("/registry/", True)


def test_the_secret_lies_encrypted(head: Mandate) -> None:
    secret = protect(speaking())
    stored = Authenticator.objects.get(type=Authenticator.Type.TOTP).data["secret"]
    assert secret not in stored and stored.startswith("gAAAA")


def test_a_code_opens_once(head: Mandate) -> None:
    secret = protect(speaking())
    code = code_of(secret)
    first, second = speaking(), speaking()
    for client in (first, second):
        sign_in(client)
        client.post("/sign-in/second/", {"code": code})
    assert (signed_in(first), signed_in(second)) == (True, False)


def test_a_letter_asks_the_authenticator_in_place_of_a_mailed_code(
    head: Mandate, notice: Notice, posted: Any
) -> None:
    secret = protect(speaking())
    client = speaking()
    assert "authenticator or passkey" in client.get(way(notice)).content.decode()
    answer = client.post(way(notice), {"office": head.pk})
    assert (answer["Location"], posted()) == ("/sign-in/second/", [])
    notice.refresh_from_db()
    assert notice.opened_at is None
    answer = client.post("/sign-in/second/", {"code": code_of(secret)})
    notice.refresh_from_db()
    assert (answer["Location"], notice.opened_at is not None) == (PATH, True)


def test_a_recovery_code_opens_once_and_all_are_made_anew(head: Mandate) -> None:
    owner = speaking()
    protect(owner)
    codes = recovery_codes(owner)
    assert len(set(codes)) == 10
    first, second = speaking(), speaking()
    for client in (first, second):
        sign_in(client)
        client.post("/sign-in/second/", {"code": codes[0]})
    assert (signed_in(first), signed_in(second)) == (True, False)
    file = owner.get("/account/recovery-codes/file/")
    assert file["Content-Type"].startswith("text/plain") and codes[1] in file.content.decode()
    owner.post("/account/recovery-codes/new/")
    assert not set(recovery_codes(owner)) & set(codes)


def test_without_the_second_step_nothing_opens(head: Mandate) -> None:
    protect(speaking())
    client = speaking()
    sign_in(client)
    assert client.get("/account/")["Location"].startswith("/sign-in/")
    assert client.get("/account/recovery-codes/")["Location"].startswith("/sign-in/")


def test_the_authenticator_is_removed_after_a_confirmation(head: Mandate) -> None:
    client = speaking()
    protect(client)
    assert client.get("/account/authenticator/remove/").status_code == 200
    client.post("/account/authenticator/remove/")
    assert list(Authenticator.objects.all()) == []
    again = speaking()
    sign_in(again)
    assert signed_in(again)


def test_a_wrong_code_adds_nothing(head: Mandate) -> None:
    client = speaking()
    sign_in(client)
    client.post("/account/confirm/", {"password": PASSWORD})
    client.get("/account/authenticator/add/")
    answer = client.post("/account/authenticator/add/", {"code": "12"})
    assert (answer.status_code, Authenticator.objects.count()) == (422, 0)


def test_a_signatory_without_a_second_factor_is_asked_and_not_forced(head: Mandate) -> None:
    client = speaking()
    sign_in(client)
    page = client.get("/account/").content.decode()
    assert "a password alone opens your account" in page and ">Add a second factor<" in page
    assert client.get("/today/").status_code == 200


@pytest.mark.django_db(transaction=True)
def test_where_it_is_required_a_signatory_gets_no_further_without_one(
    head: Mandate, settings: Any
) -> None:
    settings.MAKUL_REQUIRE_SECOND_FACTOR = True
    client = speaking()
    sign_in(client)
    assert client.get("/today/")["Location"] == "/account/"
    assert client.get("/account/").status_code == 200
    protect(client)
    assert client.get("/today/").status_code == 200


def test_where_it_is_required_one_who_may_not_sign_goes_on(clerk: Mandate, settings: Any) -> None:
    settings.MAKUL_REQUIRE_SECOND_FACTOR = True
    clerk.person.user.set_password(PASSWORD)
    clerk.person.user.save()
    client = speaking()
    name = clerk.person.user.username
    client.post("/sign-in/password/", {"username": name, "password": PASSWORD})
    assert client.get("/today/").status_code == 200


@pytest.mark.parametrize(
    "credential",
    [
        "",
        "{}",
        '{"id": "x"}',
        "[1]",
        "nonsense",
        '{"id": "eA", "rawId": "eA", "type": "public-key", "response": {}}',
        '{"id": "eA", "rawId": "eA", "type": "public-key", "response": {"userHandle": "MQ",'
        ' "clientDataJSON": "e30", "authenticatorData": "eA", "signature": "eA"}}',
        '{"id": 1, "rawId": 2, "type": "public-key", "response": {"clientDataJSON": 3}}',
    ],
)
def test_a_passkey_that_is_none_is_refused(head: Mandate, credential: str) -> None:
    client = speaking()
    client.get("/sign-in/passkey/", headers={"accept": "application/json"})
    answer = client.post("/sign-in/passkey/", {"credential": credential})
    assert (answer["Location"], signed_in(client)) == ("/sign-in/password/", False)


@pytest.mark.parametrize("credential", ["", "[1]", '{"id": "eA", "rawId": "eA", "type": "x"}'])
def test_a_passkey_that_is_none_is_not_added(head: Mandate, credential: str) -> None:
    client = speaking()
    sign_in(client)
    client.post("/account/confirm/", {"password": PASSWORD})
    client.get("/account/passkeys/add/")
    answer = client.post("/account/passkeys/add/", {"name": "x", "credential": credential})
    assert (answer.status_code, Authenticator.objects.count()) == (422, 0)


def test_the_door_hands_out_a_challenge_for_passkeys(db: None) -> None:
    answer = Client().get("/sign-in/passkey/", headers={"accept": "application/json"})
    assert len(answer.json()["request_options"]["publicKey"]["challenge"]) > 20

"""An identity provider of OpenID Connect, a real server beside the test: PKCE, state, who is known."""

from __future__ import annotations

import hashlib
import threading
from base64 import urlsafe_b64encode
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs, urlsplit

import flask
import oidc_provider_mock
import pytest
import requests
from allauth.socialaccount.models import SocialAccount
from django.contrib.auth.models import User
from django.test import Client
from werkzeug.serving import make_server

from makul.parties.models import Mandate
from makul.web.signing_in import provider_of
from tests.accounts.conftest import PASSWORD, code_of, protect, sign_in, signed_in, speaking

START = "/sign-in/identity/identity/"
PEOPLE = {
    "sub-aigul": {"email": "aigul@example.kg", "email_verified": True, "name": "Айгүл"},
    "sub-unverified": {"email": "aigul@example.kg", "email_verified": False},
    "sub-stranger": {"email": "stranger@example.kg", "email_verified": True},
    "sub-nameless": {},
}


@dataclass
class Provider:
    url: str
    tokens: list[dict[str, str]] = field(
        default_factory=list
    )  # what was sent to the token endpoint

    def say_yes(self, address: str, *, sub: str) -> str:
        """A person signs in there and agrees; the address of ours they are led back to."""
        answer = requests.post(address, data={"sub": sub}, allow_redirects=False, timeout=10)
        return str(answer.headers["Location"])


@pytest.fixture(scope="module")
def server() -> Iterator[Provider]:
    users = [oidc_provider_mock.User(sub=sub, claims=claims) for sub, claims in PEOPLE.items()]
    app = oidc_provider_mock.app(user_claims=users)
    listening = make_server("127.0.0.1", 0, app, threaded=True)
    provider = Provider(f"http://127.0.0.1:{listening.port}")

    @app.before_request
    def remember() -> None:
        if flask.request.path.endswith("/token"):
            provider.tokens.append(dict(flask.request.form))

    thread = threading.Thread(target=listening.serve_forever, daemon=True)
    thread.start()
    yield provider
    listening.shutdown()
    thread.join()


@pytest.fixture
def provider(server: Provider, settings: Any, head: Mandate) -> Provider:
    given = {"OIDC_URL": server.url, "OIDC_CLIENT_ID": "makul", "OIDC_SECRET": "s" * 20}
    for name, value in provider_of(lambda n, d="": given.get(n, d)).items():
        setattr(settings, name, value)
    server.tokens.clear()
    return server


def begin(client: Client, **asked: str) -> str:
    answer = client.post(START, asked)
    assert answer.status_code == 302
    return str(answer["Location"])


def asked_of(address: str) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs(urlsplit(address).query).items()}


def come_back(client: Client, address: str) -> Any:
    parts = urlsplit(address)
    return client.get(f"{parts.path}?{parts.query}")


def test_it_is_asked_as_the_national_system_wants_it(provider: Provider) -> None:
    asked = asked_of(begin(speaking()))
    assert asked["response_type"] == "code"
    assert set(asked["scope"].split()) == {"openid", "profile", "email", "phone"}
    assert asked["redirect_uri"] == "http://testserver/sign-in/identity/identity/callback/"
    assert (asked["code_challenge_method"], len(asked["code_challenge"])) == ("S256", 43)
    assert len(asked["state"]) >= 16


def test_a_verified_address_of_one_account_leads_in_and_proves_the_challenge(
    provider: Provider, head: Mandate
) -> None:
    client = speaking()
    address = begin(client, next="/registry/")
    answer = come_back(client, provider.say_yes(address, sub="sub-aigul"))
    assert (answer["Location"], signed_in(client)) == ("/registry/", True)
    verifier = provider.tokens[-1]["code_verifier"]
    digest = hashlib.sha256(verifier.encode()).digest()
    assert urlsafe_b64encode(digest).decode().rstrip("=") == asked_of(address)["code_challenge"]


def test_of_an_identity_only_its_subject_is_kept(provider: Provider, head: Mandate) -> None:
    client = speaking()
    come_back(client, provider.say_yes(begin(client), sub="sub-aigul"))
    kept = SocialAccount.objects.get()
    assert (kept.uid, kept.extra_data, kept.user_id) == ("sub-aigul", {}, head.person.user_id)
    assert User.objects.get(pk=kept.user_id).has_usable_password()
    assert User.objects.get(pk=kept.user_id).first_name == ""


@pytest.mark.parametrize("sub", ["sub-stranger", "sub-unverified", "sub-nameless"])
def test_whoever_is_not_known_is_told_what_to_do(provider: Provider, sub: str) -> None:
    client = speaking()
    answer = come_back(client, provider.say_yes(begin(client), sub=sub))
    assert "No account has this identity" in answer.content.decode()
    assert (signed_in(client), User.objects.count()) == (False, 1)
    assert SocialAccount.objects.count() == 0


def test_an_address_two_accounts_share_leads_nobody_in(provider: Provider) -> None:
    User.objects.create_user("bakyt", email="AIGUL@example.kg")
    client = speaking()
    come_back(client, provider.say_yes(begin(client), sub="sub-aigul"))
    assert not signed_in(client)


def test_a_keeper_of_the_server_is_not_let_in_by_an_address(provider: Provider) -> None:
    User.objects.update(is_superuser=True)
    client = speaking()
    come_back(client, provider.say_yes(begin(client), sub="sub-aigul"))
    assert not signed_in(client)


@pytest.mark.parametrize("state", ["", "guessed"])
def test_a_wrong_state_is_refused(provider: Provider, state: str) -> None:
    client = speaking()
    code = asked_of(provider.say_yes(begin(client), sub="sub-aigul"))["code"]
    answer = client.get(f"{START}callback/", {"code": code, "state": state})
    assert "The identity was not confirmed" in answer.content.decode()
    assert (signed_in(client), provider.tokens) == (False, [])


def test_the_answer_to_another_browser_is_refused(provider: Provider) -> None:
    back = provider.say_yes(begin(speaking()), sub="sub-aigul")
    victim = speaking()
    come_back(victim, back)
    assert not signed_in(victim)


def test_whoever_breaks_off_is_told_so(provider: Provider) -> None:
    client = speaking()
    state = asked_of(begin(client))["state"]
    asked = {"error": "access_denied", "state": state}
    answer = client.get(f"{START}callback/", asked, follow=True)
    assert "You broke off" in answer.content.decode()


def test_one_links_an_identity_on_ones_own_page_and_unlinks_it(provider: Provider) -> None:
    client = speaking()
    sign_in(client)
    back = provider.say_yes(begin(client, process="connect", next="/account/"), sub="sub-nameless")
    assert come_back(client, back)["Location"] == "/account/"
    other = speaking()
    come_back(other, provider.say_yes(begin(other), sub="sub-nameless"))
    assert signed_in(other)
    assert client.get("/account/identities/").status_code == 200
    client.post("/account/identities/", {"account": SocialAccount.objects.get().pk})
    assert SocialAccount.objects.count() == 0


def test_the_second_factor_is_asked_for_here_as_well(provider: Provider) -> None:
    secret = protect(speaking())
    client = speaking()
    answer = come_back(client, provider.say_yes(begin(client), sub="sub-aigul"))
    assert (answer["Location"], signed_in(client)) == ("/sign-in/second/", False)
    client.post("/sign-in/second/", {"code": code_of(secret)})
    assert signed_in(client)


def test_a_get_alone_sends_nobody_away(provider: Provider) -> None:
    answer = speaking().get(START)
    assert (
        answer.status_code,
        "You are led to the identity provider" in answer.content.decode(),
    ) == (
        200,
        True,
    )


def test_the_door_shows_the_provider_only_where_there_is_one(
    head: Mandate, settings: Any, provider: Provider
) -> None:
    settings.SOCIALACCOUNT_PROVIDERS["openid_connect"]["APPS"][0]["name"] = "ЕСИ"
    assert ">ЕСИ</button>" in speaking().get("/sign-in/password/").content.decode()
    for name, value in provider_of(lambda _n, d="": d).items():
        setattr(settings, name, value)
    assert "/sign-in/identity/" not in speaking().get("/sign-in/password/").content.decode()
    assert speaking().get(START).status_code == 404


def test_a_password_that_was_known_stays_after_linking(provider: Provider) -> None:
    client = speaking()
    come_back(client, provider.say_yes(begin(client), sub="sub-aigul"))
    again = speaking()
    again.post("/sign-in/password/", {"username": "aigul", "password": PASSWORD})
    assert signed_in(again)

"""Nobody opens an account by oneself, and of allauth's addresses only those of ours answer."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import NoReverseMatch, reverse

from makul.accounts.urls import urlpatterns


@pytest.mark.parametrize("name", ["account_signup", "account_email", "mfa_signup_webauthn"])
def test_what_strangers_could_use_has_no_address(name: str) -> None:
    with pytest.raises(NoReverseMatch):
        reverse(name)


@pytest.mark.django_db
def test_no_address_of_accounts_breaks_for_a_stranger() -> None:
    client = Client()
    for one in urlpatterns:
        args = {"token": "x", "pk": 1, "provider_id": "identity"}
        known = {name: args[name] for name in one.pattern.converters}
        answer = client.get(reverse(str(one.name), kwargs=known))
        assert answer.status_code in {200, 302, 404, 405}, one

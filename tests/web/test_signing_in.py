"""The settings of signing in follow the environment; without it there is no provider and no proxy."""

from __future__ import annotations

from makul.web.signing_in import provider_of, settings_of


def test_the_policy_lets_a_form_end_at_the_provider() -> None:
    given = {"OIDC_URL": "https://esia.example.kg/oidc/", "OIDC_CLIENT_ID": "makul"}
    found = settings_of(lambda n, d="": given.get(n, d), base_url="https://makul.example.kg")
    assert found["MAKUL_PROVIDER_ORIGINS"] == ["https://esia.example.kg"]
    given["OIDC_ORIGINS"] = "https://login.example.kg"
    found = settings_of(lambda n, d="": given.get(n, d), base_url="https://makul.example.kg")
    assert found["MAKUL_PROVIDER_ORIGINS"] == [
        "https://esia.example.kg",
        "https://login.example.kg",
    ]
    assert found["ACCOUNT_DEFAULT_HTTP_PROTOCOL"] == "https"
    assert found["MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN"] is False
    assert settings_of(lambda _n, d="": d, base_url="http://x")["MAKUL_PROVIDER_ORIGINS"] == []


def test_without_a_client_there_is_no_provider() -> None:
    given = {"OIDC_URL": "https://esia.example.kg"}
    found = provider_of(lambda n, d="": given.get(n, d))
    assert found["SOCIALACCOUNT_PROVIDERS"]["openid_connect"]["APPS"] == []

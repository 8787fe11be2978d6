"""The settings of signing in: codes, second factors, one identity provider, and how often one may try."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

Env = Callable[..., str]
PROVIDER = "identity"  # the name of the identity provider in addresses
CODE_SECONDS = 10 * 60


def settings_of(env: Env, *, base_url: str) -> dict[str, Any]:
    """What settings.py adds to itself; `env` reads a variable of ours from the environment."""
    is_https = base_url.startswith("https://")
    return (
        ACCOUNT
        | SECOND_FACTOR
        | provider_of(env)
        | {
            "ACCOUNT_DEFAULT_HTTP_PROTOCOL": "https" if is_https else "http",
            "MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN": not is_https,
        }
    )


# Accounts are opened by the operator or with a mandate, never by a stranger.
ACCOUNT: dict[str, Any] = {
    "ACCOUNT_ADAPTER": "makul.accounts.views.adapter.AccountAdapter",
    "ACCOUNT_LOGIN_METHODS": {"username"},
    "ACCOUNT_SIGNUP_FIELDS": ["username*", "password1*"],
    "ACCOUNT_EMAIL_VERIFICATION": "none",
    "ACCOUNT_EMAIL_SUBJECT_PREFIX": "",
    "ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS": False,  # nobody is written to whom we do not know
    "ACCOUNT_PREVENT_ENUMERATION": True,
    "ACCOUNT_LOGIN_BY_CODE_ENABLED": True,
    "ACCOUNT_LOGIN_BY_CODE_TIMEOUT": CODE_SECONDS,
    "ACCOUNT_LOGIN_BY_CODE_MAX_ATTEMPTS": 5,
    "ACCOUNT_LOGIN_BY_CODE_SUPPORTS_RESEND": True,
    "ACCOUNT_REAUTHENTICATION_TIMEOUT": CODE_SECONDS,
    "ACCOUNT_RATE_LIMITS": {
        "request_login_code": "20/m/ip,10/h/key",  # 50 guesses an hour at one of a million codes
        "reauthenticate": "10/m/user",
        "change_password": "5/m/user",
    },
    "ACCOUNT_FORMS": {
        "confirm_login_code": "makul.accounts.forms.CodeForm",
        "request_login_code": "makul.accounts.forms.AskCodeForm",
        "reauthenticate": "makul.accounts.forms.PasswordAgainForm",
        "change_password": "makul.accounts.forms.ChangePasswordForm",
        "set_password": "makul.accounts.forms.SetPasswordForm",
    },
    "ALLAUTH_USER_CODE_FORMAT": {"numeric": True, "dashed": False, "length": 6},
}

SECOND_FACTOR: dict[str, Any] = {
    "MFA_ADAPTER": "makul.accounts.views.adapter.FactorAdapter",
    "MFA_SUPPORTED_TYPES": ["totp", "webauthn", "recovery_codes"],
    "MFA_PASSKEY_LOGIN_ENABLED": True,
    "MFA_ALLOW_UNVERIFIED_EMAIL": True,  # addresses are entered by the operator
    "MFA_TOTP_ISSUER": "Makul",
    "MFA_TOTP_TOLERANCE": 1,  # the clock of a phone may be half a minute wrong
    "MFA_FORMS": {
        "authenticate": "makul.accounts.forms.FactorForm",
        "reauthenticate": "makul.accounts.forms.FactorAgainForm",
        "activate_totp": "makul.accounts.forms.AuthenticatorForm",
        "add_webauthn": "makul.accounts.forms.PasskeyForm",
        "login_webauthn": "makul.accounts.forms.PasskeyInForm",
        "authenticate_webauthn": "makul.accounts.forms.PasskeySecondForm",
        "reauthenticate_webauthn": "makul.accounts.forms.PasskeyAgainForm",
    },
}


def provider_of(env: Env) -> dict[str, Any]:
    """The identity provider named in the environment (OpenID Connect with PKCE), or none.

    Unknown persons are refused (`makul.accounts.views.adapter.IdentityAdapter` says who is known).
    """
    url, client = env("OIDC_URL").rstrip("/"), env("OIDC_CLIENT_ID")
    app = {
        "provider_id": PROVIDER,
        "name": env("OIDC_NAME", "OpenID"),
        "client_id": client,
        "secret": env("OIDC_SECRET"),
        "settings": {"server_url": url, "oauth_pkce_enabled": True},
    }
    given = {
        "APPS": [app] if url and client else [],
        "SCOPE": env("OIDC_SCOPES", "openid profile email phone").split(),
        "OAUTH_PKCE_ENABLED": True,
    }
    parts = urlsplit(url)
    origins = [f"{parts.scheme}://{parts.netloc}", *env("OIDC_ORIGINS").split()]
    return {
        "SOCIALACCOUNT_ADAPTER": "makul.accounts.views.adapter.IdentityAdapter",
        "SOCIALACCOUNT_PROVIDERS": {"openid_connect": given},
        "SOCIALACCOUNT_STORE_TOKENS": False,
        # The form that leads to the provider ends there: the policy must name its address.
        "MAKUL_PROVIDER_ORIGINS": origins if given["APPS"] else [],
    }

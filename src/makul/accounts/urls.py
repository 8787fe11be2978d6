"""Addresses of accounts: letters, codes, the second factor, sessions, the identity provider.

allauth's views stand under our addresses with our titles; the names are the ones it looks them up by.
"""

from __future__ import annotations

from typing import Any

from allauth.account import views as by_account
from allauth.mfa.base import views as by_factor
from allauth.mfa.recovery_codes import views as by_codes
from allauth.mfa.totp import views as by_totp
from allauth.mfa.webauthn import views as by_key
from allauth.socialaccount import views as by_identity
from allauth.socialaccount.providers.openid_connect import views as by_provider
from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _
from django.views.generic import RedirectView

from makul.accounts.views import account, letter


def page(address: str, view: Any, name: str, title: Any) -> URLPattern:
    return path(address, account.told(view.as_view(extra_context={"title": title})), name=name)


COMING_IN = [
    path("in/<str:token>/", letter.letter_in, name="letter_in"),
    path("sign-in/again/", account.start_again, name="start_again"),
    # The door stands in `web` and answers first; allauth asks for it under this name.
    path(
        "sign-in/password/",
        RedirectView.as_view(pattern_name="sign_in_by_password"),
        name="account_login",
    ),
    page(
        "sign-in/code/",
        by_account.RequestLoginCodeView,
        "account_request_login_code",
        _("Sign in by a code"),
    ),
    page(
        "sign-in/code/confirm/",
        by_account.ConfirmLoginCodeView,
        "account_confirm_login_code",
        _("Enter the code"),
    ),
    page("sign-in/second/", by_factor.AuthenticateView, "mfa_authenticate", _("The second step")),
    path("sign-in/passkey/", by_key.login_webauthn, name="mfa_login_webauthn"),
    page(
        "sign-in/closed/", by_account.AccountInactiveView, "account_inactive", _("Account closed")
    ),
    path("sign-in/identity/<slug:provider_id>/", by_provider.login, name="openid_connect_login"),
    path(
        "sign-in/identity/<slug:provider_id>/callback/",
        by_provider.callback,
        name="openid_connect_callback",
    ),
    page(
        "sign-in/identity/",
        by_identity.LoginCancelledView,
        "socialaccount_login_cancelled",
        _("Nothing was shared"),
    ),
]

CONFIRMING = [
    page(
        "account/confirm/",
        by_account.ReauthenticateView,
        "account_reauthenticate",
        _("Confirm that it is you"),
    ),
    page(
        "account/confirm/code/",
        by_factor.ReauthenticateView,
        "mfa_reauthenticate",
        _("Confirm that it is you"),
    ),
    page(
        "account/confirm/passkey/",
        by_key.ReauthenticateWebAuthnView,
        "mfa_reauthenticate_webauthn",
        _("Confirm that it is you"),
    ),
]

OWN = [
    path("account/", account.account, name="account"),
    # allauth goes back to these; all of it stands on the one page.
    path("account/", account.account, name="mfa_index"),
    path("account/", account.account, name="mfa_list_webauthn"),
    path("account/", account.account, name="usersessions_list"),
    path("account/sessions/end/", account.end_sessions, name="end_sessions"),
    path("account/sessions/<int:pk>/end/", account.end_session, name="end_session"),
    page(
        "account/password/",
        by_account.PasswordChangeView,
        "account_change_password",
        _("Change the password"),
    ),
    page(
        "account/password/first/",
        by_account.PasswordSetView,
        "account_set_password",
        _("Set a password"),
    ),
    page(
        "account/authenticator/add/",
        by_totp.ActivateTOTPView,
        "mfa_activate_totp",
        _("Add an authenticator"),
    ),
    page(
        "account/authenticator/remove/",
        by_totp.DeactivateTOTPView,
        "mfa_deactivate_totp",
        _("Remove the authenticator"),
    ),
    page("account/passkeys/add/", by_key.AddWebAuthnView, "mfa_add_webauthn", _("Add a passkey")),
    page(
        "account/passkeys/<int:pk>/remove/",
        by_key.RemoveWebAuthnView,
        "mfa_remove_webauthn",
        _("Remove a passkey"),
    ),
    page(
        "account/recovery-codes/",
        by_codes.ViewRecoveryCodesView,
        "mfa_view_recovery_codes",
        _("Recovery codes"),
    ),
    page(
        "account/recovery-codes/new/",
        by_codes.GenerateRecoveryCodesView,
        "mfa_generate_recovery_codes",
        _("New recovery codes"),
    ),
    path(
        "account/recovery-codes/file/",
        by_codes.download_recovery_codes,
        name="mfa_download_recovery_codes",
    ),
    page(
        "account/identities/",
        by_identity.ConnectionsView,
        "socialaccount_connections",
        _("Linked identities"),
    ),
]

urlpatterns = [*COMING_IN, *CONFIRMING, *OWN]

"""Where allauth asks us: how letters go, who may come in, what is kept of an identity, how secrets lie."""

from __future__ import annotations

import base64
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context as current
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialLogin
from cryptography.fernet import Fernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.models import AbstractUser
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils import timezone, translation
from django.utils.translation import gettext_lazy as _

from makul.accounts import mail
from makul.accounts.queries import account_with_email
from makul.accounts.throttle import client_address

# What is said after something was done; of all else allauth would say, the pages themselves speak.
SAID = {
    "account/messages/password_changed.txt": _(
        "The password is changed; all other sessions are ended."
    ),
    "account/messages/password_set.txt": _("The password is set."),
    "mfa/messages/totp_activated.txt": _("The authenticator is added."),
    "mfa/messages/totp_deactivated.txt": _("The authenticator is removed."),
    "mfa/messages/webauthn_added.txt": _("The passkey is added."),
    "mfa/messages/webauthn_removed.txt": _("The passkey is removed."),
    "mfa/messages/recovery_codes_generated.txt": _(
        "New recovery codes are made; the former ones no longer open anything."
    ),
    "socialaccount/messages/account_connected.txt": _("The identity is linked to your account."),
    "socialaccount/messages/account_connected_other.txt": _(
        "This identity is linked to another account. Ask the one who keeps accounts."
    ),
    "socialaccount/messages/account_disconnected.txt": _("The identity is no longer linked."),
}


class AccountAdapter(DefaultAccountAdapter):
    """Nobody opens an account by themselves; letters go by our post office in the page's language."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "incorrect_code": _(
            "This code does not fit. Compare it with the letter, or ask for a new one."
        ),
        "incorrect_password": _("This password does not fit. Check the keyboard language."),
        "enter_current_password": _("This is not the password you have now."),
        "too_many_login_attempts": _(
            "Too many attempts. Wait a quarter of an hour, or sign in another way."
        ),
        "rate_limited": _("Too many attempts. Wait a few minutes and try again."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def get_client_ip(self, request: HttpRequest) -> str:
        return client_address(request)

    def add_message(
        self,
        request: HttpRequest,
        level: int,
        message_template: str | None = None,
        message_context: dict[str, Any] | None = None,
        extra_tags: str = "",
        message: str | None = None,
    ) -> None:
        if said := message or SAID.get(message_template or ""):
            messages.add_message(request, level, str(said), extra_tags=extra_tags)

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        return "/account/"

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        values = {"base_url": settings.BASE_URL, **context}
        title = render_to_string(f"{template_prefix}_subject.txt", values).strip()
        body = render_to_string(f"{template_prefix}_message.txt", values).strip()
        language = translation.get_language() or settings.LANGUAGE_CODE
        mail.send(to=email, title=title, body=f"{body}\n", language=language, at=timezone.now())


class FactorAdapter(DefaultMFAAdapter):
    """The secret of an authenticator lies encrypted in the database; copies of it alone open nothing."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": _(
            "This code does not fit. It changes every half minute: take the one shown now."
        ),
    }

    def encrypt(self, text: str) -> str:
        return keeper().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        return keeper().decrypt(encrypted_text.encode()).decode()

    def _get_site_name(self) -> str:
        return str(settings.MFA_TOTP_ISSUER)

    def get_totp_label(self, user: Any) -> str:
        return str(user.get_username())


def keeper() -> Fernet:
    """The key of the secrets, derived from the secret key of the installation."""
    derived = HKDF(algorithm=SHA256(), length=32, salt=None, info=b"makul.accounts.factor")
    return Fernet(base64.urlsafe_b64encode(derived.derive(settings.SECRET_KEY.encode())))


class IdentityAdapter(DefaultSocialAccountAdapter):
    """An identity leads in where it is linked to an account, or its verified e-mail is one account's."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: SocialLogin) -> bool:
        return False

    def populate_user(self, request: HttpRequest, sociallogin: SocialLogin, data: Any) -> Any:
        # Name, personal number and telephone are not ours to keep: the subject is enough.
        sociallogin.account.extra_data = {}
        return super().populate_user(request, sociallogin, data)

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        if sociallogin.is_existing or current.request.user.is_authenticated:
            return
        verified = [one.email for one in sociallogin.email_addresses if one.verified]
        user = account_with_email(verified[0]) if verified else None
        if isinstance(user, AbstractUser) and not (user.is_staff or user.is_superuser):
            sociallogin.connect(request, user)

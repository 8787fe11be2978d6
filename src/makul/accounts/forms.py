"""The forms of accounts in our words; what they check, allauth checks."""

from __future__ import annotations

from typing import Any

from allauth.account import forms as account
from allauth.account.internal.flows.login import get_authentication_records
from allauth.core import context
from allauth.mfa.base import forms as factor
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn.forms import (
    AddWebAuthnForm,
    AuthenticateWebAuthnForm,
    LoginWebAuthnForm,
    ReauthenticateWebAuthnForm,
)
from django import forms
from django.utils.translation import gettext_lazy as _

from makul.parties.models import Mandate

UNSOUND = _("This passkey does not fit here. Take another one, or another way.")


def spoken(form: forms.Form, **labels: Any) -> None:
    """Give fields our labels; a label stands above its field, so nothing is repeated inside it."""
    for name, label in labels.items():
        field = form.fields[name]
        field.label = label
        field.widget.attrs.pop("placeholder", None)
        if name == "code":
            field.widget.attrs |= {"inputmode": "numeric", "autocomplete": "one-time-code"}


class OfficeForm(forms.Form):
    """Which of the body's offices the code is for."""

    office = forms.ModelChoiceField(
        Mandate.objects.none(), label=_("Your office"), widget=forms.RadioSelect, empty_label=None
    )

    def __init__(self, *args: Any, offices: list[Mandate], language: str, **more: Any) -> None:
        super().__init__(*args, **more)
        field: Any = self.fields["office"]
        field.queryset = Mandate.objects.filter(pk__in=[one.pk for one in offices])
        field.choices = [(one.pk, one.office(language)) for one in offices]
        field.error_messages = {
            "required": _("Choose the office you hold."),
            "invalid_choice": _("This office is not one of the body's today. Choose another."),
        }
        if len(offices) == 1:
            field.initial, field.widget = offices[0].pk, forms.HiddenInput()


class CodeForm(account.ConfirmLoginCodeForm):
    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        spoken(self, code=_("Code of six digits from the letter"))

    def clean_code(self) -> str:
        self.cleaned_data["code"] = "".join(self.cleaned_data["code"].split())
        return str(super().clean_code())


class AskCodeForm(account.RequestLoginCodeForm):
    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        spoken(self, email=_("Your e-mail address"))
        self.fields["email"].help_text = _("The one that stands in your account.")


class PasswordAgainForm(account.ReauthenticateForm):
    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        spoken(self, password=_("Password"))


class ChangePasswordForm(account.ChangePasswordForm):
    """Whoever has just come in by a code is not asked for a password they may have forgotten."""

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        spoken(
            self,
            oldpassword=_("Password you have now"),
            password1=_("New password"),
            password2=_("New password once more"),
        )
        self.fields["oldpassword"].help_text = ""
        self.fields["password1"].help_text = _("Twelve characters or more; a few words do well.")
        ways = get_authentication_records(context.request, self.user)
        if ways and ways[0]["method"] == "code":
            del self.fields["oldpassword"]


class SetPasswordForm(account.SetPasswordForm):
    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        spoken(self, password1=_("New password"), password2=_("New password once more"))
        self.fields["password1"].help_text = _("Twelve characters or more; a few words do well.")


class FactorForm(factor.AuthenticateForm):
    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        spoken(self, code=_("Code of your authenticator, or a recovery code"))


class FactorAgainForm(factor.ReauthenticateForm):
    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        spoken(self, code=_("Code of your authenticator, or a recovery code"))


class AuthenticatorForm(ActivateTOTPForm):
    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        spoken(self, code=_("Code the application shows now"))


class Sound:
    """What a passkey answers is refused where it is no such answer, before anyone reckons with it."""

    def clean_credential(self) -> Any:
        given = self.cleaned_data["credential"]  # type: ignore[attr-defined]
        parts = given.get("response") if isinstance(given, dict) else None
        if not isinstance(parts, dict) or not {"id", "rawId", "type"} <= given.keys():
            raise forms.ValidationError(UNSOUND)
        try:
            inherited = getattr(super(), "clean_credential", None)
            return inherited() if inherited else given
        except (KeyError, TypeError, ValueError) as error:
            raise forms.ValidationError(UNSOUND) from error


class PasskeyInForm(Sound, LoginWebAuthnForm):
    """Coming in by a passkey alone."""


class PasskeySecondForm(Sound, AuthenticateWebAuthnForm):
    """The second step by a passkey."""


class PasskeyAgainForm(Sound, ReauthenticateWebAuthnForm):
    """Confirming by a passkey."""


class PasskeyForm(Sound, AddWebAuthnForm):
    """A passkey signs in by itself, or stands beside the password where that is wanted."""

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        spoken(self, name=_("Name of the key"), passwordless=_("Sign in with this key alone"))
        self.fields["credential"].label = _("Passkey")
        self.fields["credential"].error_messages["required"] = UNSOUND
        self.fields["name"].help_text = _("So that you know it again, for example: office laptop.")
        self.fields["passwordless"].help_text = ""
        self.fields["name"].initial = self.initial["name"] = ""
        self.initial["passwordless"] = True

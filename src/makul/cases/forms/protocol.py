"""The forms of a protocol: a signature over the digest that was shown, or a refusal with its reason."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from makul.cases.forms.fields import words
from makul.parties.forms import OnceForm

SIGN, REFUSE = "sign", "refuse"


class SignForm(OnceForm):
    """Signs the bytes whose digest stands on the page, or refuses with a reason."""

    sha256 = forms.CharField(max_length=64, widget=forms.HiddenInput)
    decision = forms.ChoiceField(
        label=_("What you do"),
        choices=[(SIGN, _("Sign")), (REFUSE, _("Refuse to sign"))],
        widget=forms.RadioSelect,
    )
    dissent = words(_("Dissent, attached to the protocol"), rows=4)
    reason = words(_("Reason of the refusal, attached to the protocol"), rows=4)
    is_sure = forms.BooleanField(label=_("I have opened the protocol and read it"))

    def clean(self) -> dict[str, object]:
        cleaned = super().clean() or {}
        if cleaned.get("decision") == REFUSE and not cleaned.get("reason", "").strip():
            self.add_error(
                "reason", _("Say why you refuse: the reason is attached to the protocol.")
            )
        return cleaned

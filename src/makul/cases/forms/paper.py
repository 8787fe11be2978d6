"""The form of a letter on paper: whose it is, when it came, its scan; the rest as in any position."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from makul.cases.forms.fields import file_field
from makul.parties.models import Party


class PaperForm(forms.Form):
    """What is said of the letter itself."""

    body = forms.ChoiceField(label=_("Whose letter it is"))
    received_at = forms.DateTimeField(
        label=_("Received (day and hour)"),
        help_text=_("As it is stamped on the letter: the body's answer counts from then."),
        widget=forms.DateTimeInput,
    )
    scan = file_field(
        _("Scan of the letter"), required=True, help_text=_("PDF, JPG or PNG, up to 20 MB.")
    )

    def __init__(
        self, *args: Any, bodies: Sequence[Party], page_language: str, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.bodies = {body.key: body for body in bodies}
        names = [(key, body.name(page_language)) for key, body in self.bodies.items()]
        self.fields["body"].choices = [("", "—"), *names]  # type: ignore[attr-defined]

    @property
    def party(self) -> Party:
        return self.bodies[self.cleaned_data["body"]]

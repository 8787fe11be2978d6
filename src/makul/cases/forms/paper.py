"""The form of a letter on paper: whose it is, when it came, its scan; the rest as in any position."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from makul.cases.forms.fields import file_field
from makul.core.provisions import folded
from makul.parties.models import Party

MOST_NAMED = 5


class NamesInput(forms.TextInput):
    """A line that offers names while one types; the browser does it alone, without a script."""

    template_name = "cases/work/names_input.html"

    def __init__(self) -> None:
        super().__init__(attrs={"autocomplete": "off", "list": "bodies"})
        self.names: list[str] = []

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        return super().get_context(name, value, attrs) | {"names": self.names}


class PaperForm(forms.Form):
    """What is said of the letter itself."""

    body = forms.CharField(
        label=_("Whose letter it is"),
        help_text=_("Type a part of the name or its number and choose from the list."),
        max_length=300,
        widget=NamesInput,
    )
    received_at = forms.DateTimeField(
        label=_("Received (day and hour)"),
        help_text=_("As it is stamped on the letter: the body's answer counts from then."),
        widget=forms.DateTimeInput,
    )
    outgoing = forms.CharField(
        label=_("Outgoing number and date of the letter"),
        help_text=_("As the body wrote them, for example: № 01-12/345, 14.10.2026."),
        max_length=120,
        required=False,
    )
    scan = file_field(
        _("Scan of the letter"), required=True, help_text=_("PDF, JPG or PNG, up to 20 MB.")
    )

    def __init__(
        self,
        *args: Any,
        bodies: Sequence[Party],
        page_language: str,
        now: datetime,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.bodies, self.language, self.now = list(bodies), page_language, now
        widget: Any = self.fields["body"].widget
        widget.names = [body.name(page_language) for body in bodies]

    def clean_body(self) -> Party:
        """The body by its key or name in any language, else the only one whose name holds the words."""
        said = self.cleaned_data["body"].strip()
        exact = [one for one in self.bodies if said == one.key or folded(said) in names_of(one)]
        found = exact or [one for one in self.bodies if holds(one, said)]
        if len(found) == 1:
            return found[0]
        if not found:
            raise forms.ValidationError(
                _("No body of this case is called so. Check the letters, or type its number only.")
            )
        named = "; ".join(one.name(self.language) for one in found[:MOST_NAMED])
        raise forms.ValidationError(
            _("Several bodies are called so: %(names)s. Choose one of them from the list."),
            params={"names": f"{named}…" if len(found) > MOST_NAMED else named},
        )

    def clean_received_at(self) -> datetime:
        at: datetime = self.cleaned_data["received_at"]
        if at > self.now:
            raise forms.ValidationError(
                _("This day and hour have not come yet. Write when the letter was received.")
            )
        return at

    @property
    def party(self) -> Party:
        found: Party = self.cleaned_data["body"]
        return found


def names_of(body: Party) -> set[str]:
    return {folded(body.name(one)) for one in ("ky", "ru", "en")}


def holds(body: Party, said: str) -> bool:
    """Every word typed stands in one of the names; a number stands whole."""
    wanted = folded(said).split()
    return any(all(is_in(word, name) for word in wanted) for name in names_of(body))


def is_in(word: str, name: str) -> bool:
    return word in name.split() if word.isdigit() else word in name

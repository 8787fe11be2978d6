"""The forms of the facilitator's desk: the check of a package, the circle of bodies, other ways of telling."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from makul.cases.forms.fields import language_field, words
from makul.parties.forms import OnceForm


class CheckForm(OnceForm):
    """Accept the package, or return it naming all defects at once."""

    result = forms.ChoiceField(
        label=_("Result of the check"),
        widget=forms.RadioSelect,
        choices=[("accepted", _("accept the package")), ("returned", _("return it"))],
    )
    defects = words(
        _("All defects at once"),
        rows=6,
        help_text=_(
            "For each: which paper, what is wrong, how to mend it. A package cannot be returned later for a defect not named here."
        ),
    )
    language = language_field()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["result"].hints = {  # type: ignore[attr-defined]
            "accepted": _("Every paper of article 14 is there and can be read"),
            "returned": _("This closes the case; a mended package opens a new one linked to it"),
        }

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if said.get("result") == "returned" and not said.get("defects", "").strip():
            self.add_error(
                "defects",
                _(
                    "Name what is missing or cannot be read: without that a package may not be returned."
                ),
            )
        return said


class CircleForm(OnceForm):
    """Bodies of these kinds in these oblasts; no oblast chosen means all of them."""

    kinds = forms.MultipleChoiceField(
        label=_("Kinds of bodies"), required=False, widget=forms.CheckboxSelectMultiple
    )
    oblasts = forms.MultipleChoiceField(
        label=_("Oblasts"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(
        self, *args: Any, kinds: Sequence[Any], oblasts: Sequence[Any], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kinds"].choices = kinds  # type: ignore[attr-defined]
        self.fields["oblasts"].choices = oblasts  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if not said.get("kinds") and not said.get("oblasts"):
            raise forms.ValidationError(_("Choose at least one kind of bodies or one oblast."))
        return said


class BodiesForm(OnceForm):
    """Bodies ticked one by one in a list that was found."""

    bodies = forms.MultipleChoiceField(label=_("Bodies"), widget=forms.CheckboxSelectMultiple)

    def __init__(self, *args: Any, listed: Sequence[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["bodies"].choices = listed  # type: ignore[attr-defined]


class HowForm(OnceForm):
    """In which other way a body was told."""

    how = forms.CharField(
        label=_("How it was told: by post, by hand, by telephone"), max_length=200
    )

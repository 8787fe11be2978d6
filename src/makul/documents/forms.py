"""Which two versions of a document are compared, and in which language."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

LANGUAGES = {"ky": _("Kyrgyz"), "ru": _("Russian"), "ky+ru": _("Kyrgyz and Russian")}


class CompareForm(forms.Form):
    """The older and the newer version, and the language of the texts (the page may be in another)."""

    old = forms.TypedChoiceField(label=_("Older version"), coerce=int)
    new = forms.TypedChoiceField(label=_("Newer version"), coerce=int)
    text = forms.ChoiceField(label=_("Language of the text"))

    def __init__(
        self, *args: Any, numbers: Sequence[int], languages: Sequence[str], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        listed = [(number, number) for number in sorted(set(numbers))]
        self.fields["old"].choices = self.fields["new"].choices = listed  # type: ignore[attr-defined]
        said = [(code, LANGUAGES.get(code, code)) for code in sorted(set(languages))]
        self.fields["text"].choices = said  # type: ignore[attr-defined]

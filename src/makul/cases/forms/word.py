"""The form that takes a filled-in Word form back."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from makul.cases.forms.fields import file_field
from makul.parties.forms import OnceForm


class WordForm(OnceForm):
    """The file, and nothing else: what it says is shown before anything is kept."""

    file = file_field(
        _("The filled-in form"), required=True, help_text=_("A Word file (.docx), up to 20 MB.")
    )

"""The form by which one who was present corrects the record of his own words."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from makul.cases.forms.fields import language_field, words
from makul.parties.forms import OnceForm


class CorrectionForm(OnceForm):
    """What was said, as it should have been recorded."""

    language = language_field()
    text = words(
        _("How your words should be recorded"),
        rows=5,
        required=True,
        help_text=_("Name the row. The correction is attached to the minutes and stays there."),
    )

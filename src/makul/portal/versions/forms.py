"""Which two versions are compared, and whether unchanged articles are shown too."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from makul.documents.models import Document
from makul.portal.versions.reading import Edition


def edition_words(edition: Edition) -> str:
    """«Version 2, 4 October», or «Adopted act, 3 December»; which languages it has, if not both."""
    day = date_format(localtime(edition.first.created_at), "DATE_FORMAT")
    given = {"number": edition.number, "day": day}
    if edition.kind == Document.Kind.ADOPTED:
        return _("Adopted act, %(day)s") % given
    if len(edition.texts) == 1 and "ky" in edition.texts:
        return _("Version %(number)s, %(day)s, in Kyrgyz only") % given
    if len(edition.texts) == 1 and "ru" in edition.texts:
        return _("Version %(number)s, %(day)s, in Russian only") % given
    return _("Version %(number)s, %(day)s") % given


class EditionsForm(forms.Form):
    """The older and the newer version, and whether all articles are shown."""

    old = forms.ChoiceField(label=gettext_lazy("Compare"))
    new = forms.ChoiceField(label=gettext_lazy("with"))
    all = forms.BooleanField(label=gettext_lazy("Unchanged articles too"), required=False)

    def __init__(self, *args: Any, editions: Sequence[Edition], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        listed = [(one.key, edition_words(one)) for one in editions]
        self.fields["old"].choices = self.fields["new"].choices = listed  # type: ignore[attr-defined]

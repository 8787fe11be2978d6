"""The forms of mandates and of the search, and how any form says what an action refused."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from makul.core.errors import BadInput
from makul.parties.saying import sentence_of


class OnceForm(forms.Form):
    """A form that is taken once: the same one sent twice carries the same token."""

    once = forms.CharField(max_length=64, required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["once"].initial = secrets.token_urlsafe(18)


def attempt[T](form: forms.Form, act: Callable[[], T], *, field: str | None = None) -> T | None:
    """Do what a form asks for. What the action refuses is said on the form, and nothing typed is lost.

    Returns what the action returned, or None where the form is to be shown again (with 422).
    """
    if not form.is_valid():
        return None
    try:
        return act()
    except BadInput as error:
        form.add_error(field, sentence_of(error))
        return None


class MandateForm(OnceForm):
    """Who is to act for a body."""

    user_name = forms.CharField(
        label=_("Name under which the person signs in"),
        max_length=150,
        help_text=_("The person is never named on a page or in the journal, only the office."),
    )
    office_ky = forms.CharField(label=_("Office in Kyrgyz"), max_length=200)
    office_ru = forms.CharField(label=_("Office in Russian"), max_length=200)
    office_en = forms.CharField(label=_("Office in English"), max_length=200, required=False)
    from_on = forms.DateField(label=_("First day"))
    to_on = forms.DateField(
        label=_("Last day"), required=False, help_text=_("Leave it empty if there is none.")
    )
    may_sign = forms.BooleanField(
        label=_("May sign: releases what the body says and submits"), required=False
    )


class EndForm(OnceForm):
    """With which day a mandate ends."""

    last_on = forms.DateField(label=_("Last day of the mandate"))

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["last_on"].initial = today

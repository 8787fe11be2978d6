"""The forms of mandates and of the search, and how any form says what an action refused."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from django import forms
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from makul.core.errors import BadInput
from makul.journal.once import LENGTH, claim, new_token
from makul.parties.saying import sentence_of


class OnceForm(forms.Form):
    """A form that counts once; shown again after an error it keeps its token.

    `result` is what the action returned; None where the same form was sent before.
    """

    once = forms.CharField(max_length=LENGTH, required=False, widget=forms.HiddenInput)
    result: Any = None

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["once"].initial = new_token


class ConfirmForm(OnceForm):
    """Nothing but the token: a step that needs no words."""


def attempt(
    form: OnceForm,
    act: Callable[[], object],
    *,
    now: datetime,
    field: Callable[[BadInput], str | None] | None = None,
) -> bool:
    """Do what a valid form asks for, once. A refusal is said on the form and nothing typed is lost.

    `field` finds the field a refusal is about. Returns whether it is done, now or by the same form
    before; if not, show the form again (422).
    """
    if not form.is_valid():
        return False
    token = form.cleaned_data["once"]
    try:
        with transaction.atomic():
            if not token or claim(token, now=now):
                form.result = act()
    except BadInput as error:
        form.add_error(field(error) if field else None, sentence_of(error))
        return False
    return True


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
    is_board = forms.BooleanField(
        label=_("A member of the board: votes on the opinions of the association"), required=False
    )

    def __init__(self, *args: Any, has_board: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not has_board:
            del self.fields["is_board"]


class EndForm(OnceForm):
    """With which day a mandate ends."""

    last_on = forms.DateField(label=_("Last day of the mandate"))

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["last_on"].initial = today

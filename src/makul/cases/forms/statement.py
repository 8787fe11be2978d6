"""The form of a statement: its fields follow the row of the step in the table of statements."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from makul.cases.actions.step import StatementInput
from makul.cases.forms.fields import as_file, file_field, language_field, words
from makul.cases.models import Statement
from makul.documents.storing import File
from makul.parties.forms import OnceForm
from makul.parties.models import Party

Choices = Sequence[tuple[str, Any]]


class StatementForm(OnceForm):
    """Values, points, words, texts, and a tick: what is stated cannot be taken back."""

    def __init__(
        self,
        *args: Any,
        words_label: Any,
        values: Choices = (),
        points: Choices = (),
        points_label: Any = "",
        asked: Sequence[Statement] = (),
        asked_names: Choices = (),
        deciders: Sequence[Party] = (),
        decider_names: Choices = (),
        upload: bool = False,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.asked = {str(one.pk): one for one in asked}
        self.deciders = {one.key: one for one in deciders}
        if asked_names:
            self.fields["answers"] = choice(_("Which one you decide on"), asked_names)
        if len(decider_names) > 1:
            self.fields["decider"] = choice(_("Whose decision it is"), decider_names)
        if values:
            self.fields["value"] = choice(_("Which of them"), values)
        if points:
            self.fields["points"] = ticks(points_label, points)
        if words_label:
            self.fields["language"] = language_field()
            self.fields["text"] = words(words_label, rows=8, required=True)
        if upload:
            self.fields |= uploads()
        self.fields["is_sure"] = forms.BooleanField(
            label=_("I have checked it; it goes on record as it stands here")
        )

    @property
    def texts(self) -> list[File]:
        given = self.cleaned_data
        return [
            file
            for code in ("ky", "ru")
            for file in as_file(given.get(f"text_{code}"), language=code)
        ]

    @property
    def decider(self) -> Party | None:
        only = next(iter(self.deciders), "")
        return self.deciders.get(self.cleaned_data.get("decider", only))

    def content(
        self, *, step: str, right: str, happened_at: datetime | None = None
    ) -> StatementInput:
        given = self.cleaned_data
        return StatementInput(
            step=step,
            right=right,
            text=given.get("text", ""),
            language=given.get("language", "ky"),
            value=given.get("value", ""),
            points=given.get("points", []),
            answers=self.asked.get(given.get("answers", "")),
            happened_at=happened_at,
        )


def choice(label: Any, choices: Choices) -> forms.ChoiceField:
    return forms.ChoiceField(label=label, choices=list(choices), widget=forms.RadioSelect)


def ticks(label: Any, choices: Choices) -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        label=label, choices=list(choices), widget=forms.CheckboxSelectMultiple
    )


def uploads() -> dict[str, forms.Field]:
    """The text in each language; one is enough where the other is not ready."""
    kind = _("Word or plain text, up to 20 MB.")
    return {
        "text_ky": file_field(_("Text in Kyrgyz"), help_text=kind),
        "text_ru": file_field(_("Text in Russian"), help_text=kind),
    }

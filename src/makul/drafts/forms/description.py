"""The forms of what is said of a draft beside its papers: titles, track, summary, questions, deciders."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from makul.cases.forms.fields import words
from makul.core.errors import BadInput
from makul.drafts.actions.preparing import DraftInput
from makul.drafts.models import DraftAct
from makul.law import forms as law
from makul.parties.forms import OnceForm
from makul.parties.models import Party

MOST_QUESTIONS = 5
SUMMARY_LETTERS = 3_000  # one page
DESCRIBED = ("act_kind", "track", "track_reason", "title_ky", "title_ru", "authentic_language")
SUMMED = ("summary_ky", "summary_ru", "questions_ky", "questions_ru")


def content_of(draft: DraftAct) -> DraftInput:
    """What is said of a draft now, to change a part of it."""
    return DraftInput(**{name: getattr(draft, name) for name in DraftInput.__slots__})


class DescriptionForm(OnceForm):
    """What the draft is and on which track it is to go."""

    title_ky = forms.CharField(
        label=_("Title in Kyrgyz"),
        required=False,
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    title_ru = forms.CharField(
        label=_("Title in Russian"),
        required=False,
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    authentic_language = forms.ChoiceField(
        label=_("Authentic text"),
        required=False,
        widget=forms.RadioSelect,
        choices=[
            ("ky", _("the Kyrgyz one")),
            ("ru", _("the Russian one")),
            ("", _("not said yet")),
        ],
        help_text=_("Which of the two counts where they differ. It is shown with the texts."),
    )
    act_kind = forms.ChoiceField(
        label=_("Kind of act"),
        widget=forms.RadioSelect,
        choices=[
            ("law", _("law")),
            ("sub_statutory", _("decree, resolution or another act below a law")),
        ],
    )
    track = forms.ChoiceField(label=_("Track"), widget=forms.RadioSelect, initial="ordinary")
    track_reason = words(
        _("Reason for the short track"),
        rows=3,
        help_text=_("What harm waiting does, and why it was not done earlier."),
    )

    def __init__(self, *args: Any, page_language: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        said = law.values("intake.track")
        track: Any = self.fields["track"]
        track.choices = [(value, said[value][page_language]) for value in ("ordinary", "short")]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if not (said.get("title_ky", "").strip() or said.get("title_ru", "").strip()):
            self.add_error("title_ky", _("Write the title in Kyrgyz, in Russian, or in both."))
        if said.get("track") == "short" and not said.get("track_reason", "").strip():
            self.add_error("track_reason", _("The short track needs its reason: write it here."))
        return said

    def content(self, before: DraftInput | None = None) -> DraftInput:
        said = {name: self.cleaned_data[name] for name in DESCRIBED}
        return replace(before, **said) if before else DraftInput(**said)


class SummaryForm(OnceForm):
    """One page in plain words, and at most five questions, in both languages."""

    summary_ky = words(_("Summary in Kyrgyz"), rows=8)
    summary_ru = words(_("Summary in Russian"), rows=8)
    questions_ky = words(
        _("Questions in Kyrgyz"), rows=5, help_text=_("One on a line, at most five.")
    )
    questions_ru = words(
        _("Questions in Russian"), rows=5, help_text=_("One on a line, at most five.")
    )

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        for name in ("summary_ky", "summary_ru"):
            if len(said.get(name, "")) > SUMMARY_LETTERS:
                self.add_error(
                    name, _("The summary is longer than one page. Shorten it to 3000 characters.")
                )
        for name in ("questions_ky", "questions_ru"):
            if (
                len([line for line in said.get(name, "").splitlines() if line.strip()])
                > MOST_QUESTIONS
            ):
                self.add_error(
                    name, _("There are more than five questions. Leave the five that matter most.")
                )
        return said

    def content(self, before: DraftInput) -> DraftInput:
        return replace(before, **{name: self.cleaned_data[name] for name in SUMMED})


class DecidersForm(OnceForm):
    """Who decides first, and who after."""

    first = forms.ChoiceField(label=_("Who decides"))
    second = forms.ChoiceField(label=_("Who decides after that"), required=False)
    third = forms.ChoiceField(label=_("And after that"), required=False)

    def __init__(
        self, *args: Any, bodies: Sequence[Party], page_language: str, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.bodies = {body.key: body for body in bodies}
        listed = [
            ("", "—"),
            *[(key, body.name(page_language)) for key, body in self.bodies.items()],
        ]
        for name in ("first", "second", "third"):
            self.fields[name].choices = listed  # type: ignore[attr-defined]

    def deciders(self) -> list[Party]:
        keys = [self.cleaned_data[name] for name in ("first", "second", "third")]
        chosen = [self.bodies[key] for key in keys if key]
        if len(chosen) != len(set(chosen)):
            raise BadInput("decider_twice")
        return chosen


class SubmitForm(OnceForm):
    """A tick without which nothing is sent."""

    sure = forms.BooleanField(label=_("I have read the package and submit it for my body"))

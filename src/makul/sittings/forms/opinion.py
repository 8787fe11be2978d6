"""The forms of the association: the opinion for the minutes with its note, a dissent, a correction."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from makul.cases.forms.fields import choices_of, language_field, words
from makul.cases.models import Row
from makul.parties.forms import OnceForm
from makul.sittings.actions.dissenting import DissentInput
from makul.sittings.actions.opining import OpinionInput
from makul.sittings.models import AgendaItem, Opinion

OFFICE = 200


class OpinionForm(OnceForm):
    """What goes into the minutes word for word, and what is read aloud."""

    stance = forms.ChoiceField(label=_("Our stance"), required=False)
    text_ky = words(_("Opinion in Kyrgyz"), rows=10)
    text_ru = words(_("Opinion in Russian"), rows=10)
    note_ky = words(
        _("Speaking note in Kyrgyz"),
        rows=8,
        help_text=_("About two minutes read aloud. It stays with you and is not handed in."),
    )
    note_ru = words(_("Speaking note in Russian"), rows=8)

    def __init__(self, *args: Any, page_language: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["stance"]
        field.choices = [("", "—"), *choices_of("stance", page_language)]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if not (cleaned.get("text_ky", "").strip() or cleaned.get("text_ru", "").strip()):
            self.add_error("text_ky", _("Write the opinion, in Kyrgyz or in Russian."))
        return cleaned

    def content(self, rows: Sequence[Row]) -> OpinionInput:
        given = self.cleaned_data
        return OpinionInput(
            text_ky=given["text_ky"],
            text_ru=given["text_ru"],
            note_ky=given["note_ky"],
            note_ru=given["note_ru"],
            stance=given["stance"],
            rows=rows,
        )


def typed_opinion(opinion: Opinion) -> dict[str, Any]:
    names = ("stance", "text_ky", "text_ru", "note_ky", "note_ru")
    return {name: getattr(opinion, name) for name in names}


def titled(items: Sequence[AgendaItem], language: str) -> list[tuple[str, str]]:
    """The items of an agenda as choices, by number and title."""
    other = "ru" if language == "ky" else "ky"
    own = "ky" if language == "en" else language
    return [
        (str(one.pk), f"{one.order}. {one.title(own) or one.title(other)}"[:160]) for one in items
    ]


class DissentForm(OnceForm):
    """A dissenting opinion, exactly as it is to stand."""

    item = forms.ChoiceField(label=_("Item of the agenda"))
    office = forms.CharField(
        label=_("Whose dissent it is, by office"), max_length=OFFICE, required=True
    )
    language = language_field()
    text = words(
        _("Dissenting opinion"),
        rows=10,
        required=True,
        help_text=_("It goes into the minutes word for word and is not changed afterwards."),
    )

    def __init__(
        self,
        *args: Any,
        items: Sequence[AgendaItem],
        is_house: bool,
        page_language: str,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.items = {str(one.pk): one for one in items}
        field: Any = self.fields["item"]
        field.choices = titled(items, page_language)
        if not is_house:
            del self.fields["office"]

    @property
    def chosen(self) -> AgendaItem:
        return self.items[self.cleaned_data["item"]]

    @property
    def content(self) -> DissentInput:
        given = self.cleaned_data
        return DissentInput(
            text=given["text"], language=given["language"], office=given.get("office", "")
        )


class CorrectionForm(OnceForm):
    """What the minutes should say, by one who was present."""

    item = forms.ChoiceField(label=_("Item of the agenda"), required=False)
    language = language_field()
    text = words(
        _("What the minutes should say"),
        rows=5,
        required=True,
        help_text=_("The committee takes it or says why not; either way it stays attached."),
    )

    def __init__(
        self, *args: Any, items: Sequence[AgendaItem], page_language: str, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.items = {str(one.pk): one for one in items}
        field: Any = self.fields["item"]
        field.choices = [("", _("the minutes as a whole")), *titled(items, page_language)]


TAKEN = [("yes", _("Take it into the minutes")), ("no", _("Do not take it"))]


class AnswerForm(OnceForm):
    """The committee's answer to a correction."""

    taken = forms.ChoiceField(label=_("Answer"), choices=TAKEN, widget=forms.RadioSelect)
    answer = words(_("Why"), rows=2)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["taken"].is_inline = True  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("taken") == "no" and not cleaned.get("answer", "").strip():
            self.add_error("answer", _("Write why the correction is not taken."))
        return cleaned

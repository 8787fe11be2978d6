"""The forms of a reading: which it was, its text and vote, then what became of each row."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from makul.cases.forms.fields import as_file, file_field, words
from makul.cases.models import Row
from makul.cases.queries.provisions import WHOLE, Choices
from makul.documents.models import Version
from makul.documents.storing import File
from makul.parties.forms import OnceForm
from makul.sittings.actions.reading import FateInput, ReadingInput
from makul.sittings.models import AgendaItem, RowFate
from makul.sittings.words import FATES, READINGS

VOTED = [("yes", _("It was carried")), ("no", _("It was not carried")), ("", _("Not known"))]
MOST_VOTES = 300


def votes(label: Any) -> forms.IntegerField:
    return forms.IntegerField(label=label, required=False, min_value=0, max_value=MOST_VOTES)


class ReadingForm(OnceForm):
    """Which reading, when and where, of which text, and how the vote went."""

    numbers = forms.ChoiceField(
        label=_("Which reading"), choices=list(READINGS.items()), widget=forms.RadioSelect
    )
    read_on = forms.DateField(label=_("Day of the reading"), widget=forms.DateInput)
    item = forms.ChoiceField(label=_("Sitting"), required=False)
    version = forms.ChoiceField(label=_("Text that was considered"), required=False)
    text_ky = file_field(_("Or a new text in Kyrgyz"))
    text_ru = file_field(_("Or a new text in Russian"))
    votes_for = votes(_("For"))
    votes_against = votes(_("Against"))
    abstained = votes(_("Abstentions"))
    carried = forms.ChoiceField(
        label=_("Result of the vote"), choices=VOTED, required=False, widget=forms.RadioSelect
    )

    def __init__(
        self,
        *args: Any,
        items: Sequence[tuple[AgendaItem, str]],
        texts: Sequence[tuple[Version, str]],
        may_put: bool,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.items = {str(one.pk): one for one, _name in items}
        self.texts = {str(one.pk): one for one, _name in texts}
        self.choose("item", items, none=_("none that is kept here"))
        self.choose("version", texts, none=_("no text is at hand"))
        self.fields["carried"].is_inline = True  # type: ignore[attr-defined]
        if not may_put:
            del self.fields["text_ky"], self.fields["text_ru"]

    def choose(self, name: str, known: Sequence[tuple[Any, str]], *, none: Any) -> None:
        field: Any = self.fields[name]
        field.choices = [("", none), *[(str(one.pk), said) for one, said in known]]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        told = [cleaned.get(name) for name in ("votes_for", "votes_against")]
        if any(one is not None for one in told) and None in told:
            self.add_error("votes_for", _("Write how many were for and how many against."))
        return cleaned

    @cached_property
    def handed_in(self) -> list[File]:
        """The new text, as far as one was chosen."""
        given = self.cleaned_data
        return [
            file
            for code in ("ky", "ru")
            for file in as_file(given.get(f"text_{code}"), language=code)
        ]

    def content(self, version: Version | None) -> ReadingInput:
        """`version`: the text put in with this form, where there was one."""
        given = self.cleaned_data
        return ReadingInput(
            numbers=given["numbers"],
            read_on=given["read_on"],
            item=self.items.get(given["item"]),
            version=version or self.texts.get(given["version"]),
            votes_for=given["votes_for"],
            votes_against=given["votes_against"],
            abstained=given["abstained"],
            is_carried={"yes": True, "no": False}.get(given["carried"]),
        )


class FateForm(forms.Form):
    """What the text considered made of one row."""

    use_required_attribute = False
    result = forms.ChoiceField(label=_("What became of the row"))
    eid = forms.ChoiceField(label=_("Where it stands in the text considered"), required=False)
    amendment = forms.CharField(
        label=_("Amendment that did it"),
        required=False,
        max_length=300,
        help_text=_("Its number and who moved it, by office. Leave it empty if there was none."),
    )
    wording_ky = words(_("Wording in Kyrgyz"), rows=2)
    wording_ru = words(_("Wording in Russian"), rows=2)

    def __init__(self, *args: Any, row: Row, choices: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.row = row
        self.fields["result"].choices = [  # type: ignore[attr-defined]
            ("", "—"),
            *[(value, FATES[value]) for value in RowFate.Result.values],
        ]
        self.fields["eid"].choices = choices  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        told = [cleaned.get(name, "").strip() for name in ("amendment", "wording_ky", "wording_ru")]
        if cleaned.get("result") == RowFate.Result.REOPENED and not any(told):
            self.add_error("amendment", _("Write by which amendment, or how the text reads now."))
        return cleaned

    @property
    def content(self) -> FateInput:
        given = self.cleaned_data
        return FateInput(
            row=self.row,
            result=given["result"],
            eid="" if given["eid"] == WHOLE else given["eid"],
            wording_ky=given["wording_ky"],
            wording_ru=given["wording_ru"],
            amendment=given["amendment"],
        )

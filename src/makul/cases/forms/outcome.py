"""The forms of what comes of a case: decisions on rows, adoption, publication, comparison, own motion."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext_lazy as _

from makul.cases.actions.outcomes import ComparisonInput, DecisionInput
from makul.cases.forms.fields import as_file, words
from makul.cases.forms.statement import choice, uploads
from makul.cases.models import Row
from makul.cases.queries.provisions import WHOLE, Choices
from makul.documents.storing import File
from makul.parties.forms import ConfirmForm, OnceForm
from makul.parties.models import Party

TAKEN = [
    ("lsg", _("The position of the local side")),
    ("initiator", _("The position of the initiator")),
    ("other", _("Another wording")),
]
RESULTS = [
    ("lsg", _("The position of the local side was taken")),
    ("partly", _("Taken in part")),
    ("initiator", _("The position of the initiator was taken")),
    ("removed", _("The provision was removed")),
    ("changed_after", _("Changed after conciliation")),
]
KEPT = [("", _("nothing was promised")), ("yes", _("yes")), ("no", _("no"))]


class RowForms[T: forms.Form]:
    """One form a row, with one token for all: shown and checked as one."""

    result: Any = None

    def __init__(self, head: OnceForm, rows: Sequence[T]) -> None:
        self.head, self.rows = head, rows

    @property
    def forms(self) -> list[forms.Form]:
        return [self.head, *self.rows]

    def is_valid(self) -> bool:
        return all(form.is_valid() for form in self.forms)

    @property
    def cleaned_data(self) -> dict[str, Any]:
        return self.head.cleaned_data

    @property
    def errors(self) -> list[Any]:
        if not self.head.is_bound:
            return []
        return [error for form in self.forms for error in form.errors.items()]

    def non_field_errors(self) -> list[Any]:
        return list(self.head.non_field_errors())

    def __iter__(self) -> Iterator[BoundField]:
        return chain(*self.forms)

    def add_error(self, field: Any, error: Any) -> None:
        self.head.add_error(field, error)


class DecisionForm(forms.Form):
    """Whose position was taken on a row, and why."""

    use_required_attribute = False
    taken = forms.ChoiceField(label=_("What was taken"), choices=TAKEN, widget=forms.RadioSelect)
    reason_ky = words(_("Reason in Kyrgyz"), rows=3)
    reason_ru = words(_("Reason in Russian"), rows=3)

    def __init__(self, *args: Any, row: Row, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.row = row

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if not (cleaned.get("reason_ky", "").strip() or cleaned.get("reason_ru", "").strip()):
            self.add_error("reason_ky", _("Write the reason, in Kyrgyz or in Russian."))
        return cleaned

    @property
    def content(self) -> DecisionInput:
        return DecisionInput(row=self.row, **self.cleaned_data)


class ComparisonForm(forms.Form):
    """What the adopted text made of a row."""

    use_required_attribute = False
    result = forms.ChoiceField(label=_("Result"), choices=[("", "—"), *RESULTS])
    eid = forms.ChoiceField(label=_("Where it stands in the adopted text"), required=False)
    kept = forms.ChoiceField(
        label=_("Was the promise kept"), choices=KEPT, required=False, widget=forms.RadioSelect
    )
    note_ky = words(_("Note in Kyrgyz"), rows=2)
    note_ru = words(_("Note in Russian"), rows=2)

    def __init__(self, *args: Any, row: Row, choices: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.row = row
        self.fields["eid"].choices = choices  # type: ignore[attr-defined]
        self.fields["kept"].is_inline = True  # type: ignore[attr-defined]

    @property
    def content(self) -> ComparisonInput:
        given = self.cleaned_data
        kept = {"yes": True, "no": False}.get(given["kept"])
        return ComparisonInput(
            row=self.row,
            result=given["result"],
            eid="" if given["eid"] == WHOLE else given["eid"],
            is_promise_kept=kept,
            note_ky=given["note_ky"],
            note_ru=given["note_ru"],
        )


class ForwardForm(OnceForm):
    """To which decider the package goes."""

    def __init__(
        self, *args: Any, deciders: Sequence[Party], page_language: str, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.deciders = {one.key: one for one in deciders}
        names = [(one.key, one.name(page_language)) for one in deciders]
        self.fields["decider"] = choice(_("To whom"), names)
        if len(names) == 1:
            self.fields["decider"].initial = names[0][0]

    @property
    def decider(self) -> Party:
        return self.deciders[self.cleaned_data["decider"]]


class AdoptionForm(ForwardForm):
    """Who adopted it, when, and the adopted text where it is at hand."""

    happened_at = forms.DateTimeField(label=_("Adopted on"), widget=forms.DateTimeInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["decider"].label = _("Who adopted it")
        self.fields |= uploads()
        self.fields["is_sure"] = forms.BooleanField(
            label=_("I have checked it; it goes on record as it stands here")
        )

    @property
    def texts(self) -> list[File]:
        given = self.cleaned_data
        pairs = [(code, as_file(given.get(f"text_{code}"), language=code)) for code in ("ky", "ru")]
        return [file for _code, files in pairs for file in files]


class PublicationForm(OnceForm):
    """The day and the source of the official publication."""

    published_on = forms.DateField(label=_("Day of the official publication"))
    source = forms.CharField(
        label=_("Where it was published: the paper and its number, or the address"), max_length=300
    )


class OwnMotionForm(OnceForm):
    """A draft that nobody submitted, as the association knows it."""

    act_kind = forms.ChoiceField(
        label=_("Kind of act"),
        choices=[("law", _("law")), ("sub_statutory", _("sub-statutory act"))],
        widget=forms.RadioSelect,
    )
    title_ky = words(_("Title in Kyrgyz"), rows=2)
    title_ru = words(_("Title in Russian"), rows=2)
    initiator = forms.ChoiceField(label=_("Whose draft it is"))
    deciders = forms.MultipleChoiceField(
        label=_("Who will decide"), widget=forms.CheckboxSelectMultiple
    )

    def __init__(
        self,
        *args: Any,
        initiators: Mapping[str, Party],
        deciders: Mapping[str, Party],
        page_language: str,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        named = {key: one.name(page_language) for key, one in {**initiators, **deciders}.items()}
        self.fields["initiator"].choices = [("", "—"), *[(key, named[key]) for key in initiators]]  # type: ignore[attr-defined]
        self.fields["deciders"].choices = [(key, named[key]) for key in deciders]  # type: ignore[attr-defined]
        self.fields |= uploads()

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if not (cleaned.get("title_ky", "").strip() or cleaned.get("title_ru", "").strip()):
            self.add_error("title_ky", _("Write the title, in Kyrgyz or in Russian."))
        return cleaned

    @property
    def texts(self) -> list[File]:
        return [
            file
            for code in ("ky", "ru")
            for file in as_file(self.cleaned_data.get(f"text_{code}"), language=code)
        ]


__all__ = [
    "AdoptionForm",
    "ComparisonForm",
    "ConfirmForm",
    "DecisionForm",
    "ForwardForm",
    "OwnMotionForm",
    "PublicationForm",
    "RowForms",
]

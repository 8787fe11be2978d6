"""The forms of a meeting: the invitation, who was there, and what became of each row."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext_lazy as _

from makul.cases.actions.meetings import MeetingRecord, PresenceInput, ResultInput
from makul.cases.forms.fields import words
from makul.cases.models import Row
from makul.parties.forms import OnceForm
from makul.parties.models import Party

MOST_PRESENT = 60
FIRST_PRESENT = 4
SETTLED, OPEN = "yes", "no"


class InviteForm(OnceForm):
    """When and where."""

    planned_at = forms.DateTimeField(label=_("Day and hour"), widget=forms.DateTimeInput)
    place = forms.CharField(
        label=_("Place, or how to take part at a distance"), max_length=300, required=False
    )


class RecordForm(OnceForm):
    """The record as a whole."""

    held_at = forms.DateTimeField(label=_("Held on (day and hour)"), widget=forms.DateTimeInput)
    record_ky = words(_("Record in Kyrgyz: arguments in brief, tasks and their terms"), rows=6)
    record_ru = words(_("Record in Russian: arguments in brief, tasks and their terms"), rows=6)


class PresenceForm(forms.Form):
    """One who was present, by office; a line without an office is nobody."""

    use_required_attribute = False
    party = forms.ChoiceField(label=_("For whom"), required=False)
    office = forms.CharField(label=_("Office"), max_length=200, required=False)
    may_decide = forms.BooleanField(label=_("Entitled to decide"), required=False)
    is_remote = forms.BooleanField(label=_("At a distance"), required=False)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("office") and not cleaned.get("party"):
            self.add_error("party", _("Choose for whom this person was there."))
        return cleaned


class ResultForm(forms.Form):
    """What the meeting did with a row."""

    use_required_attribute = False
    is_settled = forms.ChoiceField(
        label=_("Result"),
        choices=[(SETTLED, _("Settled")), (OPEN, _("Not settled"))],
        widget=forms.RadioSelect,
        initial=OPEN,
    )
    wording_ky = words(_("Agreed wording in Kyrgyz"), rows=2)
    wording_ru = words(_("Agreed wording in Russian"), rows=2)
    note_ky = words(_("Arguments in brief, in Kyrgyz"), rows=2)
    note_ru = words(_("Arguments in brief, in Russian"), rows=2)

    def __init__(self, *args: Any, row: Row, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.row = row
        self.fields["is_settled"].is_inline = True  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        has_wording = cleaned.get("wording_ky", "").strip() or cleaned.get("wording_ru", "").strip()
        if cleaned.get("is_settled") == SETTLED and not has_wording:
            self.add_error("wording_ky", _("A settled row has the wording both sides accept."))
        return cleaned

    @property
    def content(self) -> ResultInput:
        given = {name: self.cleaned_data[name] for name in RESULT_WORDS}
        return ResultInput(self.row, self.cleaned_data["is_settled"] == SETTLED, **given)


RESULT_WORDS = ("wording_ky", "wording_ru", "note_ky", "note_ru")


class MeetingForms:
    """The record, those present and the results, shown and checked as one."""

    result: Any = None

    def __init__(
        self,
        data: Mapping[str, str] | None = None,
        *,
        initial: Mapping[str, Any] | None = None,
        parties: Sequence[Party],
        rows: Sequence[Row],
        page_language: str,
        add: int = 0,
    ) -> None:
        self.parties = {one.key: one for one in parties}
        names = [("", "—"), *[(one.key, one.name(page_language)) for one in parties]]
        self.head = RecordForm(data, initial=initial)
        count = present_count(data) if data is not None else FIRST_PRESENT
        given = initial or {}
        self.presences = [
            PresenceForm(data, prefix=f"p{n}", initial=given.get(f"p{n}"))
            for n in range(count + add)
        ]
        for one in self.presences:
            one.fields["party"].choices = names  # type: ignore[attr-defined]
        self.results = [
            ResultForm(
                data, prefix=f"row{row.number}", row=row, initial=given.get(f"row{row.number}")
            )
            for row in rows
        ]

    @property
    def count(self) -> int:
        return len(self.presences)

    @property
    def forms(self) -> list[forms.Form]:
        return [self.head, *self.presences, *self.results]

    def is_valid(self) -> bool:
        return all(form.is_valid() for form in self.forms)

    @property
    def cleaned_data(self) -> dict[str, Any]:
        return self.head.cleaned_data

    @property
    def content(self) -> MeetingRecord:
        head = self.head.cleaned_data
        present = [one.cleaned_data for one in self.presences if one.cleaned_data.get("office")]
        return MeetingRecord(
            held_at=head["held_at"],
            presences=[
                PresenceInput(
                    self.parties[one["party"]], one["office"], one["may_decide"], one["is_remote"]
                )
                for one in present
            ],
            results=[one.content for one in self.results],
            record_ky=head["record_ky"],
            record_ru=head["record_ru"],
        )

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


def present_count(data: Mapping[str, str]) -> int:
    given = data.get("count", "")
    return min(int(given), MOST_PRESENT) if given.isdigit() else FIRST_PRESENT


def typed_meeting(data: Mapping[str, str], rows: Sequence[Row]) -> dict[str, Any]:
    """What was typed, as it was typed, to be shown again with one more line for those present."""
    typed: dict[str, Any] = {
        name: data.get(name, "") for name in ("held_at", "record_ky", "record_ru", "once")
    }
    ticked = ("may_decide", "is_remote")
    for n in range(present_count(data)):
        typed[f"p{n}"] = {
            **{name: data.get(f"p{n}-{name}", "") for name in ("party", "office")},
            **{name: f"p{n}-{name}" in data for name in ticked},
        }
    for row in rows:
        prefix = f"row{row.number}"
        names = ("is_settled", *RESULT_WORDS)
        typed[prefix] = {name: data.get(f"{prefix}-{name}", "") for name in names}
    return typed

"""The forms of a meeting: the invitation with its agenda, who was there, and what became of each row."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext_lazy as _

from makul.cases.actions.meetings import MeetingRecord, PresenceInput, ResultInput, TaskInput
from makul.cases.forms.fields import words
from makul.cases.models import Row
from makul.parties.forms import OnceForm
from makul.parties.models import Party

MOST_LINES = 60
FIRST_PRESENT = 4
FIRST_TASKS = 1
SETTLED, OPEN = "yes", "no"


class InviteForm(OnceForm):
    """When and where, and which of the near rows are discussed all the same."""

    planned_at = forms.DateTimeField(label=_("Day and hour"), widget=forms.DateTimeInput)
    place = forms.CharField(
        label=_("Place, or how to take part at a distance"), max_length=300, required=False
    )
    disputed = forms.MultipleChoiceField(required=False, widget=forms.CheckboxSelectMultiple)

    def __init__(self, *args: Any, near: Sequence[Row] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rows: Any = self.fields["disputed"]
        rows.choices = [(str(row.pk), str(row.number)) for row in near]

    @property
    def moved(self) -> list[int]:
        return [int(key) for key in self.cleaned_data["disputed"]]


class RecordForm(OnceForm):
    """The record as a whole."""

    held_at = forms.DateTimeField(label=_("Held on (day and hour)"), widget=forms.DateTimeInput)
    is_consent_taken = forms.BooleanField(
        label=_("Both sides accept the consent list: every row of it is settled as it stands"),
        required=False,
    )
    record_ky = words(_("Notes on the meeting as a whole, in Kyrgyz"), rows=3)
    record_ru = words(_("Notes on the meeting as a whole, in Russian"), rows=3)


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


class TaskForm(forms.Form):
    """What a party is asked to do; a line without words is none."""

    use_required_attribute = False
    party = forms.ChoiceField(label=_("To whom"), required=False)
    text_ky = words(_("Task in Kyrgyz"), rows=2)
    text_ru = words(_("Task in Russian"), rows=2)
    due_on = forms.DateField(label=_("By which day"), required=False, widget=forms.DateInput)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        has_words = cleaned.get("text_ky", "").strip() or cleaned.get("text_ru", "").strip()
        if has_words and not cleaned.get("party"):
            self.add_error("party", _("Choose to whom this task is given."))
        if not has_words and (cleaned.get("party") or cleaned.get("due_on")):
            self.add_error("text_ky", _("Write what is to be done, or empty the whole line."))
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
TASK_WORDS = ("party", "text_ky", "text_ru", "due_on")
HEAD_WORDS = ("held_at", "record_ky", "record_ru", "once")


class MeetingForms:
    """The record, those present, the results and the tasks, shown and checked as one.

    `rows` are the disputed ones; a consent list that is not taken leaves its rows as they are.
    """

    result: Any = None

    def __init__(
        self,
        data: Mapping[str, str] | None = None,
        *,
        initial: Mapping[str, Any] | None = None,
        parties: Sequence[Party],
        rows: Sequence[Row],
        page_language: str,
    ) -> None:
        given = initial or {}
        self.parties = {one.key: one for one in parties}
        self.head = RecordForm(data, initial=given)
        present, tasks = lines_in(given if data is None else data)
        self.presences = [
            PresenceForm(data, prefix=f"p{n}", initial=given.get(f"p{n}")) for n in range(present)
        ]
        self.tasks = [
            TaskForm(data, prefix=f"t{n}", initial=given.get(f"t{n}")) for n in range(tasks)
        ]
        self.results = [
            ResultForm(data, prefix=prefix, row=row, initial=given.get(prefix))
            for row in rows
            if (prefix := f"row{row.number}")
        ]
        names = [("", "—"), *[(one.key, one.name(page_language)) for one in parties]]
        for one in (*self.presences, *self.tasks):
            one.fields["party"].choices = names  # type: ignore[attr-defined]
        for one in self.presences:
            one.fields["office"].widget.attrs["list"] = "offices"

    @property
    def forms(self) -> list[forms.Form]:
        return [self.head, *self.presences, *self.results, *self.tasks]

    def is_valid(self) -> bool:
        return all(form.is_valid() for form in self.forms)

    @property
    def cleaned_data(self) -> dict[str, Any]:
        return self.head.cleaned_data

    @property
    def content(self) -> MeetingRecord:
        head = self.head.cleaned_data
        present = [one.cleaned_data for one in self.presences if one.cleaned_data.get("office")]
        tasks = [one.cleaned_data for one in self.tasks if one.cleaned_data.get("party")]
        return MeetingRecord(
            held_at=head["held_at"],
            presences=[PresenceInput(**{**one, "party": self.of(one)}) for one in present],
            results=[one.content for one in self.results],
            record_ky=head["record_ky"],
            record_ru=head["record_ru"],
            is_consent_taken=head["is_consent_taken"],
            tasks=[TaskInput(**{**one, "party": self.of(one)}) for one in tasks],
        )

    def of(self, line: Mapping[str, Any]) -> Party:
        return self.parties[line["party"]]

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


def lines_in(given: Mapping[str, Any]) -> tuple[int, int]:
    """How many lines there are for those present and for tasks."""
    first = (("count", FIRST_PRESENT), ("tasks", FIRST_TASKS))
    counts = [(str(given.get(name, "")), least) for name, least in first]
    present, tasks = (
        min(int(said), MOST_LINES) if said.isdigit() else least for said, least in counts
    )
    return present, tasks


def typed_meeting(data: Mapping[str, Any], rows: Sequence[Row]) -> dict[str, Any]:
    """What was typed, as it was typed, to be shown again: kept, or with one more line."""
    present, tasks = lines_in(data)
    typed: dict[str, Any] = {name: data.get(name, "") for name in HEAD_WORDS if data.get(name)}
    typed |= {"count": present, "tasks": tasks, "is_consent_taken": "is_consent_taken" in data}
    for n in range(present):
        typed[f"p{n}"] = said(data, f"p{n}", ("party", "office")) | {
            name: f"p{n}-{name}" in data for name in ("may_decide", "is_remote")
        }
    for n in range(tasks):
        typed[f"t{n}"] = said(data, f"t{n}", TASK_WORDS)
    for row in rows:
        typed[f"row{row.number}"] = typed_result(data, row)
    return typed


def typed_result(data: Mapping[str, Any], row: Row) -> dict[str, Any]:
    """What was typed of one row; nothing yet is not settled."""
    typed = said(data, f"row{row.number}", ("is_settled", *RESULT_WORDS))
    return typed | {"is_settled": typed["is_settled"] or OPEN}


def said(data: Mapping[str, Any], prefix: str, names: Sequence[str]) -> dict[str, Any]:
    return {name: data.get(f"{prefix}-{name}", "") for name in names}

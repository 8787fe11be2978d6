"""The forms of a sitting as it is planned: scheduled, postponed, cancelled, its agenda set."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from makul.bills.models import Bill
from makul.cases.forms.fields import LANGUAGES, words
from makul.documents.models import Version
from makul.parties.forms import OnceForm
from makul.parties.models import Party
from makul.sittings.actions.agenda import ItemInput
from makul.sittings.actions.scheduling import Reason, SittingInput
from makul.sittings.models import AgendaItem
from makul.sittings.words import READINGS

YES, NO = "yes", "no"
PLACE = 300


def moment_field(label: Any, **more: Any) -> forms.DateTimeField:
    return forms.DateTimeField(label=label, widget=forms.DateTimeInput, **more)


class ScheduleForm(OnceForm):
    """When and where; the house is that of the one who schedules."""

    starts_at = moment_field(_("Day and hour"))
    place = forms.CharField(
        label=_("Place, or how to take part at a distance"), max_length=PLACE, required=False
    )
    language = forms.ChoiceField(
        label=_("Language of the sitting"),
        choices=LANGUAGES,
        widget=forms.RadioSelect,
        help_text=_("The minutes are drawn up in both languages; in this one they are authentic."),
    )
    is_urgent = forms.BooleanField(
        label=_("An extraordinary sitting: the short terms apply"), required=False
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["language"].is_inline = True  # type: ignore[attr-defined]

    def content(self, house: Party) -> SittingInput:
        given = self.cleaned_data
        return SittingInput(
            house=house,
            starts_at=given["starts_at"],
            place=given["place"],
            language=given["language"],
            is_urgent=given["is_urgent"],
        )


class ReasonForm(OnceForm):
    """Why a sitting is cancelled or an item taken off."""

    reason = words(_("Reason"), rows=3, required=True)

    def content(self, language: str) -> Reason:
        return Reason(self.cleaned_data["reason"], language if language != "en" else "ky")


class PostponeForm(ReasonForm):
    """Another day, and why."""

    starts_at = moment_field(_("New day and hour"))
    field_order = ("starts_at", "reason")


class ItemForm(OnceForm):
    """An item of the agenda: a bill in its readings, or another matter."""

    title_ky = words(_("Title in Kyrgyz"), rows=2)
    title_ru = words(_("Title in Russian"), rows=2)
    readings = forms.ChoiceField(
        label=_("Reading"), required=False, choices=[("", _("no reading")), *READINGS.items()]
    )
    version = forms.ChoiceField(label=_("Text to be considered"), required=False)
    touches = forms.ChoiceField(
        label=_("Does it touch local communities?"),
        choices=[(YES, _("yes, their association is to be invited")), (NO, _("no"))],
        widget=forms.RadioSelect,
    )
    reason = words(
        _("Why"), rows=2, help_text=_("Of a bill that does not touch them, the reason is required.")
    )

    def __init__(
        self,
        *args: Any,
        bill: Bill | None,
        texts: Sequence[tuple[Version, str]] = (),
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.bill = bill
        self.texts = {str(one.pk): one for one, _name in texts}
        if bill:
            del self.fields["title_ky"], self.fields["title_ru"]
            versions: Any = self.fields["version"]
            versions.choices = [
                ("", _("no text is at hand")),
                *[(str(one.pk), said) for one, said in texts],
            ]
        else:
            del self.fields["readings"], self.fields["version"]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if self.bill and cleaned.get("touches") == NO and not cleaned.get("reason", "").strip():
            self.add_error("reason", _("Write why this bill does not touch local communities."))
        titles = [cleaned.get(name, "").strip() for name in ("title_ky", "title_ru")]
        if not self.bill and not any(titles):
            self.add_error("title_ky", _("Write the title, in Kyrgyz or in Russian."))
        return cleaned

    @property
    def content(self) -> ItemInput:
        given = self.cleaned_data
        return ItemInput(
            title_ky=given.get("title_ky", ""),
            title_ru=given.get("title_ru", ""),
            bill=self.bill,
            version=self.texts.get(given.get("version", "")),
            readings=given.get("readings", ""),
            touches_local=given["touches"] == YES,
            reason=given["reason"],
        )


def typed_item(item: AgendaItem) -> dict[str, Any]:
    """An item as its form shows it."""
    return {
        "title_ky": item.title_ky,
        "title_ru": item.title_ru,
        "readings": item.readings,
        "version": item.version_id or "",
        "touches": YES if item.touches_local else NO,
        "reason": item.reason,
    }


class HandedOverForm(OnceForm):
    """An association invited in another way: to whom, when, and how it can be proved."""

    party = forms.ChoiceField(label=_("Association"))
    happened_at = moment_field(_("Handed over on (day and hour)"))
    how = forms.CharField(
        label=_("How, and what proves it"),
        max_length=200,
        help_text=_("For example: by hand against receipt No. 12; by telephone, and who took it."),
    )

    def __init__(self, *args: Any, parties: Sequence[tuple[Party, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.parties = {one.key: one for one, _name in parties}
        field: Any = self.fields["party"]
        field.choices = [(one.key, name) for one, name in parties]

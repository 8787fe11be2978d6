"""The forms of the steps: opening, balance, sitting, vote, signature, closing, the law, what was given."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from makul.bills.models import Bill
from makul.budget.actions.following import GivenInput
from makul.budget.actions.sitting import SittingInput
from makul.budget.forms.items import YearsForm, name_of
from makul.budget.queries.bills import budget_bills
from makul.budget.queries.items import Shown
from makul.budget.words import CHOICES
from makul.cases.forms.fields import SomField, language_field, words
from makul.parties.forms import OnceForm
from makul.parties.models import Party

CLOSING_HOUR = 18
OVER = ("adopted", "signed", "published", "rejected", "withdrawn")


def som(value: int | None) -> Decimal | None:
    """A sum of a form as money."""
    return None if value is None else Decimal(value)


class OpenForm(OnceForm):
    """The special protocol of a budget year."""

    budget_year = forms.IntegerField(label=_("Budget year"), min_value=2020, max_value=2100)
    bill = forms.ModelChoiceField(
        label=_("Bill on the republican budget"),
        queryset=Bill.objects.none(),
        required=False,
        empty_label=_("not in the register yet"),
    )
    other = forms.ModelChoiceField(label=_("Association"), queryset=Party.objects.none())
    government = forms.ModelChoiceField(
        label=_("Ministry that presents the budget"), queryset=Party.objects.none()
    )
    facilitator = forms.ModelChoiceField(
        label=_("Who keeps the text of the protocol"),
        queryset=Party.objects.none(),
        required=False,
        empty_label=_("the committee itself"),
    )
    frame_som = SomField(
        label=_("Frame of the budget year"),
        help_text=_("What all recommended amounts together may not pass. Empty: none is named."),
    )

    def __init__(self, *args: Any, actor: Party, language: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kind, other = Party.Kind, Party.Kind.ASSOCIATION
        if actor.kind == kind.ASSOCIATION:
            other, self.fields["other"].label = kind.COMMITTEE, _("Committee")
        world = Party.objects.filter(is_demonstration=actor.is_demonstration).order_by("key")
        for name, wanted in (
            ("other", other),
            ("government", kind.MINISTRY),
            ("facilitator", kind.DESK),
        ):
            self.offer(name, world.filter(kind=wanted), lambda one: one.name(language))
        bills = budget_bills(is_demonstration=actor.is_demonstration).exclude(stage__in=OVER)
        self.offer("bill", bills, lambda one: f"{one.number}. {one.title(language) or one}")

    def offer(self, name: str, found: Any, label: Any) -> None:
        field: Any = self.fields[name]
        field.queryset, field.label_from_instance = found, label


class BalanceForm(OnceForm):
    """A sum of the budget year for each item, to be tried."""

    def __init__(self, *args: Any, items: Sequence[Shown], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.items = items
        for one in items:
            number = one.item.number
            self.fields[f"i{number}_som"] = SomField(
                label=_("Proposed for item %(number)s") % {"number": number}
            )

    def solution(self) -> dict[int, Decimal | None]:
        """The sum of each item by its number."""
        said = getattr(self, "cleaned_data", {})
        return {one.item.number: som(said.get(f"i{one.item.number}_som")) for one in self.items}


class SittingForm(OnceForm):
    """The conciliation sitting as it was held."""

    sat_on = forms.DateField(label=_("Day of the sitting"))
    frame_som = SomField(label=_("Frame of the budget year"))
    sat_ky = words(_("What is kept of the sitting, in Kyrgyz"))
    sat_ru = words(_("What is kept of the sitting, in Russian"))

    def content(self) -> SittingInput:
        said = self.cleaned_data
        return SittingInput(
            said["sat_on"], said["sat_ky"], said["sat_ru"], frame_som=som(said["frame_som"])
        )


class AskForm(OnceForm):
    """Until when the board votes."""

    closes_on = forms.DateField(label=_("Last day of the vote"))

    def closes_at(self) -> datetime:
        on: date = self.cleaned_data["closes_on"]
        return timezone.make_aware(datetime.combine(on, time(CLOSING_HOUR)))


class PaperMandateForm(OnceForm):
    """What the board decided on paper."""

    value = forms.ChoiceField(
        label=_("Decision of the board"),
        choices=[("granted", _("the mandate is given")), ("not_granted", _("it is not given"))],
        widget=forms.RadioSelect,
    )
    document = forms.CharField(label=_("Number and day of the decision"), max_length=300)


class VoteForm(OnceForm):
    """The voice of one member of the board."""

    choice = forms.ChoiceField(
        label=_("Your vote"), choices=list(CHOICES.items()), widget=forms.RadioSelect
    )
    words = words(_("What you want to add"), rows=3)


class WordsForm(OnceForm):
    """A reason, in the language in which it is given."""

    language = language_field()
    text = words(_("Reason"), required=True)


class SignForm(OnceForm):
    """The signature over the exact paper."""

    sha256 = forms.CharField(widget=forms.HiddenInput, max_length=64)
    is_read = forms.BooleanField(label=_("I have read the protocol and sign it for my side"))


class AttachForm(OnceForm):
    """Into the dossier of which bill."""

    bill = forms.ModelChoiceField(
        label=_("Bill on the republican budget"), queryset=Bill.objects.none(), required=False
    )

    def __init__(self, *args: Any, is_demonstration: bool, language: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["bill"]
        field.queryset = budget_bills(is_demonstration=is_demonstration)
        field.label_from_instance = lambda one: f"{one.number}. {one.title(language) or one}"


class LawForm(OnceForm):
    """The law that was adopted."""

    law_number = forms.CharField(label=_("Number of the law"), max_length=60)
    adopted_on = forms.DateField(label=_("Day of adoption"))


class GivenForm(YearsForm):
    """What the law gives on one item."""

    article = forms.CharField(
        label=_("Article or annex of the law"), required=False, max_length=120
    )
    text_ky = words(_("In words, in Kyrgyz"), rows=2)
    text_ru = words(_("In words, in Russian"), rows=2)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.order_fields([*map(name_of, self.years)])

    def given(self) -> GivenInput:
        said = self.cleaned_data
        return GivenInput(self.amounts(), said["article"], said["text_ky"], said["text_ru"])


def given_of(forms_: Mapping[int, GivenForm]) -> dict[int, GivenInput]:
    """What is stated on each item, by its number."""
    return {number: form.given() for number, form in forms_.items()}

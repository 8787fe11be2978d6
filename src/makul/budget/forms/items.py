"""The forms of an item and of a position on one: words in two languages, sums by year."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from makul.budget.actions.items import ItemInput
from makul.budget.actions.sitting import Settled
from makul.budget.models import Item, Position
from makul.budget.words import bases, kinds, outcomes
from makul.cases.forms.fields import SomField, file_field, words
from makul.parties.forms import OnceForm


def name_of(year: int) -> str:
    """The name of the field of a year's sum."""
    return f"y{year}_som"


class YearsForm(OnceForm):
    """A form with a sum for each year; a year left empty is a sum not named."""

    def __init__(self, *args: Any, years: Sequence[int], language: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.years, self.language = years, language
        for year in years:
            self.fields[name_of(year)] = SomField(label=_("Amount for %(year)s") % {"year": year})

    def amounts(self) -> dict[int, Decimal | None]:
        said = {year: self.cleaned_data[name_of(year)] for year in self.years}
        return {year: None if som is None else Decimal(som) for year, som in said.items()}

    def choices(self, name: str, offered: list[tuple[str, str]]) -> None:
        self.fields[name].choices = offered  # type: ignore[attr-defined]


class ItemForm(YearsForm):
    """An item of one's own side."""

    kind = forms.ChoiceField(label=_("Kind of relation"))
    subject_ky = words(_("Question in Kyrgyz"), rows=2)
    subject_ru = words(_("Question in Russian"), rows=2)
    text_ky = words(_("Our position in Kyrgyz"))
    text_ru = words(_("Our position in Russian"))
    basis = forms.ChoiceField(
        label=_("Legal basis"),
        required=False,
        help_text=_("Where no act in force says it, the item is marked as a proposal."),
    )
    basis_ky = forms.CharField(
        label=_("What the basis says, in Kyrgyz"), required=False, max_length=300
    )
    basis_ru = forms.CharField(
        label=_("What the basis says, in Russian"), required=False, max_length=300
    )
    mandated_ky = forms.CharField(
        label=_("Who is to settle it, in Kyrgyz"),
        required=False,
        max_length=300,
        help_text=_("Offices, not names of persons."),
    )
    mandated_ru = forms.CharField(
        label=_("Who is to settle it, in Russian"), required=False, max_length=300
    )
    OWN = (
        *("kind", "subject_ky", "subject_ru", "text_ky", "text_ru"),
        *("basis", "basis_ky", "basis_ru", "mandated_ky", "mandated_ru"),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.choices("kind", kinds(self.language))
        self.choices("basis", bases(self.language))
        first = ["kind", "subject_ky", "subject_ru", *map(name_of, self.years)]
        self.order_fields(first)

    def content(self) -> ItemInput:
        said = {name: self.cleaned_data[name] for name in self.OWN}
        return ItemInput(**said, amounts=self.amounts())


class AnswerForm(YearsForm):
    """One's own position and sums on an item of the other side."""

    text_ky = words(_("Our position in Kyrgyz"))
    text_ru = words(_("Our position in Russian"))

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        names = ("text_ky", "text_ru", *map(name_of, self.years))
        if not self.errors and all(said.get(name) in (None, "") for name in names):
            raise forms.ValidationError(_("Write a position, or name a sum."))
        return said


class SettleForm(YearsForm):
    """What the sitting says of an item."""

    outcome = forms.ChoiceField(label=_("What the sitting found"), widget=forms.RadioSelect)
    solution_ky = words(_("Recommended solution in Kyrgyz"), rows=3)
    solution_ru = words(_("Recommended solution in Russian"), rows=3)
    reasons_ky = words(_("Reasons in Kyrgyz"), rows=3)
    reasons_ru = words(_("Reasons in Russian"), rows=3)
    difference_ky = words(_("Wherein the positions differ, in Kyrgyz"), rows=3)
    difference_ru = words(_("Wherein the positions differ, in Russian"), rows=3)
    OWN = (
        *("outcome", "solution_ky", "solution_ru", "reasons_ky", "reasons_ru"),
        *("difference_ky", "difference_ru"),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.choices("outcome", outcomes(self.language))
        self.order_fields(["outcome", *map(name_of, self.years)])

    def said(self) -> Settled:
        return Settled(
            **{name: self.cleaned_data[name] for name in self.OWN}, amounts=self.amounts()
        )


class ImportForm(OnceForm):
    """A table of items."""

    table = file_field(
        _("Table of items (CSV)"),
        required=True,
        help_text=_("Lines that cannot be used are named; the others become drafts."),
    )


def sums_of(item: Item, side: str) -> dict[str, Any]:
    """The sums of a side as the form begins with them."""
    return {
        name_of(one.year): int(one.amount_som) for one in item.amounts.all() if one.side == side
    }


def item_initial(item: Item, position: Position | None) -> dict[str, Any]:
    """A draft of one's own as the form begins with it."""
    own = {name: getattr(item, name) for name in ItemForm.OWN if not name.startswith("text")}
    return own | position_initial(item, item.side, position)


def position_initial(item: Item, side: str, position: Position | None) -> dict[str, Any]:
    """A drafted position as the form begins with it."""
    texts = {f"text_{one}": position.text(one) if position else "" for one in ("ky", "ru")}
    return texts | sums_of(item, side)


def settle_initial(item: Item) -> dict[str, Any]:
    """What the sitting is to say so far."""
    return {name: getattr(item, name) for name in SettleForm.OWN} | sums_of(item, "agreed")

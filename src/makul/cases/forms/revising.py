"""The form that says which rows a new version of the draft meets: a choice and a provision for each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from makul.cases.actions.revising import ClaimInput
from makul.cases.models import Row
from makul.parties.forms import OnceForm

NOT, SETTLES, CHANGES = "no", "settles", "changes"
WHOLE = "-"  # how the form names the whole draft, whose id is empty
HOW = (
    (NOT, _("not met")),
    (SETTLES, _("taken into account")),
    (CHANGES, _("changed, not wholly as asked")),
)


@dataclass(frozen=True, slots=True)
class Touched:
    """A row beside what the new version has: where it is likely met, and what was said of it before."""

    row: Row
    eid: str
    how: str = NOT


class ClaimsForm(OnceForm):
    """For each row whether the new version meets it, and in which provision."""

    is_sure = forms.BooleanField(
        label=_(
            "I have checked it; the authors are told and it stands in the table for all to read"
        )
    )

    def __init__(
        self,
        *args: Any,
        touched: Sequence[Touched],
        places: Sequence[tuple[str, str]],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.touched = touched
        for one in touched:
            self.fields |= claim_fields(one, places)
        self.order_fields([*(name for name in self.fields if name != "is_sure"), "is_sure"])

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or self.cleaned_data
        said = [given.get(f"how-{one.row.number}") for one in self.touched]
        if not {SETTLES, CHANGES} & set(said):
            self.add_error(None, _("Say of at least one row that the new version meets it."))
        return given

    @property
    def claims(self) -> list[ClaimInput]:
        """The rows that are met."""
        given: Mapping[str, Any] = self.cleaned_data
        return [
            ClaimInput(
                one.row,
                "" if (eid := given[f"eid-{one.row.number}"]) == WHOLE else eid,
                given[f"how-{one.row.number}"] == SETTLES,
            )
            for one in self.touched
            if given[f"how-{one.row.number}"] != NOT
        ]

    @property
    def by_row(self) -> Iterator[tuple[Touched, forms.BoundField, forms.BoundField]]:
        for one in self.touched:
            yield one, self[f"how-{one.row.number}"], self[f"eid-{one.row.number}"]


def claim_fields(one: Touched, places: Sequence[tuple[str, str]]) -> dict[str, forms.Field]:
    how = forms.ChoiceField(
        label=_("By the new version"),
        choices=list(HOW),
        initial=one.how,
        widget=forms.RadioSelect,
    )
    how.is_inline = True  # type: ignore[attr-defined]
    where = forms.ChoiceField(
        label=_("Where in the new version"), choices=list(places), initial=one.eid or WHOLE
    )
    return {f"how-{one.row.number}": how, f"eid-{one.row.number}": where}

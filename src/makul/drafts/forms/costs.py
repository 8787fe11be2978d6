"""The cost sheet as a fixed number of lines that grows by five; lines left empty are no lines."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from makul.cases.forms.fields import SomField, words
from makul.drafts.actions.preparing import CostInput, SheetInput
from makul.drafts.models import CostLine, DraftAct
from makul.law import forms as law
from makul.parties.forms import OnceForm

MORE, MOST = 5, 60
SAID = (
    "item_ky",
    "item_ru",
    "once_som",
    "yearly_som",
    "lost_revenue_som",
    "transfer_som",
    "volume",
    "staff",
    "source_ky",
    "source_ru",
)
YES_NO = [("", _("not known yet")), ("yes", _("yes")), ("no", _("no"))]


class CostForm(forms.Form):
    """One line: what a provision costs one average body of a kind."""

    use_required_attribute = False
    body_kind = forms.ChoiceField(label=_("Kind of body"), required=False)
    bodies = forms.IntegerField(
        label=_("Number of bodies"), required=False, min_value=0, max_value=10_000
    )
    eid = forms.ChoiceField(label=_("Provision"), required=False)
    item_ky = forms.CharField(
        label=_("What is paid for, in Kyrgyz"), required=False, max_length=300
    )
    item_ru = forms.CharField(
        label=_("What is paid for, in Russian"), required=False, max_length=300
    )
    volume = forms.IntegerField(
        label=_("How many of it a body, on average"), required=False, min_value=0, max_value=10**12
    )
    once_som = SomField(label=_("Once"))
    yearly_som = SomField(label=_("Every year"))
    lost_revenue_som = SomField(label=_("Revenue lost a year"))
    transfer_som = SomField(label=_("Covered by means handed over, a year"))
    staff = forms.DecimalField(
        label=_("Staff posts"),
        required=False,
        min_value=0,
        max_digits=8,
        decimal_places=2,
        localize=True,
    )
    source_ky = forms.CharField(
        label=_("Source of the figures, in Kyrgyz"), required=False, max_length=300
    )
    source_ru = forms.CharField(
        label=_("Source of the figures, in Russian"), required=False, max_length=300
    )

    def __init__(self, *args: Any, kinds: list[Any], provisions: list[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["body_kind"].choices = kinds  # type: ignore[attr-defined]
        self.fields["eid"].choices = provisions  # type: ignore[attr-defined]

    @property
    def is_said(self) -> bool:
        """Whether anything was written on the line beside its kind and number of bodies."""
        return any(self.cleaned_data.get(name) not in (None, "") for name in SAID)

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if self.is_said and not said.get("body_kind") and "body_kind" not in self.errors:
            self.add_error("body_kind", _("Choose the kind of body this line is about."))
        return said

    def line(self) -> CostInput:
        said = self.cleaned_data
        given = {name: said.get(name) for name in CostInput.__slots__}
        bodies = said.get("bodies")
        return CostInput(**given | {"bodies": 1 if bodies is None else bodies})


class SheetForm(OnceForm):
    """What is said of the sheet as a whole."""

    price_year = forms.IntegerField(
        label=_("Prices of which year"), required=False, min_value=2000, max_value=2100
    )
    is_financing_determined = forms.ChoiceField(
        label=_("Has the Cabinet of Ministers determined the source of financing?"),
        choices=YES_NO,
        required=False,
        help_text=_(
            "For a law that raises expenditure of the state budget (Constitution, art. 86, part 3)."
        ),
    )
    cost_notes_ky = words(_("Assumptions and what was not estimated, in Kyrgyz"), rows=3)
    cost_notes_ru = words(_("Assumptions and what was not estimated, in Russian"), rows=3)

    def sheet(self) -> SheetInput:
        said = self.cleaned_data
        return SheetInput(said["price_year"], said["cost_notes_ky"], said["cost_notes_ru"])

    def is_determined(self) -> bool | None:
        return {"yes": True, "no": False}.get(self.cleaned_data["is_financing_determined"])


def sheet_initial(draft: DraftAct) -> dict[str, Any]:
    known = {True: "yes", False: "no", None: ""}[draft.is_financing_determined]
    names = ("price_year", "cost_notes_ky", "cost_notes_ru")
    return {name: getattr(draft, name) for name in names} | {"is_financing_determined": known}


def cost_lines(
    *,
    lines: list[CostLine],
    counts: Mapping[str, int],
    provisions: list[Any],
    language: str,
    data: Any = None,
) -> list[CostForm]:
    """The lines of the sheet: those written, then one for each kind of body, then as many as asked for."""
    said = law.values("body.kind")
    kinds = [("", "—"), *[(kind, words_[language]) for kind, words_ in said.items()]]
    initial: list[dict[str, Any]] = [
        {name: getattr(line, name) for name in CostInput.__slots__} for line in lines
    ]
    if not initial:
        initial = [{"body_kind": kind, "bodies": counts.get(kind, 0)} for kind in said]
    asked = size(data) if data is not None else len(initial)
    initial += [{} for _ in range(asked - len(initial))]
    return [
        CostForm(data, prefix=f"l{n}", initial=one, kinds=kinds, provisions=provisions)
        for n, one in enumerate(initial[: max(asked, 1)])
    ]


def size(data: Any) -> int:
    """How many lines the form has that was sent, five more where more were asked for."""
    try:
        asked = int(data.get("lines", 0))
    except ValueError:
        asked = 0
    return min(max(asked, 1) + (MORE if "more" in data else 0), MOST)

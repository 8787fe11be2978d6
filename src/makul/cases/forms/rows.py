"""The forms of the association's desk: what is merged into which row, and the words of a row."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from makul.cases.actions.rows import RowWords
from makul.cases.forms.fields import SomField, words
from makul.cases.models import Row
from makul.parties.forms import OnceForm

NEW_ROW = "new"
THRESHOLDS = (0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)
WORDS = ("text_ky", "text_ru", "wording_ky", "wording_ru", "once_som", "yearly_som")


class MergeForm(OnceForm):
    """Remarks that are ticked, and the row they go into: a new one or one that is there."""

    remarks = forms.TypedMultipleChoiceField(coerce=int, required=False)
    more = forms.CharField(required=False)
    into = forms.ChoiceField(label=_("Into which row"), required=False)

    def __init__(
        self, *args: Any, remarks: Sequence[int], rows: Sequence[Row], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        ticked, into = self.fields["remarks"], self.fields["into"]
        ticked.choices = [(pk, pk) for pk in remarks]  # type: ignore[attr-defined]
        into.choices = [(NEW_ROW, _("a new row")), *[(str(r.number), r.number) for r in rows]]  # type: ignore[attr-defined]

    @property
    def wanted(self) -> set[int]:
        """The keys ticked one by one, and those ticked all together."""
        together = {int(one) for one in self.cleaned_data["more"].split(",") if one.isdigit()}
        return together | set(self.cleaned_data["remarks"])


class RowForm(OnceForm):
    """The words of a row in both languages, what it costs, and whether it is a minority opinion."""

    text_ky = words(_("The row in Kyrgyz"))
    text_ru = words(_("The row in Russian"))
    wording_ky = words(_("Proposed wording in Kyrgyz"), rows=3)
    wording_ru = words(_("Proposed wording in Russian"), rows=3)
    yearly_som = SomField(label=_("Costs every year, all bodies"))
    once_som = SomField(label=_("Costs once, all bodies"))
    is_minority = forms.BooleanField(
        label=_("A minority opinion: the association does not support it, it stays word for word"),
        required=False,
    )

    @property
    def content(self) -> RowWords:
        given = {name: self.cleaned_data[name] for name in WORDS}
        return RowWords(**given, is_minority=self.cleaned_data["is_minority"])


def row_initial(row: Row) -> dict[str, Any]:
    return {name: getattr(row, name) for name in (*WORDS, "is_minority")}

"""The forms of the ministry's desk: what is done with ticked rows, templates, many replies on one sheet."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from makul.cases.actions.answering import TemplateInput
from makul.cases.actions.replies import ReplyInput
from makul.cases.forms.fields import choices_of, words
from makul.cases.forms.replies import HINTS, fitted
from makul.cases.models import ReplyTemplate, Row
from makul.core.errors import BadInput
from makul.parties.forms import OnceForm
from makul.parties.models import Mandate
from makul.parties.saying import sentence_of

TO, BY = "to-", "by-"
TO_NOBODY, BY_HAND = "to-nobody", "by-hand"
LEFT_OPEN = re.compile(r"\{[^{}\n]{1,40}\}")


class ChosenForm(OnceForm):
    """Rows that are ticked, or all of the list as it is filtered, and what to do with them."""

    rows = forms.TypedMultipleChoiceField(coerce=int, required=False)
    everything = forms.BooleanField(required=False)
    do = forms.ChoiceField(
        label=_("With the ticked rows"),
        error_messages={"required": _("Choose what to do with the ticked rows.")},
    )

    def __init__(
        self,
        *args: Any,
        numbers: Sequence[int],
        colleagues: Sequence[Mandate],
        templates: Sequence[ReplyTemplate],
        me: Mandate,
        page_language: str,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.colleagues = {f"{TO}{one.pk}": one for one in colleagues}
        self.fields["rows"].choices = [(n, n) for n in numbers]  # type: ignore[attr-defined]
        to = [
            (f"{TO}{one.pk}", _("me") if one.pk == me.pk else one.office(page_language))
            for one in sorted(colleagues, key=lambda one: one.pk != me.pk)
        ]
        by = [(f"{BY}{one.pk}", one.name) for one in templates]
        self.fields["do"].choices = [  # type: ignore[attr-defined]
            ("", _("With the ticked rows…")),
            (_("Answer together"), [*by, (BY_HAND, _("without a template"))]),
            (_("Give out to"), [*to, (TO_NOBODY, _("nobody"))]),
        ]

    @property
    def numbers(self) -> list[int]:
        return list(self.cleaned_data["rows"])

    @property
    def is_reply(self) -> bool:
        return str(self.cleaned_data["do"]).startswith(BY)

    @property
    def template_key(self) -> str:
        """The key of the template chosen, or nothing."""
        key = self.cleaned_data["do"].removeprefix(BY)
        return key if key.isdigit() else ""

    @property
    def to(self) -> Mandate | None:
        return self.colleagues.get(self.cleaned_data["do"])

    @property
    def ticked(self) -> set[str]:
        """What was ticked, for the page that comes back."""
        return set(self.data.getlist("rows")) if self.is_bound else set()  # type: ignore[attr-defined]

    def refuse(self, error: BadInput) -> None:
        self.add_error(None, sentence_of(error))


PLACES = _(
    "{article} becomes the provision of the row and {number} its number; any other word in braces is filled in row by row."
)


class TemplateForm(OnceForm):
    """A template: its name in the house, its kind, its words in both languages."""

    name = forms.CharField(
        label=_("Name of the template"),
        max_length=120,
        help_text=_("Your colleagues choose it by this name; nobody outside sees it."),
    )
    kind = forms.ChoiceField(label=_("The reply"), widget=forms.RadioSelect)
    text_ky = words(_("Words in Kyrgyz"), rows=5, help_text=PLACES)
    text_ru = words(_("Words in Russian"), rows=5, help_text=PLACES)

    def __init__(self, *args: Any, page_language: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kind: Any = self.fields["kind"]
        kind.choices = choices_of("reply.kind", page_language)
        kind.hints = HINTS

    @property
    def content(self) -> TemplateInput:
        names = ("name", "kind", "text_ky", "text_ru")
        return TemplateInput(**{name: self.cleaned_data[name] for name in names})


def template_initial(template: ReplyTemplate | None) -> dict[str, Any]:
    names = ("name", "kind", "text_ky", "text_ru")
    return {name: getattr(template, name) for name in names} if template else {}


class SheetForm(OnceForm):
    """The replies to many rows on one sheet: for each its kind and its words in both languages."""

    def __init__(
        self,
        *args: Any,
        rows: Sequence[Row],
        template: ReplyTemplate | None,
        page_language: str,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.rows = rows
        kinds = choices_of("reply.kind", page_language)
        for row in rows:
            begun = fitted(template, row) if template else begun_of(row)
            for name, field in sheet_fields(kinds).items():
                field.initial = begun.get(name, "")
                self.fields[f"{name}-{row.number}"] = field

    def clean(self) -> dict[str, Any]:
        """Each reply that is not «accepted» has its reason, and no word in braces is left open."""
        given: dict[str, Any] = super().clean() or self.cleaned_data
        for row in self.rows:
            texts = {code: given.get(f"text_{code}-{row.number}", "") for code in ("ky", "ru")}
            if given.get(f"kind-{row.number}") != "accepted" and not any(texts.values()):
                self.add_error(f"text_ky-{row.number}", NO_REASON)
            for code, text in texts.items():
                if left := LEFT_OPEN.search(text):
                    said = LEFT_OPEN_SAID % {"word": left[0]}
                    self.add_error(f"text_{code}-{row.number}", said)
        return given

    @property
    def drafts(self) -> list[tuple[Row, ReplyInput]]:
        """What is saved; a new wording that was drafted before stays."""
        return [(row, self.reply_to(row)) for row in self.rows]

    def reply_to(self, row: Row) -> ReplyInput:
        given, former = self.cleaned_data, getattr(row, "reply", None)
        return ReplyInput(
            kind=given[f"kind-{row.number}"],
            text_ky=given[f"text_ky-{row.number}"],
            text_ru=given[f"text_ru-{row.number}"],
            wording_ky=former.wording_ky if former else "",
            wording_ru=former.wording_ru if former else "",
        )

    @property
    def lines(self) -> Iterator[tuple[Row, list[forms.BoundField]]]:
        """The rows with their fields, for the page."""
        for row in self.rows:
            yield row, [self[f"{name}-{row.number}"] for name in ("kind", "text_ky", "text_ru")]


NO_REASON = _("Write the reason: a norm, a reckoning or a fact, in Kyrgyz or in Russian.")
LEFT_OPEN_SAID = _("Put the words of this row in the place of %(word)s.")


def sheet_fields(kinds: list[tuple[str, str]]) -> dict[str, forms.Field]:
    kind = forms.ChoiceField(label=_("The reply"), choices=kinds, widget=forms.RadioSelect)
    kind.is_inline = True  # type: ignore[attr-defined]
    return {
        "kind": kind,
        "text_ky": words(_("Reason in Kyrgyz"), rows=4),
        "text_ru": words(_("Reason in Russian"), rows=4),
    }


def begun_of(row: Row) -> dict[str, str]:
    """Without a template the sheet starts from the drafts that are there."""
    reply = getattr(row, "reply", None)
    names = ("kind", "text_ky", "text_ru")
    return {name: getattr(reply, name) for name in names} if reply else {}

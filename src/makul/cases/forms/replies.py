"""The form of a reply to one row, and how a template is fitted to it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from makul.cases.actions.replies import ReplyInput
from makul.cases.forms.fields import choices_of, words
from makul.cases.models import Reply, ReplyTemplate, Row
from makul.core.provisions.labels import label
from makul.parties.forms import OnceForm

WORDS = ("kind", "text_ky", "text_ru", "wording_ky", "wording_ru")
HINTS = {
    "accepted": _("With the new wording"),
    "partly": _("With the new wording, and the reason for the rest"),
    "declined": _("With the reason: a norm, a reckoning or a fact"),
}


class ReplyForm(OnceForm):
    """Accepted, partly or declined; the words in both languages."""

    kind = forms.ChoiceField(label=_("The reply"), widget=forms.RadioSelect)
    text_ky = words(_("Reason in Kyrgyz"), rows=4)
    text_ru = words(_("Reason in Russian"), rows=4)
    wording_ky = words(_("New wording in Kyrgyz"), rows=3)
    wording_ru = words(_("New wording in Russian"), rows=3)

    def __init__(self, *args: Any, page_language: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kind: Any = self.fields["kind"]
        kind.choices = choices_of("reply.kind", page_language)
        kind.hints = HINTS

    @property
    def content(self) -> ReplyInput:
        return ReplyInput(**{name: self.cleaned_data[name] for name in WORDS})


class PublishForm(OnceForm):
    """Which of the drafts are published; where nothing is named, all of them."""

    rows = forms.TypedMultipleChoiceField(
        label=_("Which replies"),
        coerce=int,
        required=False,
        error_messages={
            "invalid_choice": _("One of these drafts is gone or published. Load the page again.")
        },
    )
    chosen = forms.BooleanField(required=False)  # sent by the page that shows the ticks

    def __init__(self, *args: Any, numbers: Sequence[int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["rows"].choices = [(n, n) for n in numbers]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or self.cleaned_data
        if given.get("chosen") and "rows" in given and not given["rows"]:
            self.add_error("rows", _("Tick at least one reply."))
        return given

    @property
    def numbers(self) -> list[int] | None:
        return self.cleaned_data["rows"] if self.cleaned_data["chosen"] else None

    @property
    def unticked(self) -> set[str]:
        """What was left out, for the page that comes back."""
        sent = set(self.data.getlist("rows")) if self.is_bound else None  # type: ignore[attr-defined]
        every = {str(n) for n, _label in self.fields["rows"].choices}  # type: ignore[attr-defined]
        return every - sent if sent is not None else set()


def reply_initial(reply: Reply | None) -> dict[str, Any]:
    return {name: getattr(reply, name) for name in WORDS} if reply else {}


WHOLE = {"ky": "долбоор толугу менен", "ru": "проект в целом"}


def fitted(template: ReplyTemplate, row: Row) -> dict[str, str]:
    """The kind and words of a template with the provision and the number of a row in their places."""
    texts = {
        f"text_{code}": in_place(getattr(template, f"text_{code}"), row, code)
        for code in ("ky", "ru")
    }
    return {"kind": template.kind, **texts}


def in_place(text: str, row: Row, language: str) -> str:
    where = label(row.eid, language=language) if row.eid else WHOLE[language]
    where = where[:1].lower() + where[1:]  # it mostly stands inside a sentence
    return text.replace("{article}", where).replace("{number}", str(row.number))


def filled_in(typed: Mapping[str, Any], *, template: ReplyTemplate, row: Row) -> dict[str, Any]:
    """What stands in the form once a template is chosen: its words after those typed, none lost."""
    given = {name: str(typed.get(name, "")).strip() for name in WORDS}
    for name, said in fitted(template, row).items():
        own = given[name]
        is_there = name != "kind" and said in own
        is_new = name == "kind" or not own
        given[name] = own if is_there else said if is_new else f"{own}\n\n{said}"
    return given

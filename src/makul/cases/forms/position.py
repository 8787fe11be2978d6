"""The form of a position: a stance, a word on the whole, and as many remarks as one likes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext_lazy as _

from makul.cases.actions.positions import MOST_REMARKS, PositionInput, RemarkInput
from makul.cases.forms.fields import SomField, choices_of, hints_of, language_field, words
from makul.cases.models import Position
from makul.cases.queries.provisions import WHOLE, Choices
from makul.parties.forms import OnceForm

TYPED = ("text", "wording", "reason", "once_som", "yearly_som")
KEPT = ("eid", "kind", *TYPED)
STANCE_HINTS = {
    "agreed": _("No remark on the draft"),
    "agreed_with_remarks": _("Agreed on the whole, but something must change"),
    "not_agreed": _("Not agreed as it stands"),
    "not_affected": _("The draft does not touch our work"),
}


class HeadForm(OnceForm):
    """The stance and a word on the whole. A draft may be kept without a stance."""

    stance = forms.ChoiceField(label=_("Your stance"), widget=forms.RadioSelect)
    summary = words(_("A word on the whole draft"), rows=3)
    language = language_field()

    def __init__(
        self, *args: Any, page_language: str, is_draft: bool = False, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        stance: Any = self.fields["stance"]
        stance.required = not is_draft
        stance.choices = choices_of("stance", page_language)
        stance.hints = STANCE_HINTS


class RemarkForm(forms.Form):
    """One remark on one provision. A form left empty is no remark."""

    use_required_attribute = False
    eid = forms.ChoiceField(label=_("On which provision"))
    kind = forms.ChoiceField(label=_("What it is"), widget=forms.RadioSelect)
    text = words(_("The remark and why"), rows=4, required=True)
    wording = words(_("The wording you propose"), rows=3)
    reason = words(_("Norm, reckoning or fact it rests on"), rows=2)
    yearly_som = SomField(label=_("Costs every year"))
    once_som = SomField(label=_("Costs once"))

    def __init__(self, *args: Any, choices: Choices, page_language: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        eid, kind = self.fields["eid"], self.fields["kind"]
        eid.choices = choices  # type: ignore[attr-defined]
        kind.choices = choices_of("remark.kind", page_language)  # type: ignore[attr-defined]
        kind.hints = hints_of("remark.kind", page_language)  # type: ignore[attr-defined]
        kind.is_inline = True  # type: ignore[attr-defined]

    @property
    def content(self) -> RemarkInput:
        given = {name: self.cleaned_data[name] for name in KEPT}
        return RemarkInput(**given | {"eid": "" if given["eid"] == WHOLE else given["eid"]})


class PositionForms:
    """The form of the head and those of the remarks, shown and checked as one."""

    result: Any = None

    def __init__(
        self,
        data: Mapping[str, str] | None = None,
        *,
        initial: Mapping[str, Any] | None = None,
        choices: Choices,
        page_language: str,
        is_draft: bool = False,
    ) -> None:
        given = initial or {}
        self.unread: list[str] = list(given.get("unread", ())) or said_unread(data)
        self.head = HeadForm(data, initial=given, page_language=page_language, is_draft=is_draft)
        known: dict[str, Any] = {"choices": choices, "page_language": page_language}
        shown = given.get("remarks", [{}])
        self.remarks = (
            [RemarkForm(data, prefix=name, **known) for name in prefixes(data)]
            if data is not None
            else [
                RemarkForm(
                    prefix=f"r{n}", initial={"eid": WHOLE, "kind": "objection", **one}, **known
                )
                for n, one in enumerate(shown)
            ]
        )

    @property
    def count(self) -> int:
        return len(self.remarks)

    def written(self) -> list[RemarkForm]:
        """The remarks that somebody has begun; an empty one is left out."""
        return [one for one in self.remarks if not is_blank(one)]

    @property
    def has_remarks(self) -> bool:
        """Somebody has begun a remark or asked for one; else the first stays folded."""
        begun = ("is_wanted", *TYPED)
        shown = any(one.initial.get(name) for one in self.remarks for name in begun)
        return bool(self.count > 1 or shown or self.unread or self.written())

    @property
    def has_words(self) -> bool:
        """A word on the whole stands there, or something of the language is wrong."""
        head = self.head
        wrong = head.is_bound and {"summary", "language"} & set(head.errors)
        return bool(head["summary"].value() or wrong)

    def is_valid(self) -> bool:
        return all([self.head.is_valid(), *[one.is_valid() for one in self.written()]])

    @property
    def cleaned_data(self) -> dict[str, Any]:
        return self.head.cleaned_data

    @property
    def content(self) -> PositionInput:
        head = self.head.cleaned_data
        return PositionInput(
            stance=head["stance"],
            language=head["language"],
            summary=head["summary"],
            remarks=[one.content for one in self.written()],
        )

    # What the summary of errors asks of a form.

    @property
    def errors(self) -> list[Any]:
        if not self.head.is_bound:
            return []
        forms_ = [self.head, *self.written()]
        return [error for form in forms_ for error in form.errors.items()]

    def non_field_errors(self) -> list[Any]:
        return list(self.head.non_field_errors())

    def __iter__(self) -> Iterator[BoundField]:
        return chain(self.head, *self.written())

    def add_error(self, field: Any, error: Any) -> None:
        self.head.add_error(field, error)


def prefixes(data: Mapping[str, str]) -> list[str]:
    """The remarks sent: r0, r1, … as many as the form says it had."""
    count = data.get("count", "0")
    return [f"r{n}" for n in range(min(int(count) if count.isdigit() else 0, MOST_REMARKS + 1))]


def said_unread(data: Mapping[str, Any] | None) -> list[str]:
    """The rows of a Word form that were not understood, carried along until the draft is kept."""
    if data is None:
        return []
    found = data.getlist("unread") if hasattr(data, "getlist") else data.get("unread", [])
    return [found] if isinstance(found, str) else list(found)


def is_blank(form: RemarkForm) -> bool:
    return not any((form.data.get(form.add_prefix(name)) or "").strip() for name in TYPED)


def typed(data: Mapping[str, Any], *, removed: str = "") -> dict[str, Any]:
    """What was typed, as it was typed, to be shown again; without the remark taken away."""
    names = [name for name in prefixes(data) if name != removed]
    remarks = [{key: data.get(f"{name}-{key}", "") for key in KEPT} for name in names]
    head = {key: data.get(key, "") for key in ("stance", "summary", "language")}
    token = {"once": data["once"]} if data.get("once") else {}
    return {**head, **token, "unread": said_unread(data), "remarks": remarks}


def added(given: dict[str, Any], more: list[dict[str, Any]]) -> dict[str, Any]:
    """With more remarks; one that nobody has begun is filled first, so that none stands empty."""
    remarks = list(given.get("remarks", []))
    for one in more:
        if remarks and not any(str(remarks[-1].get(name) or "").strip() for name in TYPED):
            remarks.pop()
        remarks.append({"is_wanted": True, **one})
    return {**given, "remarks": remarks}


def initial_of(position: Position | None, *, language: str) -> dict[str, Any]:
    """What a position says, for its form; an empty one is written in the body's own language."""
    if position is None:
        return {"language": language}
    remarks = position.remarks.order_by("order")
    return {
        "stance": position.stance,
        "summary": position.summary,
        "language": position.language,
        "remarks": [
            {name: getattr(one, name) for name in KEPT} | {"eid": one.eid or WHOLE}
            for one in remarks
        ],
    }

"""The forms of the worksheet: a part of questions, the costs with three estimates, the verdict."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext_lazy as _

from makul.cases.forms.fields import SomField, language_field, words
from makul.cases.queries.provisions import WHOLE, Choices
from makul.expertise.actions.worksheet import CostInput, FindingInput, ProposalInput
from makul.expertise.forms.ordering import radio
from makul.expertise.models import CostLine, Expertise
from makul.expertise.queries.materials import Sheet
from makul.expertise.queries.opinion import Answered
from makul.law.forms import values
from makul.law.method import Method
from makul.parties.forms import OnceForm

SUMS = ("low_som", "likely_som", "high_som")
FEWEST_WORDINGS, MOST_WORDINGS = 2, 40


class PartForm(OnceForm):
    """The questions of one part: an answer, the words it rests on, the provision it speaks of."""

    def __init__(
        self,
        *args: Any,
        asked: Sequence[Answered],
        method: Method,
        places: Choices,
        language: str,
        **kwargs: Any,
    ) -> None:
        self.asked = {field_of(one.question.key): one for one in asked}
        saved = {k: v for one in asked for k, v in initial_of(one).items()}
        super().__init__(*args, **kwargs | {"initial": saved | (kwargs.get("initial") or {})})
        answers = [(key, said[language]) for key, said in method.answers.items()]
        for name in self.asked:
            self.fields[f"{name}-answer"] = radio(_("Answer"), answers, inline=True, required=False)
            self.fields[f"{name}-text_ky"] = words(_("What it rests on, in Kyrgyz"), rows=3)
            self.fields[f"{name}-text_ru"] = words(_("What it rests on, in Russian"), rows=3)
            if places:
                self.fields[f"{name}-eid"] = forms.ChoiceField(
                    label=_("Provision"), choices=places, required=False
                )

    @property
    def questions(self) -> Iterator[tuple[Answered, list[BoundField], bool]]:
        """Each question with its fields, and whether the language not read first has words."""
        names = ("answer", "eid", "text_ky", "text_ru")
        for name, one in self.asked.items():
            bound = [self[f"{name}-{part}"] for part in names if f"{name}-{part}" in self.fields]
            yield one, bound, bool(one.finding)

    def findings(self) -> dict[str, FindingInput]:
        said = self.cleaned_data
        return {
            one.question.key: FindingInput(
                answer=said[f"{name}-answer"],
                text_ky=said[f"{name}-text_ky"],
                text_ru=said[f"{name}-text_ru"],
                eids=[eid] if (eid := said.get(f"{name}-eid", "")) and eid != WHOLE else [],
            )
            for name, one in self.asked.items()
        }


def field_of(key: str) -> str:
    return key.replace(".", "_")


def initial_of(one: Answered) -> dict[str, str]:
    finding, name = one.finding, field_of(one.question.key)
    if finding is None:
        return {f"{name}-eid": WHOLE}
    return {
        f"{name}-answer": finding.answer,
        f"{name}-text_ky": finding.text_ky,
        f"{name}-text_ru": finding.text_ru,
        f"{name}-eid": finding.eids[0] if finding.eids else WHOLE,
    }


class CostForm(forms.Form):
    """Three estimates for one kind of body, once or every year. A line without sums is no line."""

    use_required_attribute = False
    bodies = forms.IntegerField(
        label=_("Number of bodies"), required=False, min_value=1, max_value=10_000
    )
    low_som = SomField(label=_("Low"))
    likely_som = SomField(label=_("Likely"))
    high_som = SomField(label=_("High"))
    source_ky = forms.CharField(
        label=_("Source of the figures, in Kyrgyz"), required=False, max_length=300
    )
    source_ru = forms.CharField(
        label=_("Source of the figures, in Russian"), required=False, max_length=300
    )

    def __init__(self, *args: Any, kind: str, term: str, language: str, **kwargs: Any) -> None:
        kwargs["prefix"] = f"{kind}-{term}"
        super().__init__(*args, **kwargs)
        self.kind, self.term = kind, term
        self.title = values("body.kind")[kind][language]

    @property
    def is_said(self) -> bool:
        return any(self.cleaned_data.get(name) is not None for name in SUMS)

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        given = [said.get(name) for name in SUMS]
        if any(one is not None for one in given):
            for name in SUMS:
                if said.get(name) is None and name not in self.errors:
                    self.add_error(name, _("Write all three estimates, or none of them."))
            known = [one for one in given if one is not None]
            if len(known) == len(SUMS) and known != sorted(known):
                self.add_error(
                    "likely_som",
                    _(
                        "The low estimate is not above the likely one, nor the likely above the high."
                    ),
                )
        return said

    def line(self) -> CostInput:
        said = self.cleaned_data
        return CostInput(
            body_kind=self.kind,
            term=self.term,
            bodies=said.get("bodies") or 1,
            **{name: said[name] for name in SUMS},
            source_ky=said["source_ky"],
            source_ru=said["source_ru"],
        )


class CostForms(OnceForm):
    """The table of costs: a line for each kind of body and each term, shown and checked as one."""

    def __init__(
        self,
        data: Any = None,
        *,
        expertise: Expertise,
        sheets: Sequence[Sheet],
        language: str,
        begun: Mapping[str, Any] | None = None,
    ) -> None:
        super().__init__(data)
        saved = {(one.body_kind, one.term): one for one in expertise.costs.all()}
        of_sheet = {one.body_kind: one for one in sheets}
        self.lines = [
            CostForm(
                data,
                kind=kind,
                term=term,
                language=language,
                initial=typed(begun, f"{kind}-{term}")
                or line_initial(saved.get((kind, term)), of_sheet.get(kind), term),
            )
            for term in CostLine.Term.values
            for kind in values("body.kind")
        ]

    @property
    def by_term(self) -> list[tuple[str, list[CostForm]]]:
        return [
            (term, [one for one in self.lines if one.term == term]) for term in CostLine.Term.values
        ]

    def is_valid(self) -> bool:
        found = [
            one.is_valid() for one in self.lines
        ]  # each is asked, so that each tells its errors
        return super().is_valid() and all(found)

    @property
    def wrong(self) -> list[CostForm]:
        return [one for one in self.lines if self.is_bound and one.errors]

    def inputs(self) -> list[CostInput]:
        return [one.line() for one in self.lines if one.is_said]


def typed(begun: Mapping[str, Any] | None, prefix: str) -> dict[str, Any]:
    """What was typed on a line before it was kept."""
    start = f"{prefix}-"
    return {k.removeprefix(start): v for k, v in (begun or {}).items() if k.startswith(start) and v}


def line_initial(line: CostLine | None, sheet: Sheet | None, term: str) -> dict[str, Any]:
    """The line as kept; else what the initiator's sheet says, as the likely sum."""
    if line:
        names = ("bodies", *SUMS, "source_ky", "source_ru")
        return {name: getattr(line, name) for name in names}
    if sheet is None:
        return {}
    likely = sheet.once_som if term == CostLine.Term.ONE_OFF else sheet.yearly_som
    return {"bodies": sheet.bodies, "likely_som": likely or None}


class VerdictForm(OnceForm):
    """The verdict with its reasons in both languages."""

    value = radio(_("Verdict"), ())
    reasons_ky = words(_("Reasons, in Kyrgyz"), rows=6)
    reasons_ru = words(_("Reasons, in Russian"), rows=6)

    def __init__(self, *args: Any, choices: Iterable[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["value"]
        field.choices = list(choices)


class WordingForm(forms.Form):
    """A wording proposed for one provision; a form left empty is none."""

    use_required_attribute = False
    place = forms.CharField(label=_("Provision, in words"), required=False, max_length=200)
    wording_ky = words(_("The wording you propose, in Kyrgyz"), rows=3)
    wording_ru = words(_("The wording you propose, in Russian"), rows=3)
    reason_ky = words(_("Why, in Kyrgyz"), rows=2)
    reason_ru = words(_("Why, in Russian"), rows=2)

    def __init__(self, *args: Any, places: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if places:
            self.fields["eid"] = forms.ChoiceField(
                label=_("Provision"), choices=places, required=False
            )
            del self.fields["place"]
            self.order_fields(["eid"])

    @property
    def is_said(self) -> bool:
        said = self.cleaned_data
        return bool(said.get("wording_ky", "").strip() or said.get("wording_ru", "").strip())

    def content(self) -> ProposalInput:
        said = self.cleaned_data
        eid = said.get("eid", "")
        return ProposalInput(
            eid="" if eid == WHOLE else eid,
            place=said.get("place", ""),
            **{name: said[name] for name in ("wording_ky", "wording_ru", "reason_ky", "reason_ru")},
        )


class SignForm(OnceForm):
    """The digest of what was shown, and a tick: an opinion signed no longer changes."""

    sha256 = forms.CharField(widget=forms.HiddenInput)
    is_sure = forms.BooleanField(
        label=_("I have read the opinion whole; I sign it as it stands here")
    )


class SaidForm(OnceForm):
    """Words that go on record: a request, a dissent, a reason; with files where they are asked for."""

    text = words(_("In words"), rows=6, required=True)
    language = language_field()
    is_sure = forms.BooleanField(label=_("I have checked it; it goes on record as it stands here"))

    def __init__(
        self,
        *args: Any,
        label: Any,
        choices: Iterable[tuple[str, str]] = (),
        choice_label: Any = "",
        files: int = 0,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["text"].label = label
        if named := list(choices):
            self.fields["value"] = radio(choice_label, named)
        for number in range(1, files + 1):
            self.fields[f"file_{number}"] = forms.FileField(
                label=_("File %(number)s") % {"number": number},
                required=False,
                help_text=_("Word, PDF or plain text, up to 20 MB.") if number == 1 else "",
            )
        first = ["value"] if named else []
        kept = [f"file_{number}" for number in range(1, files + 1)]
        self.order_fields([*first, "text", "language", *kept, "is_sure"])

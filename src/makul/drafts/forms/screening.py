"""The screening card: eight kinds of interest with what the search for words found, decided by a person."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from makul.cases.forms.fields import words
from makul.drafts.actions.submitting import FindingInput, ScreeningInput
from makul.drafts.hints import Hint
from makul.drafts.models import Screening
from makul.law import forms as law
from makul.parties.forms import OnceForm

# The values of the action in the words of the form of the Order.
FOUND = {"yes": "found", "no": "not_found", "doubt": "doubt"}
GROUNDS = ("secrets", "emergency", "technical", "court")
CIRCLES = ("all", "by_kind", "by_list")
_ARTICLE = re.compile(r"[\d\-¹²³⁴⁵⁶⁷⁸⁹⁰]+")


@dataclass(frozen=True)
class KindRow:
    """One kind of interest on the page: its hint and its fields."""

    kind: str
    hint: Hint
    found: forms.BoundField
    places: forms.BoundField
    more: forms.BoundField
    words_ky: forms.BoundField
    words_ru: forms.BoundField


class ScreenForm(OnceForm):
    """For each kind: found, not found or doubt; then the conclusion with its reasons and the circle."""

    def __init__(
        self,
        *args: Any,
        hints: Mapping[str, Hint],
        known: frozenset[str],
        page_language: str,
        **kwargs: Any,
    ) -> None:
        self.hints, self.known, self.page_language = hints, known, page_language
        super().__init__(*args, **kwargs)
        for kind in law.values("interest"):
            self._add_kind(kind, hints[kind])
        self._add_conclusion()

    def _add_kind(self, kind: str, hint: Hint) -> None:
        name = law.phrase("interest", kind, language=self.page_language)
        found = forms.ChoiceField(
            label=name,
            widget=forms.RadioSelect,
            choices=self._said("screen.interests.found", FOUND),
        )
        found.is_inline = True  # type: ignore[attr-defined]
        self.fields[f"found_{kind}"] = found
        places = forms.MultipleChoiceField(
            label=_("Provisions suggested by the search"),
            required=False,
            widget=forms.CheckboxSelectMultiple,
            choices=[(place.eid, place.label(self.page_language)) for place in hint.places],
            initial=[place.eid for place in hint.places],
        )
        self.fields[f"places_{kind}"] = places
        self.fields[f"more_{kind}"] = forms.CharField(
            label=_("Other articles, by number"),
            required=False,
            max_length=200,
            help_text=_("For example: 3, 5, 222-2"),
        )
        for code, label in (("ky", _("Words in Kyrgyz")), ("ru", _("Words in Russian"))):
            self.fields[f"words_{kind}_{code}"] = forms.CharField(
                label=label, required=False, max_length=2_000, initial=hint.words(code)
            )

    def _add_conclusion(self) -> None:
        language = self.page_language
        label = law.form("F2").label
        self.fields["value"] = forms.ChoiceField(
            label=label("screen.result", language),
            widget=forms.RadioSelect,
            choices=self._said("screen.result", ("affects", "not_affecting", "exempt")),
        )
        self.fields["ground"] = forms.ChoiceField(
            label=label("screen.exempt_ground", language),
            required=False,
            choices=[("", "—"), *self._said("screen.exempt_ground", GROUNDS)],
            help_text=_("Only where the draft is exempt under article 3."),
        )
        self.fields["reason_ky"] = words(_("Reasons in Kyrgyz; they are published"), rows=3)
        self.fields["reason_ru"] = words(_("Reasons in Russian; they are published"), rows=3)
        self.fields["circle"] = forms.ChoiceField(
            label=label("screen.circle", language),
            required=False,
            widget=forms.RadioSelect,
            choices=self._said("screen.circle", CIRCLES),
            help_text=_("The bodies themselves are chosen on the next page."),
        )

    def _said(self, name: str, values: Any) -> list[tuple[str, str]]:
        """The values of the action with the words the Order's form has for them."""
        named = values.items() if isinstance(values, dict) else ((one, one) for one in values)
        return [(one, law.phrase(name, said, language=self.page_language)) for one, said in named]

    def rows(self) -> list[KindRow]:
        return [
            KindRow(
                kind,
                self.hints[kind],
                found=self[f"found_{kind}"],
                places=self[f"places_{kind}"],
                more=self[f"more_{kind}"],
                words_ky=self[f"words_{kind}_ky"],
                words_ru=self[f"words_{kind}_ru"],
            )
            for kind in law.values("interest")
        ]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        for kind in law.values("interest"):
            self._clean_more(kind, said)
        if not (said.get("reason_ky", "").strip() or said.get("reason_ru", "").strip()):
            self.add_error(
                "reason_ru", _("Write the reasons: they are published with the conclusion.")
            )
        if said.get("value") == "exempt" and not said.get("ground"):
            self.add_error(
                "ground", _("Name the ground of article 3 on which the draft is exempt.")
            )
        if said.get("value") == "affects" and not said.get("circle"):
            self.add_error(
                "circle", _("Say which bodies are affected: all, by kind, or by a list.")
            )
        if said.get("value") == "not_affecting" and self._is_found(said):
            self.add_error(
                "value",
                _(
                    "A kind of interest is marked as found, so the draft affects local self-government. Correct one of the two."
                ),
            )
        return said

    def _is_found(self, said: dict[str, Any]) -> bool:
        return any(said.get(f"found_{kind}") == "yes" for kind in law.values("interest"))

    def _clean_more(self, kind: str, said: dict[str, Any]) -> None:
        """Numbers of articles as the ids they have in the draft."""
        numbers = _ARTICLE.findall(said.get(f"more_{kind}") or "")
        eids = [f"art_{number.replace('-', '_')}" for number in numbers]
        if unknown := [n for n, eid in zip(numbers, eids, strict=True) if eid not in self.known]:
            self.add_error(
                f"more_{kind}",
                _("The draft has no article %(numbers)s. Check the number.")
                % {"numbers": ", ".join(unknown)},
            )
        said[f"more_{kind}"] = eids

    def content(self) -> ScreeningInput:
        said = self.cleaned_data
        circle = said["circle"] if said["value"] == "affects" else ""
        worded = {
            f"circle_{code}": law.phrase("screen.circle", circle, language=code) if circle else ""
            for code in ("ky", "ru")
        }
        return ScreeningInput(
            value=said["value"],
            findings=[self._finding(kind) for kind in law.values("interest")],
            ground=said["ground"] if said["value"] == "exempt" else "",
            reason_ky=said["reason_ky"],
            reason_ru=said["reason_ru"],
            **worded,
        )

    def _finding(self, kind: str) -> FindingInput:
        said = self.cleaned_data
        found = said[f"found_{kind}"]
        eids = [*said[f"places_{kind}"], *said[f"more_{kind}"]] if found != "no" else []
        return FindingInput(
            kind,
            found,
            eids=list(dict.fromkeys(eids)),
            words_ky=said[f"words_{kind}_ky"] if found != "no" else "",
            words_ru=said[f"words_{kind}_ru"] if found != "no" else "",
            is_hinted=bool(self.hints[kind].places),
        )


def card_initial(card: Screening, hints: Mapping[str, Hint]) -> dict[str, Any]:
    """What a card that was made before says, to be looked at anew."""
    said: dict[str, Any] = {
        name: getattr(card, name) for name in ("value", "ground", "reason_ky", "reason_ru")
    }
    circles = {law.phrase("screen.circle", one, language="ky"): one for one in CIRCLES}
    said["circle"] = circles.get(card.circle_ky, "")
    for finding in card.findings.all():
        hinted = {place.eid for place in hints[finding.kind].places}
        others = [eid for eid in finding.eids if eid not in hinted]
        said |= {
            f"found_{finding.kind}": finding.found,
            f"places_{finding.kind}": finding.eids,
            f"more_{finding.kind}": ", ".join(numbers_of(others)),
            f"words_{finding.kind}_ky": finding.words_ky,
            f"words_{finding.kind}_ru": finding.words_ru,
        }
    return said


def numbers_of(eids: list[str]) -> list[str]:
    """Ids of articles as people write them: art_222_2 is 222-2."""
    return [eid.removeprefix("art_").replace("_", "-") for eid in eids if "__" not in eid]

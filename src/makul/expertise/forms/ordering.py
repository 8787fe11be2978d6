"""The forms of ordering an expertise, of appointing, of declaring interests, and of the register."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from makul.bills.models import Bill
from makul.cases.forms.fields import choices_of, language_field, words
from makul.cases.models import Case
from makul.expertise.actions.ordering import OrderInput
from makul.expertise.actions.register import ExpertInput
from makul.expertise.queries.materials import newest_text
from makul.expertise.queries.register import Candidate
from makul.parties.forms import OnceForm
from makul.parties.models import Party

TRACKS = [("ordinary", _("Ordinary track")), ("short", _("Short track"))]


def radio(label: Any, choices: Any, *, inline: bool = False, **kwargs: Any) -> forms.ChoiceField:
    field = forms.ChoiceField(
        label=label, choices=list(choices), widget=forms.RadioSelect, **kwargs
    )
    field.is_inline = inline  # type: ignore[attr-defined]
    return field


class OrderForm(OnceForm):
    """Of what, which text, who answers, what is asked."""

    bill = forms.ChoiceField(label=_("Bill"))
    initiator = forms.ChoiceField(
        label=_("Who answers the opinion: the initiator"),
        required=False,
        help_text=_("Where the initiator is not in Makul, the committee on the bill answers."),
    )
    committee = forms.ChoiceField(label=_("Committee on the bill"), required=False)
    track = radio(_("Track"), TRACKS, inline=True, initial="ordinary")
    task_ky = words(_("What the experts are asked, in Kyrgyz"), rows=3)
    task_ru = words(_("What the experts are asked, in Russian"), rows=3)

    def __init__(
        self, *args: Any, bills: list[Bill], parties: list[Party], language: str, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.bills = {str(one.pk): one for one in bills}
        self.parties = {one.key: one for one in parties}
        named = [(str(one.pk), f"№ {one.number}. {bill_title(one, language)}") for one in bills]
        self.fields["bill"].choices = named  # type: ignore[attr-defined]
        for name, kind in (("initiator", Party.Kind.MINISTRY), ("committee", Party.Kind.COMMITTEE)):
            own = [(one.key, one.name(language)) for one in parties if one.kind == kind]
            self.fields[name].choices = [("", _("not named")), *own]  # type: ignore[attr-defined]

    def content(self, *, facilitator: Party, orderer: Party) -> OrderInput:
        said = self.cleaned_data
        bill = self.bills[said["bill"]]
        named = {name: self.parties.get(said[name]) for name in ("initiator", "committee")}
        if orderer.kind == Party.Kind.COMMITTEE:
            named["committee"] = orderer
        seats = list(bill.case.participations.select_related("party")) if bill.case else []
        unions = [seat.party for seat in seats if seat.role == "association"]
        return OrderInput(
            facilitator=facilitator,
            bill=bill,
            conciliation=bill.case,
            version=newest_text(bill.case) if bill.case else None,
            committee=named["committee"],
            initiator=named["initiator"] or initiator_of(bill.case),
            associations=[one for one in unions if one != orderer],
            task_ky=said["task_ky"],
            task_ru=said["task_ru"],
            track=said["track"],
        )


def initiator_of(case: Case | None) -> Party | None:
    """The initiator of the draft, where it is in conciliation."""
    seat = case.participations.filter(role="initiator").first() if case else None
    return seat.party if seat else None


def bill_title(bill: Bill, language: str) -> str:
    text = bill.title(language) or bill.title_ky or bill.title_ru
    return f"{text[:110].rstrip()}…" if len(text) > 110 else text


class AppointForm(OnceForm):
    """Whom to appoint; beside each, what fits and what speaks against."""

    expert = radio(_("Expert"), ())

    def __init__(
        self,
        *args: Any,
        found: Iterable[Candidate],
        hints: dict[str, str],
        language: str,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.found = {str(one.expert.pk): one.expert for one in found}
        field: Any = self.fields["expert"]
        field.choices = [(key, one.party.name(language)) for key, one in self.found.items()]
        field.hints = hints


class DeclareForm(OnceForm):
    """Whether there is a conflict of interest here, and which."""

    has_conflict = radio(
        _("Is there a conflict of interest?"),
        [("none", _("No, there is none")), ("conflict", _("Yes: I am recused"))],
    )
    text = words(_("In what it lies, or what you think should be known"), rows=4)
    language = language_field()
    is_sure = forms.BooleanField(label=_("I have checked it; it goes on record and is public"))


class StandingForm(OnceForm):
    """An interest that holds for every expertise."""

    body = forms.ChoiceField(label=_("Body with which you are bound"), required=False)
    text = words(_("In what the interest lies"), rows=3, required=True)
    language = language_field()
    to_on = forms.DateField(
        label=_("Last day"), required=False, help_text=_("Leave it empty if there is none.")
    )

    def __init__(self, *args: Any, parties: list[Party], language: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.parties = {one.key: one for one in parties}
        named = [(one.key, one.name(language)) for one in parties]
        self.fields["body"].choices = [("", _("none in Makul")), *named]  # type: ignore[attr-defined]


class ExpertForm(OnceForm):
    """What the register says of an expert."""

    fields_known = forms.MultipleChoiceField(
        label=_("Fields of knowledge"), widget=forms.CheckboxSelectMultiple
    )
    languages = forms.MultipleChoiceField(
        label=_("Languages of work"),
        choices=[("ky", "Кыргызча"), ("ru", "Русский"), ("en", "English")],
        widget=forms.CheckboxSelectMultiple,
    )
    region = forms.ChoiceField(label=_("Region"), required=False)
    experience_ky = words(_("Experience, in Kyrgyz"), rows=3)
    experience_ru = words(_("Experience, in Russian"), rows=3)

    def __init__(
        self, *args: Any, language: str, regions: list[tuple[str, str]], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        known: Any = self.fields["fields_known"]
        known.choices = choices_of("interest", language)
        self.fields["region"].choices = [("", _("the whole country")), *regions]  # type: ignore[attr-defined]

    def content(self) -> ExpertInput:
        said = self.cleaned_data
        return ExpertInput(
            fields=said["fields_known"],
            languages=said["languages"],
            region=said["region"],
            experience_ky=said["experience_ky"],
            experience_ru=said["experience_ru"],
        )


class NewExpertForm(ExpertForm):
    """An expert who is not in Makul yet: named by number and office, never by a person's name."""

    name_ky = forms.CharField(label=_("Number and office, in Kyrgyz"), max_length=300)
    name_ru = forms.CharField(label=_("Number and office, in Russian"), max_length=300)
    email = forms.EmailField(label=_("Address for letters"), required=False)
    field_order = ("name_ky", "name_ru", "email", "fields_known", "languages", "region")


class SuspendForm(OnceForm):
    """Why the place is suspended."""

    reason = words(_("Reason, which is public"), rows=3, required=True)

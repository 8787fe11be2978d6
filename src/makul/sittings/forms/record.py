"""The forms by which the record of a sitting is kept while it is written."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from makul.cases.forms.fields import words
from makul.parties.forms import OnceForm
from makul.parties.models import Party
from makul.sittings.actions.recording import BallotInput, PresenceInput, SpeechInput
from makul.sittings.forms.scheduling import moment_field
from makul.sittings.models import Ballot, Presence, Speech
from makul.sittings.words import PRESENT

MOST_VOTES = 300
MOST_PEOPLE = 1000
OFFICE = 200


class PresenceForm(forms.Form):
    """One line of who was there; a line that names nobody is none."""

    use_required_attribute = False
    kind = forms.ChoiceField(label=_("As"), choices=list(PRESENT.items()), required=False)
    party = forms.ChoiceField(label=_("For whom"), required=False)
    office = forms.CharField(label=_("Office"), max_length=OFFICE, required=False)
    count = forms.IntegerField(
        label=_("How many"), min_value=1, max_value=MOST_PEOPLE, required=False
    )
    absent = forms.BooleanField(label=_("did not come"), required=False)
    is_remote = forms.BooleanField(label=_("at a distance"), required=False)

    def __init__(self, *args: Any, parties: Sequence[tuple[Party, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.parties = {one.key: one for one, _name in parties}
        field: Any = self.fields["party"]
        field.choices = [("", "—"), *[(one.key, name) for one, name in parties]]

    @property
    def is_said(self) -> bool:
        given = self.cleaned_data
        return bool(given.get("party") or given.get("office", "").strip())

    @property
    def content(self) -> PresenceInput:
        given = self.cleaned_data
        return PresenceInput(
            kind=given["kind"] or Presence.Kind.MEMBER,
            party=self.parties.get(given["party"]),
            office=given["office"],
            count=given["count"] or 1,
            came=not given["absent"],
            is_remote=given["is_remote"],
        )


def typed_presence(one: Presence) -> dict[str, Any]:
    return {
        "kind": one.kind,
        "party": one.party.key if one.party else "",
        "office": one.office,
        "count": one.count,
        "absent": not one.came,
        "is_remote": one.is_remote,
    }


SPOKE, REFUSED = "spoke", "refused"


class SpeechForm(OnceForm):
    """One who spoke, in turn."""

    party = forms.ChoiceField(label=_("Who spoke"), required=False)
    office = forms.CharField(
        label=_("Office"),
        max_length=OFFICE,
        required=False,
        help_text=_("By office, not by name; of a member of the committee, the office alone."),
    )
    given = forms.ChoiceField(
        label=_("The word"),
        choices=[(SPOKE, _("spoke")), (REFUSED, _("asked for it and was not given it"))],
        widget=forms.RadioSelect,
        initial=SPOKE,
    )
    text_ky = words(_("What was said, in Kyrgyz"), rows=3)
    text_ru = words(_("What was said, in Russian"), rows=3)
    is_word_for_word = forms.BooleanField(label=_("It stands word for word"), required=False)

    def __init__(
        self,
        *args: Any,
        parties: Sequence[tuple[Party, str]],
        order: int | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.parties = {one.key: one for one, _name in parties}
        self.order = order
        field: Any = self.fields["party"]
        field.choices = [("", _("nobody of a party: by office")), *[(p.key, n) for p, n in parties]]
        self.fields["given"].is_inline = True  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if not cleaned.get("party") and not cleaned.get("office", "").strip():
            self.add_error("office", _("Write who spoke, by office, or choose for whom."))
        return cleaned

    @property
    def content(self) -> SpeechInput:
        given = self.cleaned_data
        return SpeechInput(
            party=self.parties.get(given["party"]),
            office=given["office"],
            text_ky=given["text_ky"],
            text_ru=given["text_ru"],
            is_word_for_word=given["is_word_for_word"],
            is_given=given["given"] == SPOKE,
            order=self.order,
        )


def typed_speech(one: Speech) -> dict[str, Any]:
    return {
        "party": one.party.key if one.party else "",
        "office": one.office,
        "given": SPOKE if one.is_given else REFUSED,
        "text_ky": one.text_ky,
        "text_ru": one.text_ru,
        "is_word_for_word": one.is_word_for_word,
    }


def votes(label: Any) -> forms.IntegerField:
    return forms.IntegerField(label=label, min_value=0, max_value=MOST_VOTES)


class BallotForm(OnceForm):
    """A vote on an item."""

    words_ky = forms.CharField(label=_("Voted on, in Kyrgyz"), max_length=500, required=False)
    words_ru = forms.CharField(label=_("Voted on, in Russian"), max_length=500, required=False)
    votes_for = votes(_("For"))
    votes_against = votes(_("Against"))
    abstained = votes(_("Abstentions"))
    carried = forms.ChoiceField(
        label=_("Result of the vote"),
        choices=[("yes", _("It was carried")), ("no", _("It was not carried"))],
        widget=forms.RadioSelect,
    )

    def __init__(self, *args: Any, order: int = 1, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.order = order
        self.fields["carried"].is_inline = True  # type: ignore[attr-defined]

    @property
    def content(self) -> BallotInput:
        given = self.cleaned_data
        return BallotInput(
            votes_for=given["votes_for"],
            votes_against=given["votes_against"],
            abstained=given["abstained"],
            is_carried=given["carried"] == "yes",
            words_ky=given["words_ky"],
            words_ru=given["words_ru"],
            order=self.order,
        )


def typed_ballot(one: Ballot) -> dict[str, Any]:
    names = ("words_ky", "words_ru", "votes_for", "votes_against", "abstained")
    known = {name: getattr(one, name) for name in names}
    return known | {"carried": "yes" if one.is_carried else "no"}


class DecisionForm(OnceForm):
    """What was decided on an item."""

    decision_ky = words(_("Decision in Kyrgyz"), rows=3)
    decision_ru = words(_("Decision in Russian"), rows=3)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if not (cleaned.get("decision_ky", "").strip() or cleaned.get("decision_ru", "").strip()):
            self.add_error("decision_ky", _("Write the decision, in Kyrgyz or in Russian."))
        return cleaned


QUORUM = [("yes", _("there was a quorum")), ("no", _("there was none")), ("", _("Not known"))]


class HoldForm(OnceForm):
    """That the sitting was held, from when to when."""

    held_at = moment_field(_("Begun (day and hour)"))
    ended_at = moment_field(_("Ended (day and hour)"), required=False)
    quorum = forms.ChoiceField(
        label=_("Quorum"), choices=QUORUM, required=False, widget=forms.RadioSelect
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["quorum"].is_inline = True  # type: ignore[attr-defined]

    @property
    def has_quorum(self) -> bool | None:
        return {"yes": True, "no": False}.get(self.cleaned_data["quorum"])

"""The forms of the board's word: how it is asked, how a member votes, what is signed without it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from makul.cases.forms.fields import words
from makul.cases.models import BoardVote
from makul.parties.forms import OnceForm

VOTE, STANDING = "vote", "standing"
CHOICES: dict[str, Promise] = {
    BoardVote.Choice.FOR: _("For"),
    BoardVote.Choice.AGAINST: _("Against"),
    BoardVote.Choice.ABSTAINED: _("Abstained"),
}


class BoardForm(OnceForm):
    """A vote until a day and hour, or the mandate the board gave beforehand."""

    way = forms.ChoiceField(
        label=_("How the board gives its word"),
        choices=[
            (VOTE, _("Its members vote")),
            (STANDING, _("It has given a mandate beforehand")),
        ],
        widget=forms.RadioSelect,
    )
    closes_at = forms.DateTimeField(
        label=_("The vote is open until"),
        required=False,
        widget=forms.DateTimeInput,
        help_text=_(
            "Day and hour in Bishkek. It ends earlier when everyone has voted and you close it."
        ),
    )
    document = forms.CharField(
        label=_("Number and day of the board's decision"),
        required=False,
        max_length=300,
        help_text=_(
            "For example: decision No. 4 of 12 May 2026. Only for a mandate given beforehand."
        ),
    )

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if said.get("way") == VOTE and not said.get("closes_at") and "closes_at" not in self.errors:
            self.add_error("closes_at", _("Write until when the members vote."))
        if said.get("way") == STANDING and not said.get("document"):
            self.add_error("document", _("Write the number and the day of the board's decision."))
        return said

    @property
    def until(self) -> datetime:
        return self.cleaned_data["closes_at"]  # type: ignore[no-any-return]


class VoteForm(OnceForm):
    """One choice; a dissent in words only where there is one."""

    choice = forms.ChoiceField(
        label=_("Your vote"), choices=list(CHOICES.items()), widget=forms.RadioSelect
    )
    dissent = words(_("A dissent in your own words, if there is one"), rows=3)


class ReleaseForm(OnceForm):
    """What is filed; an association may choose to sign without the word of its board."""

    without_board = forms.BooleanField(
        label=_("Sign without the board. The journal will say so."), required=False
    )

"""The mandate of the association: asked of its board, voted on, counted."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _

from makul.budget.actions.mandate import cast_vote, close_ballot, open_ballot, state_mandate
from makul.budget.forms.steps import AskForm, PaperMandateForm, VoteForm
from makul.budget.models import Ballot
from makul.budget.queries.standing import mandate_of
from makul.budget.queries.voting import ballot_of, count_of
from makul.budget.views.page import Special, special_page
from makul.budget.words import CHOICES, COUNTS
from makul.cases.queries.board import needs_board
from makul.parties.forms import ConfirmForm


@special_page("ask_mandate")
def mandate(work: Special) -> HttpResponse:
    """The association's word: a vote of its board, or its decision on paper where there is none."""
    ballot = ballot_of(work.protocol)
    if ballot and ballot.closed_at is None:
        return running(work, ballot)
    if needs_board(work.actor.party, on=work.today):
        return ask(work, ballot)
    return on_paper(work)


def values_of(work: Special, ballot: Ballot | None) -> dict[str, Any]:
    count = count_of(ballot, now=work.now) if ballot else None
    return {
        "title": _("Mandate of the association"),
        "ballot": ballot,
        "count": count,
        "count_word": COUNTS[count.state] if count else "",
        "counts": [(CHOICES[key], n) for key, n in count.counts.items()] if count else [],
        "given": mandate_of(work.protocol),
        "items": work.items(),
        "may_vote": bool(ballot and ballot.closed_at is None and work.actor.is_board),
        **work.term("mandate_given"),
    }


def ask(work: Special, ballot: Ballot | None) -> HttpResponse:
    due = work.due("mandate_given")
    last_day = due.last_day if due else None
    form = AskForm(work.data, initial={"closes_on": last_day or work.today + timedelta(days=2)})
    if work.is_post and work.attempt(
        form,
        lambda: open_ballot(
            protocol=work.protocol, closes_at=form.closes_at(), actor=work.actor, now=work.now
        ),
    ):
        return work.done(
            _("The board is asked; its members vote on this page."), to=work.request.path
        )
    is_asked = bool(ballot and ballot.closed_at)
    values = values_of(work, ballot) | {"mode": "" if is_asked else "ask"}
    return work.page("mandate.html", values, form=form)


def running(work: Special, ballot: Ballot) -> HttpResponse:
    """While the vote runs: the members' own page, and for the desk of the association its end."""
    if work.actor.is_board:
        return vote(work, ballot)
    form = ConfirmForm(work.data)
    if work.is_post and work.attempt(
        form, lambda: close_ballot(ballot=ballot, actor=work.actor, now=work.now)
    ):
        return work.done(_("The vote is closed and its result is on record."), to=work.home())
    return work.page("mandate.html", values_of(work, ballot) | {"mode": "close"}, form=form)


def vote(work: Special, ballot: Ballot) -> HttpResponse:
    own = ballot.votes.filter(mandate=work.actor).first()
    initial = {"choice": own.choice, "words": own.words} if own else {}
    form = VoteForm(work.data, initial=initial)
    if work.is_post and work.attempt(
        form,
        lambda: cast_vote(
            ballot=ballot,
            choice=form.cleaned_data["choice"],
            words=form.cleaned_data["words"],
            actor=work.actor,
            now=work.now,
        ),
    ):
        return work.done(
            _("Your vote is counted. It can be changed until the vote ends."), to=work.request.path
        )
    values = values_of(work, ballot) | {"mode": "vote", "own": own}
    return work.page("mandate.html", values, form=form)


def on_paper(work: Special) -> HttpResponse:
    form = PaperMandateForm(work.data)
    if work.is_post and work.attempt(
        form,
        lambda: state_mandate(
            protocol=work.protocol,
            is_granted=form.cleaned_data["value"] == "granted",
            document=form.cleaned_data["document"],
            actor=work.actor,
            now=work.now,
        ),
    ):
        return work.done(_("The decision of the board is on record."), to=work.home())
    return work.page("mandate.html", values_of(work, None) | {"mode": "paper"}, form=form)

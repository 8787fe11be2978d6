"""The board of the association: asked for its word on the opinion, voting on a phone, named by office."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import Any

from django.http import Http404, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from makul.cases.actions.boarding import (
    close_board_vote,
    enter_standing_mandate,
    open_board_vote,
    vote_in_board,
)
from makul.cases.forms.board import CHOICES, VOTE, BoardForm, VoteForm
from makul.cases.models import BoardDecision, Position
from makul.cases.queries.assembling import assembled
from makul.cases.queries.board import BoardResult, board_of, board_result, result_of
from makul.cases.queries.table import counts_of, stance_counts
from makul.cases.views.work.page import SeeOther, Work, work_page
from makul.parties.forms import ConfirmForm

DAYS, HOUR = 2, 18
CLOSE = "close"


def drafted(work: Work) -> Position | None:
    """The draft of the association's opinion, with its case and its author."""
    found = Position.objects.filter(
        case=work.case, party=work.actor.party, state=Position.State.DRAFT
    )
    return found.select_related("case", "party", "drafted_by").first()


def board_part(work: Work, position: Position | None) -> dict[str, Any]:
    """What the pages of the opinion show of the board; empty for a body."""
    if work.role != "association":
        return {}
    members = board_of(work.actor.party, on=work.today)
    result = board_result(position, now=work.now) if position and members else None
    return {
        "board_members": len(members),
        "board": result,
        "board_votes": votes_of(result),
        "is_board_awaited": bool(members) and not (result and result.is_enough),
    }


def votes_of(result: BoardResult | None) -> list[dict[str, Any]]:
    """Who voted how, by office, then those who have not voted."""
    if result is None or result.decision.kind != BoardDecision.Kind.VOTE:
        return []
    cast = [
        {"mandate": one.mandate, "key": one.choice, "word": CHOICES[one.choice], "vote": one}
        for one in result.votes
    ]
    return cast + [{"mandate": one, "key": "", "word": "", "vote": None} for one in result.silent]


def with_rows(work: Work, given: dict[str, Any]) -> dict[str, Any]:
    """The opinion as its form begins: assembled from the rows where nothing is written yet.

    With `?assemble` in the address the words are assembled anew; nothing is kept before it is sent.
    """
    is_asked = "assemble" in work.request.GET
    if (given.get("stance") or given.get("summary")) and not is_asked:
        return given
    status = work.status
    stances = stance_counts(work.case, silent=status.silent, unreached=status.not_notified)
    found = assembled(work.case, stances, language=work.actor.party.language)
    written = {"stance": found.stance, "summary": found.text, "is_assembled": True}
    return {"remarks": [], **given, **written}


@work_page("open_board_vote")
def board_open(work: Work) -> HttpResponse:
    """The drafted opinion is put to the board, or rests on a mandate it has given beforehand."""
    position = drafted(work)
    if position is None:
        return SeeOther(work.url("association_position"))
    form = BoardForm(work.data, initial={"way": VOTE, "closes_at": usual_end(work)})
    if work.is_post and work.attempt(form, lambda: ask(work, position, form)):
        if form.cleaned_data["way"] == VOTE:
            said = _("The vote is open: each member of the board has it on the page of today.")
            return work.done(said, to=work.url("board_vote"))
        said = _("The mandate of the board is on record. The opinion may be signed.")
        return work.done(said, to=work.url("association_position"))
    values = {
        "title": _("The word of the board"),
        "position": position,
        "members": board_of(work.actor.party, on=work.today),
        **board_part(work, position),
    }
    return work.show("board_open.html", values, form=form)


def usual_end(work: Work) -> datetime:
    """Two days on, at the end of the working day."""
    day = work.today + timedelta(days=DAYS)
    return timezone.make_aware(datetime.combine(day, time(HOUR)))


def ask(work: Work, position: Position, form: BoardForm) -> BoardDecision:
    known: dict[str, Any] = {"position": position, "actor": work.actor, "now": work.now}
    if form.cleaned_data["way"] == VOTE:
        return open_board_vote(closes_at=form.until, **known)
    return enter_standing_mandate(document=form.cleaned_data["document"], **known)


@work_page("vote_in_board", "open_board_vote")
def board_vote(work: Work) -> HttpResponse:
    """The opinion as it is put to the vote; a member votes, everyone of the house sees the result."""
    decision = asked_of(work)
    result = result_of(decision, now=work.now)
    own = next((one for one in result.votes if one.mandate_id == work.actor.pk), None)
    if work.is_post and work.request.POST.get("do") == CLOSE:
        return closed(work, decision)
    initial = {"choice": own.choice, "dissent": own.dissent} if own else {}
    form = VoteForm(work.data, initial=initial)
    if work.is_post and work.attempt(form, lambda: cast(work, decision, form)):
        return work.done(_("Your vote is on record."), to=work.url("board_vote"))
    return vote_page(work, decision, result, form, own=own)


def vote_page(
    work: Work, decision: BoardDecision, result: BoardResult, form: Any, *, own: object
) -> HttpResponse:
    position = decision.position
    values = {
        "title": _("Vote of the board"),
        "position": position,
        "remarks": list(position.remarks.order_by("order")),
        "counts": counts_of(work.case),
        "board": result,
        "board_votes": votes_of(result),
        "own": own,
        "may_vote": work.actor.is_board and result.state == "running",
        "may_close": result.state == "over" or (result.state == "running" and result.is_whole),
    }
    return work.show("board_vote.html", values, form=form)


def asked_of(work: Work) -> BoardDecision:
    """The latest question to the board in this case. Raises Http404 where nothing was asked."""
    found = BoardDecision.objects.filter(position__case=work.case, position__party=work.actor.party)
    decision = (
        found.select_related("position__case", "position__party", "opened_by")
        .order_by("-opened_at")
        .first()
    )
    if decision is None:
        raise Http404
    return decision


def cast(work: Work, decision: BoardDecision, form: VoteForm) -> object:
    return vote_in_board(
        decision=decision,
        choice=form.cleaned_data["choice"],
        dissent=form.cleaned_data["dissent"],
        actor=work.actor,
        now=work.now,
    )


def closed(work: Work, decision: BoardDecision) -> HttpResponse:
    """Close the vote; what stands in the way is said on the page."""
    form = ConfirmForm(work.data)
    if work.attempt(
        form, lambda: close_board_vote(decision=decision, actor=work.actor, now=work.now)
    ):
        return work.done(_("The vote is closed."), to=work.url("board_vote"))
    result = result_of(decision, now=work.now)
    return vote_page(work, decision, result, form, own=None)

"""The board of an association says its word: by a mandate given beforehand, or by a vote."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from makul.cases.actions.step import MOST_CHARACTERS, stand
from makul.cases.models import BoardDecision, BoardVote, Position
from makul.cases.queries.board import (
    BoardResult,
    board_result,
    needs_board,
    result_of,
    text_digest,
)
from makul.core.errors import BadInput, NotAllowed
from makul.documents.storing import digest
from makul.journal.actions import record
from makul.parties.models import Mandate

MOST_DOCUMENT = 300


@transaction.atomic
def open_board_vote(
    *, position: Position, closes_at: datetime, actor: Mandate, now: datetime
) -> BoardDecision:
    """Put a drafted opinion to the vote of the board; a former decision on it gives way.

    Raises: NotAllowed; BadInput `no_draft`, `no_stance`, `in_the_past`, `no_board`, `vote_runs`.
    """
    stand(position.case, actor, "open_board_vote", now=now)
    check_draft(position, actor)
    if closes_at <= now:
        raise BadInput("in_the_past")
    if not needs_board(position.party, on=timezone.localdate(now)):
        raise BadInput("no_board")
    former = board_result(position, now=now)
    if former and former.state == "running":
        raise BadInput("vote_runs")
    decision = put(position, kind=BoardDecision.Kind.VOTE, actor=actor, now=now)
    decision.closes_at = closes_at
    decision.save()
    note(decision, "board_vote_opened", now=now, closes_at=closes_at.isoformat())
    return decision


@transaction.atomic
def enter_standing_mandate(
    *, position: Position, document: str, actor: Mandate, now: datetime
) -> BoardDecision:
    """The board gave the mandate beforehand: `document` is the number and day of its decision.

    Raises: NotAllowed; BadInput `no_draft`, `no_stance`, `no_document`.
    """
    stand(position.case, actor, "open_board_vote", now=now)
    check_draft(position, actor)
    if not document.strip():
        raise BadInput("no_document")
    decision = put(position, kind=BoardDecision.Kind.STANDING, actor=actor, now=now)
    decision.document, decision.closed_at = document.strip()[:MOST_DOCUMENT], now
    decision.save()
    note(decision, "board_decided", now=now, value="standing", document=decision.document)
    return decision


def check_draft(position: Position, actor: Mandate) -> None:
    """Only one's own draft with a stance is put to the board."""
    if position.party_id != actor.party_id or position.state != Position.State.DRAFT:
        raise BadInput("no_draft")
    if not position.stance:
        raise BadInput("no_stance")


def put(position: Position, *, kind: str, actor: Mandate, now: datetime) -> BoardDecision:
    """The decision in the place of a former one, unsaved; what was before stands in the journal."""
    BoardDecision.objects.filter(position=position).delete()
    return BoardDecision(
        position=position, kind=kind, opened_by=actor, opened_at=now, sha256=text_digest(position)
    )


def note(
    decision: BoardDecision, action: str, *, now: datetime, value: str = "", **data: object
) -> None:
    """The entry of what the board did: never who voted how, which stands in its own table."""
    position = decision.position
    record(
        subject=position.case.subject,
        action=action,
        party=position.party.key,
        at=now,
        value=value,
        data={"position": position.pk, "sha256": decision.sha256, **data},
    )


@transaction.atomic
def vote_in_board(
    *, decision: BoardDecision, choice: str, dissent: str = "", actor: Mandate, now: datetime
) -> BoardVote:
    """A member votes, or votes anew before the vote is over.

    Raises: NotAllowed `not_on_board`; BadInput `vote_over`, `text_voted_changed`, `unknown_choice`,
    `too_long`.
    """
    decision = BoardDecision.objects.select_for_update().get(pk=decision.pk)
    stand(decision.position.case, actor, "vote_in_board", now=now)
    if not actor.is_board or actor.party_id != decision.position.party_id:
        raise NotAllowed("not_on_board")
    check_running(decision, now=now)
    if choice not in BoardVote.Choice.values:
        raise BadInput("unknown_choice", choice=choice)
    if len(dissent) > MOST_CHARACTERS:
        raise BadInput("too_long", number=1, limit=MOST_CHARACTERS)
    vote, _new = BoardVote.objects.update_or_create(
        decision=decision,
        mandate=actor,
        defaults={"choice": choice, "dissent": dissent.strip(), "at": now},
    )
    said = "\x1f".join([choice, vote.dissent, str(vote.pk), now.isoformat()])
    note(decision, "board_voted", now=now, mandate=actor.pk, vote=digest(said.encode()))
    return vote


def check_running(decision: BoardDecision, *, now: datetime) -> None:
    is_over = decision.closed_at is not None or decision.closes_at is None
    if is_over or (decision.closes_at and now >= decision.closes_at):
        raise BadInput("vote_over")
    if decision.sha256 != text_digest(decision.position):
        raise BadInput("text_voted_changed")


@transaction.atomic
def close_board_vote(*, decision: BoardDecision, actor: Mandate, now: datetime) -> BoardResult:
    """Close a vote whose time has passed, or in which every member has voted.

    Raises: NotAllowed; BadInput `vote_over` where it is closed already, `vote_runs` before its end.
    """
    stand(decision.position.case, actor, "open_board_vote", now=now)
    if actor.party_id != decision.position.party_id:
        raise BadInput("no_draft")
    return end_vote(decision, now=now)


@transaction.atomic
def close_due_vote(*, decision: BoardDecision, now: datetime) -> BoardResult:
    """What the worker closes by itself: a vote whose time has passed."""
    return end_vote(decision, now=now)


def end_vote(decision: BoardDecision, *, now: datetime) -> BoardResult:
    decision = BoardDecision.objects.select_for_update().get(pk=decision.pk)
    if decision.closed_at is not None:
        raise BadInput("vote_over")
    found = result_of(decision, now=now)
    if found.state == "running" and not found.is_whole:
        raise BadInput("vote_runs")
    decision.closed_at = now
    decision.save(update_fields=["closed_at"])
    result = result_of(decision, now=now)
    note(decision, "board_decided", now=now, value=result.state, **result.counts)
    return result


def due_votes(*, now: datetime) -> list[BoardDecision]:
    """Votes whose time has passed and which nobody has closed."""
    over = BoardDecision.objects.filter(
        kind=BoardDecision.Kind.VOTE, closed_at__isnull=True, closes_at__lte=now
    )
    return list(over.select_related("position__case", "position__party"))


def board_word(position: Position, *, role: str, is_without: bool, now: datetime) -> dict[str, str]:
    """What the entry of a filed opinion says of the board: its mandate, or that it was not asked.

    Raises: BadInput `board_awaited` where there is a board, its word is missing, and whoever signs
    has not chosen to sign without it.
    """
    if role != "association" or position.is_paper:
        return {}
    if not needs_board(position.party, on=timezone.localdate(now)):
        return {"board": "none"}
    result = board_result(position, now=now)
    if result and result.is_enough:
        return {"board": result.state}
    if not is_without:
        raise BadInput("board_awaited")
    return {"board": "without"}

"""The mandate of the association: its board votes whether what was recommended may be signed."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from makul.budget.models import Ballot, BallotVote, SpecialProtocol
from makul.budget.queries.digests import items_digest
from makul.budget.queries.voting import Count, count_of
from makul.cases.actions.step import MOST_CHARACTERS, stand, take_step
from makul.cases.queries.board import needs_board
from makul.core.errors import BadInput, NotAllowed
from makul.documents.storing import digest
from makul.journal.actions import record
from makul.parties.models import Mandate

STEP, RIGHT = "mandate_given", "ask_mandate"
MOST_DOCUMENT = 300


@transaction.atomic
def open_ballot(
    *, protocol: SpecialProtocol, closes_at: datetime, actor: Mandate, now: datetime
) -> Ballot:
    """Ask the board; a ballot on other words gives way.

    Raises: NotAllowed; BadInput `in_the_past`, `no_board`, `vote_runs`, `not_sat_yet`.
    """
    stand(protocol.case, actor, RIGHT, now=now)
    if closes_at <= now:
        raise BadInput("in_the_past")
    if not needs_board(actor.party, on=timezone.localdate(now)):
        raise BadInput("no_board")
    sha256 = digest_of(protocol)
    former = Ballot.objects.filter(protocol=protocol).first()
    if former and former.sha256 == sha256:
        raise BadInput("vote_runs")
    Ballot.objects.filter(protocol=protocol).delete()
    ballot = Ballot.objects.create(
        protocol=protocol, opened_by=actor, opened_at=now, closes_at=closes_at, sha256=sha256
    )
    note(ballot, "mandate_asked", actor=actor, now=now, closes_at=closes_at.isoformat())
    return ballot


def digest_of(protocol: SpecialProtocol) -> str:
    """The digest of what is put to the board: the items as the sitting left them."""
    if protocol.sat_on is None:
        raise BadInput("not_sat_yet")
    return items_digest(protocol.items.filter(tabled_at__isnull=False))


def note(ballot: Ballot, action: str, *, actor: Mandate, now: datetime, **data: object) -> None:
    """The entry of what the board did: never who voted how."""
    record(
        subject=ballot.protocol.case.subject,
        action=action,
        party=actor.party.key,
        at=now,
        data={"sha256": ballot.sha256, **data},
    )


@transaction.atomic
def cast_vote(
    *, ballot: Ballot, choice: str, words: str = "", actor: Mandate, now: datetime
) -> BallotVote:
    """A member votes, or votes anew before the vote is over.

    Raises: NotAllowed `not_on_board`; BadInput `vote_over`, `text_voted_changed`, `unknown_choice`,
    `too_long`.
    """
    ballot = Ballot.objects.select_for_update().get(pk=ballot.pk)
    stand(ballot.protocol.case, actor, "vote_in_board", now=now)
    if not actor.is_board or actor.party_id != ballot.opened_by.party_id:
        raise NotAllowed("not_on_board")
    check_running(ballot, now=now)
    if choice not in BallotVote.Choice.values:
        raise BadInput("unknown_choice", choice=choice)
    if len(words) > MOST_CHARACTERS:
        raise BadInput("too_long", number=1, limit=MOST_CHARACTERS)
    vote, _new = BallotVote.objects.update_or_create(
        ballot=ballot,
        mandate=actor,
        defaults={"choice": choice, "words": words.strip(), "at": now},
    )
    said = "\x1f".join([choice, vote.words, str(vote.pk), now.isoformat()])
    note(ballot, "mandate_voted", actor=actor, now=now, vote=digest(said.encode()))
    return vote


def check_running(ballot: Ballot, *, now: datetime) -> None:
    if ballot.closed_at is not None or now >= ballot.closes_at:
        raise BadInput("vote_over")
    if ballot.sha256 != digest_of(ballot.protocol):
        raise BadInput("text_voted_changed")


@transaction.atomic
def close_ballot(*, ballot: Ballot, actor: Mandate, now: datetime) -> Count:
    """Close the vote once its time has passed or all have voted: the mandate is given or not.

    Raises: NotAllowed; BadInput `vote_over`, `vote_runs`, `text_voted_changed`, `case_closed`.
    """
    ballot = Ballot.objects.select_for_update().get(pk=ballot.pk)
    stand(ballot.protocol.case, actor, RIGHT, now=now)
    if ballot.closed_at is not None:
        raise BadInput("vote_over")
    if ballot.sha256 != digest_of(ballot.protocol):
        raise BadInput("text_voted_changed")
    count = count_of(ballot, now=now)
    if now < ballot.closes_at and not count.is_whole:
        raise BadInput("vote_runs")
    ballot.closed_at, ballot.is_granted = now, count.is_granted
    ballot.save(update_fields=["closed_at", "is_granted"])
    take_step(
        case=ballot.protocol.case,
        step=STEP,
        actor=actor,
        right=RIGHT,
        now=now,
        value="granted" if count.is_granted else "not_granted",
        data={"board": count.state, "sha256": ballot.sha256, **count.counts},
    )
    return count


@transaction.atomic
def state_mandate(
    *, protocol: SpecialProtocol, is_granted: bool, document: str, actor: Mandate, now: datetime
) -> None:
    """The board decided on paper: `document` is the number and day of its decision.

    Raises: NotAllowed; BadInput `no_document`, `not_sat_yet`, `case_closed`.
    """
    stand(protocol.case, actor, RIGHT, now=now)
    if not document.strip():
        raise BadInput("no_document")
    take_step(
        case=protocol.case,
        step=STEP,
        actor=actor,
        right=RIGHT,
        now=now,
        value="granted" if is_granted else "not_granted",
        data={"document": document.strip()[:MOST_DOCUMENT], "sha256": digest_of(protocol)},
    )

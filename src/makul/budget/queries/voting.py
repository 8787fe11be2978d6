"""Reads how the board of the association voted on its mandate, and who may still vote."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

from makul.budget.models import Ballot, BallotVote, SpecialProtocol
from makul.cases.queries.board import board_of
from makul.parties.models import Mandate

CHOICES: tuple[str, ...] = tuple(BallotVote.Choice.values)


@dataclass(frozen=True, slots=True)
class Count:
    """How a ballot stands. `state`: `running`, `over` (nobody has closed it), or its outcome:
    `carried`, `not_carried`, `no_quorum`. `silent`: members without a vote.
    """

    ballot: Ballot
    state: str
    members: int
    votes: Sequence[BallotVote]
    silent: Sequence[Mandate]

    @property
    def counts(self) -> Mapping[str, int]:
        """How many voices each choice has."""
        cast = Counter(one.choice for one in self.votes)
        return {choice: cast[choice] for choice in CHOICES}

    @property
    def is_whole(self) -> bool:
        """Whether every member has voted."""
        return not self.silent

    @property
    def is_granted(self) -> bool:
        """Whether what was cast gives the mandate."""
        return outcome_of(self.counts, members=self.members) == "carried"


def ballot_of(protocol: SpecialProtocol) -> Ballot | None:
    """The ballot on a protocol, if the board was asked (one query)."""
    found = Ballot.objects.filter(protocol=protocol)
    return found.select_related("opened_by__party", "protocol__case").first()


def count_of(ballot: Ballot, *, now: datetime) -> Count:
    """How the ballot stands (two queries)."""
    members = board_of(ballot.opened_by.party, on=timezone.localdate(ballot.closed_at or now))
    votes = list(ballot.votes.select_related("mandate").order_by("mandate"))
    cast = {one.mandate_id for one in votes}
    counts = Counter(one.choice for one in votes)
    state = outcome_of(counts, members=len(members))
    if ballot.closed_at is None:
        state = "running" if now < ballot.closes_at else "over"
    return Count(
        ballot=ballot,
        state=state,
        members=len(members),
        votes=votes,
        silent=[one for one in members if one.pk not in cast],
    )


def outcome_of(counts: Mapping[str, int], *, members: int) -> str:
    """Carried by more for than against, where more than half of the members took part.

    >>> outcome_of({"for": 3, "against": 1}, members=5), outcome_of({"for": 2}, members=5)
    ('carried', 'no_quorum')
    """
    if 2 * sum(counts.values()) <= members:
        return "no_quorum"
    return "carried" if counts.get("for", 0) > counts.get("against", 0) else "not_carried"

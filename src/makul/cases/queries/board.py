"""Reads what the board of an association decided of its drafted opinion, and which votes are open."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone

from makul.cases.models import BoardDecision, BoardVote, Position
from makul.documents.storing import digest
from makul.parties.models import Mandate, Party

CHOICES: tuple[str, ...] = tuple(BoardVote.Choice.values)


@dataclass(frozen=True, slots=True)
class OpenVote:
    """A vote a member of the board may still cast or change; `own` is what was cast, or None."""

    decision: BoardDecision
    own: BoardVote | None


def board_of(party: Party, *, on: date) -> list[Mandate]:
    """The members of the board on a day (one query)."""
    members = Mandate.objects.filter(party=party, is_board=True).select_related("party")
    return [one for one in members if one.is_valid_on(on)]


def open_votes(mandate: Mandate, *, now: datetime) -> list[OpenVote]:
    """The votes of the mandate's association that run, those not cast yet first (two queries).

    Empty for one who is no member of the board.
    """
    if not mandate.is_board:
        return []
    running = (
        BoardDecision.objects.filter(
            kind=BoardDecision.Kind.VOTE,
            closed_at__isnull=True,
            closes_at__gt=now,
            position__party=mandate.party_id,
            position__state=Position.State.DRAFT,
        )
        .select_related("position__case", "position__party")
        .order_by("closes_at", "pk")
    )
    decisions = list(running)
    cast = BoardVote.objects.filter(decision__in=decisions, mandate=mandate)
    own = {one.decision_id: one for one in cast} if decisions else {}
    votes = [OpenVote(one, own.get(one.pk)) for one in decisions]
    return sorted(votes, key=lambda one: one.own is not None)


def text_digest(position: Position) -> str:
    """The digest of what a position says, so that the journal holds no words of persons."""
    parts = [position.stance, position.summary]
    for one in position.remarks.order_by("order"):
        sums = f"{one.once_som}/{one.yearly_som}"
        parts += [one.eid, one.kind, one.text, one.wording, one.reason, sums]
    return digest("\x1f".join(parts).encode())


@dataclass(frozen=True, slots=True)
class BoardResult:
    """What the board said of a position, by office.

    `state`: `standing` (a mandate given beforehand), `running`, `over` (the closing time has passed,
    nobody has closed it yet), `carried`, `not_carried`, `no_quorum`, or `changed`: the words are no
    longer those that were put to the board. `silent`: members without a vote.
    """

    decision: BoardDecision
    state: str
    members: int
    votes: Sequence[BoardVote]
    silent: Sequence[Mandate]

    @property
    def is_enough(self) -> bool:
        """Whether the opinion may be signed in the board's name."""
        return self.state in {"standing", "carried"}

    @property
    def counts(self) -> Mapping[str, int]:
        cast = Counter(one.choice for one in self.votes)
        return {choice: cast[choice] for choice in CHOICES}

    @property
    def is_whole(self) -> bool:
        """Whether every member has voted."""
        return not self.silent


def board_result(position: Position, *, now: datetime) -> BoardResult | None:
    """What the board decided of a position, or None where nothing was asked of it (four queries)."""
    found = (
        BoardDecision.objects.filter(position=position).select_related("position__party").first()
    )
    return result_of(found, now=now) if found else None


def result_of(decision: BoardDecision, *, now: datetime) -> BoardResult:
    """How a decision of the board stands (three queries)."""
    position = decision.position
    members = board_of(position.party, on=timezone.localdate(decision.closed_at or now))
    votes = list(decision.votes.select_related("mandate").order_by("mandate"))
    cast = {one.mandate_id for one in votes}
    return BoardResult(
        decision=decision,
        state=_state(decision, votes, members=len(members), now=now),
        members=len(members),
        votes=votes,
        silent=[one for one in members if one.pk not in cast],
    )


def _state(
    decision: BoardDecision,
    votes: Sequence[BoardVote],
    *,
    members: int,
    now: datetime,
) -> str:
    if decision.sha256 != text_digest(decision.position):
        return "changed"
    if decision.kind == BoardDecision.Kind.STANDING:
        return "standing"
    if decision.closed_at is None:
        return "running" if decision.closes_at and now < decision.closes_at else "over"
    return outcome_of(votes, members=members)


def outcome_of(votes: Sequence[BoardVote], *, members: int) -> str:
    """Carried by more for than against, where more than half of the members took part.

    >>> outcome_of([], members=5)
    'no_quorum'
    """
    cast = Counter(one.choice for one in votes)
    if 2 * len(votes) <= members:
        return "no_quorum"
    return "carried" if cast["for"] > cast["against"] else "not_carried"


def needs_board(party: Party, *, on: date) -> bool:
    """Whether the association has a board here, so that its word is asked before signing."""
    return bool(board_of(party, on=on))

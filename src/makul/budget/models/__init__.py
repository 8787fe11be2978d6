"""The tables of the special protocol: its items with their amounts and positions, trials, vote, signatures."""

from makul.budget.models.item import Amount, Followed, Item, Kind, Position, Side
from makul.budget.models.protocol import Signature, SpecialProtocol, Trial
from makul.budget.models.vote import Ballot, BallotVote

__all__ = [
    "Amount",
    "Ballot",
    "BallotVote",
    "Followed",
    "Item",
    "Kind",
    "Position",
    "Side",
    "Signature",
    "SpecialProtocol",
    "Trial",
]

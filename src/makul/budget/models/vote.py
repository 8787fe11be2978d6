"""The mandate of the association for the special protocol: a vote of its board, one voice a member."""

from __future__ import annotations

from django.db import models

from makul.budget.models.protocol import SpecialProtocol
from makul.parties.models import Mandate


class Ballot(models.Model):
    """The board asked whether the association may sign what was recommended."""

    protocol = models.OneToOneField(
        SpecialProtocol, on_delete=models.CASCADE, related_name="ballot"
    )
    opened_by = models.ForeignKey(Mandate, on_delete=models.PROTECT, related_name="+")
    opened_at = models.DateTimeField()
    closes_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True, blank=True)
    is_granted = models.BooleanField(null=True, blank=True)
    sha256 = models.CharField(max_length=64)  # of the items as they were put to the board

    def __str__(self) -> str:
        return f"ballot on special protocol {self.protocol_id}"


class BallotVote(models.Model):
    """One member of the board: for, against or abstained, with what he says if he says something."""

    class Choice(models.TextChoices):
        FOR = "for"
        AGAINST = "against"
        ABSTAINED = "abstained"

    ballot = models.ForeignKey(Ballot, on_delete=models.CASCADE, related_name="votes")
    mandate = models.ForeignKey(Mandate, on_delete=models.PROTECT, related_name="+")
    choice = models.CharField(max_length=10, choices=Choice)
    words = models.TextField(blank=True)
    at = models.DateTimeField()

    class Meta:
        ordering = ["at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["ballot", "mandate"], name="ballot_vote_once")
        ]

    def __str__(self) -> str:
        return f"{self.choice} by mandate {self.mandate_id}"

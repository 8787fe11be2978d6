"""How an association comes to its position: the mandate of its board, standing or voted."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from makul.cases.models.remark import Position
from makul.parties.models import Mandate


class BoardDecision(models.Model):
    """What the board of an association said of its drafted position.

    `standing`: the board gave its desk the mandate beforehand, in `document`. `vote`: its members
    vote until `closes_at`; the position can be signed after `closed_at`.
    """

    class Kind(models.TextChoices):
        STANDING = "standing"
        VOTE = "vote"

    position = models.OneToOneField(Position, on_delete=models.CASCADE, related_name="board")
    kind = models.CharField(max_length=10, choices=Kind)
    document = models.CharField(
        max_length=300, blank=True
    )  # number and day of the board's decision
    opened_by = models.ForeignKey(Mandate, on_delete=models.PROTECT, related_name="+")
    opened_at = models.DateTimeField()
    closes_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    sha256 = models.CharField(max_length=64)  # of the position that was put to the board

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(kind="standing") | ~Q(document=""), name="board_standing_document"
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind} on position {self.position_id}"


class BoardVote(models.Model):
    """One member of the board: for, against or abstained, with a dissent in words if there is one."""

    class Choice(models.TextChoices):
        FOR = "for"
        AGAINST = "against"
        ABSTAINED = "abstained"

    decision = models.ForeignKey(BoardDecision, on_delete=models.CASCADE, related_name="votes")
    mandate = models.ForeignKey(Mandate, on_delete=models.PROTECT, related_name="+")
    choice = models.CharField(max_length=10, choices=Choice)
    dissent = models.TextField(blank=True)
    at = models.DateTimeField()

    class Meta:
        ordering = ["at"]
        constraints = [
            models.UniqueConstraint(fields=["decision", "mandate"], name="board_vote_once")
        ]

    def __str__(self) -> str:
        return f"{self.choice} by mandate {self.mandate_id}"

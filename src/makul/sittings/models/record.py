"""What was recorded while a house sat: presence, speakers in order, votes, dissent."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from makul.parties.models import Mandate, Party
from makul.sittings.models.agenda import AgendaItem
from makul.sittings.models.sitting import Sitting


class Presence(models.Model):
    """Who was there, or was to be: a party, or one who is none, by office only."""

    class Kind(models.TextChoices):
        MEMBER = "member"
        ASSOCIATION = "association"
        INITIATOR = "initiator"
        INVITED = "invited"
        PUBLIC = "public"

    sitting = models.ForeignKey(Sitting, on_delete=models.CASCADE, related_name="presences")
    kind = models.CharField(max_length=12, choices=Kind)
    party = models.ForeignKey(
        Party, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    office = models.CharField(max_length=200, blank=True)
    count = models.PositiveSmallIntegerField(default=1)  # "members: 7" is one line
    came = models.BooleanField(default=True)
    is_remote = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(party__isnull=False) | ~Q(office=""), name="sitting_presence_who"
            ),
            models.UniqueConstraint(
                fields=["sitting", "party", "office"],
                condition=Q(party__isnull=False),
                name="sitting_presence_once",
            ),
        ]
        ordering = ["sitting", "kind", "pk"]

    def __str__(self) -> str:
        return f"{self.kind} at sitting {self.sitting_id}"


class Speech(models.Model):
    """One who spoke on an item, in turn; what was handed in word for word stands so."""

    item = models.ForeignKey(AgendaItem, on_delete=models.CASCADE, related_name="speeches")
    order = models.PositiveSmallIntegerField()
    party = models.ForeignKey(
        Party, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    office = models.CharField(max_length=200, blank=True)
    text_ky = models.TextField(blank=True)
    text_ru = models.TextField(blank=True)
    is_word_for_word = models.BooleanField(default=False)
    asked_at = models.DateTimeField(null=True, blank=True)  # when the word was asked for
    is_given = models.BooleanField(default=True)  # false: asked for the word and was not given it

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(party__isnull=False) | ~Q(office=""), name="speech_who"
            )
        ]
        ordering = ["item", "order", "pk"]

    def __str__(self) -> str:
        return f"speech {self.order} on item {self.item_id}"


class Ballot(models.Model):
    """One vote on an item: the figures, and whether it carried. `words`: what was voted on."""

    item = models.ForeignKey(AgendaItem, on_delete=models.CASCADE, related_name="ballots")
    order = models.PositiveSmallIntegerField(default=1)
    reading = models.PositiveSmallIntegerField(null=True, blank=True)
    words_ky = models.TextField(blank=True)
    words_ru = models.TextField(blank=True)
    votes_for = models.PositiveSmallIntegerField()
    votes_against = models.PositiveSmallIntegerField()
    abstained = models.PositiveSmallIntegerField(default=0)
    is_carried = models.BooleanField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["item", "order"], name="ballot_order_once")]
        ordering = ["item", "order"]

    def __str__(self) -> str:
        return f"ballot {self.order} on item {self.item_id}"


class Dissent(models.Model):
    """A dissenting opinion on an item, exactly as handed in: the minutes hold it word for word."""

    item = models.ForeignKey(AgendaItem, on_delete=models.CASCADE, related_name="dissents")
    party = models.ForeignKey(
        Party, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    office = models.CharField(max_length=200, blank=True)
    language = models.CharField(max_length=2)
    text = models.TextField()
    sha256 = models.CharField(max_length=64)
    at = models.DateTimeField()
    by = models.ForeignKey(Mandate, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(party__isnull=False) | ~Q(office=""), name="dissent_who"
            ),
            models.UniqueConstraint(fields=["item", "sha256", "by"], name="dissent_once"),
        ]
        ordering = ["item", "at", "pk"]

    def __str__(self) -> str:
        return f"dissent on item {self.item_id}"

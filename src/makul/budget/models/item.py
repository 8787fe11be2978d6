"""An item of the special protocol: its subject, what each side says and reckons, what became of it."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from makul.budget.models.protocol import SpecialProtocol
from makul.parties.models import Mandate


class Kind(models.TextChoices):
    """The kinds of relation between the budgets, in the order of the protocol."""

    EQUALISING = "equalising"
    STIMULATING = "stimulating"
    TARGET = "target"
    DELEGATED = "delegated"
    TAXES = "taxes"
    OTHER = "other"


class Side(models.TextChoices):
    """Whose figure it is: of a side, of the solution recommended, or of the law adopted."""

    LSG = "lsg"
    GOVERNMENT = "government"
    AGREED = "agreed"  # the recommended solution, agreed or not
    GIVEN = "given"  # what the adopted law gives


class Item(models.Model):
    """One question of inter-budget relations that the state and local self-government have open.

    Before it is tabled (`tabled_at`) it is a draft of the side that wrote it. `carried_from`: the
    item of last year's protocol that it goes on with.
    """

    class Outcome(models.TextChoices):
        AGREED = "agreed"
        NOT_AGREED = "not_agreed"
        WITHDRAWN = "withdrawn"
        CARRIED = "carried"  # put off to the protocol of the next year

    protocol = models.ForeignKey(SpecialProtocol, on_delete=models.PROTECT, related_name="items")
    number = models.PositiveSmallIntegerField()
    side = models.CharField(max_length=10)  # who put it: lsg | government
    kind = models.CharField(max_length=12, choices=Kind)
    subject_ky = models.TextField(blank=True)
    subject_ru = models.TextField(blank=True)
    mandated_ky = models.CharField(max_length=300, blank=True)  # offices that may settle it
    mandated_ru = models.CharField(max_length=300, blank=True)
    basis = models.CharField(max_length=40, blank=True)  # a key of the sources; empty: proposed
    basis_ky = models.CharField(max_length=300, blank=True)
    basis_ru = models.CharField(max_length=300, blank=True)
    carried_from = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="carried_to"
    )
    written_by = models.ForeignKey(Mandate, on_delete=models.PROTECT, related_name="+")
    tabled_at = models.DateTimeField(null=True, blank=True)
    outcome = models.CharField(max_length=12, choices=Outcome, blank=True)
    solution_ky = models.TextField(blank=True)  # what is recommended
    solution_ru = models.TextField(blank=True)
    reasons_ky = models.TextField(blank=True)  # why
    reasons_ru = models.TextField(blank=True)
    difference_ky = models.TextField(blank=True)  # or wherein the positions differ
    difference_ru = models.TextField(blank=True)

    class Meta:
        ordering = ["protocol", "number"]
        constraints = [
            models.UniqueConstraint(fields=["protocol", "number"], name="item_numbered"),
            models.UniqueConstraint(fields=["protocol", "carried_from"], name="item_carried_once"),
            models.CheckConstraint(
                condition=Q(side__in=["lsg", "government"]), name="item_of_a_side"
            ),
        ]

    def __str__(self) -> str:
        return f"item {self.number} of {self.protocol_id}"

    def subject(self, language: str) -> str:
        """The subject in `language`, or empty."""
        return str(getattr(self, f"subject_{language}", ""))


class Amount(models.Model):
    """What an item costs or gets in a year, as a side reckons it, as recommended, or as given."""

    item = models.ForeignKey(Item, on_delete=models.CASCADE, related_name="amounts")
    side = models.CharField(max_length=10, choices=Side)
    year = models.PositiveSmallIntegerField()
    amount_som = models.DecimalField(max_digits=18, decimal_places=0)

    class Meta:
        ordering = ["item", "side", "year"]
        constraints = [
            models.UniqueConstraint(fields=["item", "side", "year"], name="amount_once"),
            models.CheckConstraint(condition=Q(amount_som__gte=0), name="amount_not_negative"),
        ]

    def __str__(self) -> str:
        return f"{self.amount_som} som in {self.year} ({self.side})"


class Position(models.Model):
    """What a side says on an item, in words; its figures are filed with it, by `filed_at`."""

    item = models.ForeignKey(Item, on_delete=models.CASCADE, related_name="positions")
    side = models.CharField(max_length=10)  # lsg | government
    text_ky = models.TextField(blank=True)
    text_ru = models.TextField(blank=True)
    by = models.ForeignKey(Mandate, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    filed_at = models.DateTimeField(null=True, blank=True)  # none: a draft of the side

    class Meta:
        ordering = ["item", "side"]
        constraints = [
            models.UniqueConstraint(fields=["item", "side"], name="position_of_side_once"),
            models.CheckConstraint(
                condition=Q(side__in=["lsg", "government"]), name="position_of_a_side"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.side} on item {self.item_id}"

    def text(self, language: str) -> str:
        """The words in `language`, or empty."""
        return str(getattr(self, f"text_{language}", ""))


class Followed(models.Model):
    """What the adopted law did with an item: where it stands there, in words; sums are `given`."""

    item = models.OneToOneField(Item, on_delete=models.CASCADE, related_name="followed")
    article = models.CharField(max_length=120, blank=True)  # of the law or its annex
    text_ky = models.TextField(blank=True)
    text_ru = models.TextField(blank=True)
    by = models.ForeignKey(Mandate, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"what was given on item {self.item_id}"

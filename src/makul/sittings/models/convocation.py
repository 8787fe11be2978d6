"""A convocation of Parliament and its houses: the committees, and the chamber itself."""

from __future__ import annotations

from django.db import models

from makul.parties.models import Party, ends_after_start


class Convocation(models.Model):
    """The term of one elected Parliament, under its number ("VIII")."""

    number = models.CharField(max_length=10, unique=True)
    from_on = models.DateField(null=True, blank=True)
    to_on = models.DateField(null=True, blank=True)
    source = models.CharField(max_length=500, blank=True)

    class Meta:
        constraints = [ends_after_start("from_on", "to_on", "convocation_days")]
        ordering = ["-from_on", "-pk"]

    def __str__(self) -> str:
        return self.number


class House(models.Model):
    """A committee (or the chamber) in one convocation, as a list knew it on a day.

    A committee keeps its place under its number in the list: names change, and some are missing in a
    language. The chamber is the party whose `body_kind` is "chamber"; its number is 0.
    """

    convocation = models.ForeignKey(Convocation, on_delete=models.PROTECT, related_name="houses")
    party = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="houses")
    number = models.PositiveSmallIntegerField()
    as_of = models.DateField(null=True, blank=True)  # none where the list gives no day
    as_of_said = models.CharField(max_length=60, blank=True)  # as the list says it
    completeness = models.CharField(max_length=200, blank=True)  # as the list says of itself
    source = models.CharField(max_length=1000)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["convocation", "number"], name="house_number_once"),
            models.UniqueConstraint(fields=["convocation", "party"], name="house_party_once"),
        ]
        ordering = ["convocation", "number"]

    @property
    def unnamed(self) -> list[str]:
        """The languages in which the list gave no name: it stays missing until somebody gives one."""
        return [code for code in ("ky", "ru") if not getattr(self.party, f"name_{code}")]

    def __str__(self) -> str:
        return f"{self.party.key} in convocation {self.convocation.number}"

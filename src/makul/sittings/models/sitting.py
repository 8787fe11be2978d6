"""A sitting of a committee or of the chamber: when, where, and the case under which it runs."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from makul.cases.models import Case
from makul.parties.models import Party
from makul.sittings.models.convocation import Convocation


class Sitting(models.Model):
    """A sitting of one house. Where it stands the judge says of its case; here is only its plan."""

    class Kind(models.TextChoices):
        COMMITTEE = "committee"
        CHAMBER = "chamber"

    case = models.OneToOneField(Case, on_delete=models.PROTECT, related_name="sitting")
    house = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="sittings")
    convocation = models.ForeignKey(Convocation, on_delete=models.PROTECT, related_name="sittings")
    kind = models.CharField(max_length=10, choices=Kind, default=Kind.COMMITTEE)
    starts_at = models.DateTimeField(db_index=True)  # as planned last; a postponement moves it
    place = models.CharField(max_length=300, blank=True)
    language = models.CharField(max_length=2, default="ky")  # in which the minutes are authentic
    agenda_sent_at = models.DateTimeField(null=True, blank=True)
    held_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    has_quorum = models.BooleanField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(ended_at__isnull=True) | Q(ended_at__gte=F("held_at")),
                name="sitting_hours",
            )
        ]
        ordering = ["-starts_at", "-pk"]

    def __str__(self) -> str:
        return f"sitting {self.case.number} of {self.house.key}"

    @property
    def number(self) -> str:
        """The number of its case: the public address of the sitting."""
        return self.case.number

    @property
    def is_demonstration(self) -> bool:
        return self.case.is_demonstration

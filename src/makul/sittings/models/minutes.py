"""The minutes of a sitting: draft, corrections by those who were present, approval."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from makul.documents.models import Document
from makul.parties.models import Mandate, Party
from makul.sittings.models.agenda import AgendaItem
from makul.sittings.models.sitting import Sitting


class Minutes(models.Model):
    """The minutes of one sitting. `document` holds the exact bytes once they are approved."""

    sitting = models.OneToOneField(Sitting, on_delete=models.PROTECT, related_name="minutes")
    drafted_at = models.DateTimeField()
    drafted_by = models.ForeignKey(Mandate, on_delete=models.PROTECT, related_name="+")
    approved_at = models.DateTimeField(null=True, blank=True)
    approved_by = models.ForeignKey(
        Mandate, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    document = models.OneToOneField(
        Document, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    sha256 = models.CharField(max_length=64, blank=True)  # of the authentic PDF that was approved

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(approved_at__isnull=True) | Q(approved_at__gte=F("drafted_at")),
                name="minutes_days",
            )
        ]

    def __str__(self) -> str:
        return f"minutes of sitting {self.sitting_id}"


class Correction(models.Model):
    """What one who was present says the minutes should say; taken or not, it stays attached."""

    minutes = models.ForeignKey(Minutes, on_delete=models.CASCADE, related_name="corrections")
    party = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey(Mandate, on_delete=models.PROTECT, related_name="+")
    item = models.ForeignKey(
        AgendaItem, null=True, blank=True, on_delete=models.PROTECT, related_name="corrections"
    )
    language = models.CharField(max_length=2)
    text = models.TextField()
    at = models.DateTimeField()
    is_taken = models.BooleanField(null=True, blank=True)
    answer = models.TextField(blank=True)
    answered_by = models.ForeignKey(
        Mandate, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    answered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(is_taken=False) | ~Q(answer=""), name="correction_refused_with_reasons"
            )
        ]
        ordering = ["minutes", "at", "pk"]

    def __str__(self) -> str:
        return f"correction {self.pk} of minutes {self.minutes_id}"

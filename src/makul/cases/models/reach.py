"""Who has read: the first time a party opened a case, so that the told can be told from the reached."""

from __future__ import annotations

from django.db import models

from makul.cases.models.case import Case
from makul.parties.models import Party


class Reading(models.Model):
    """A party opened the pages of a case under one of its mandates for the first time.

    No step of the procedure: nothing follows from it, and it starts no term. It tells the desk whom
    to call before the last day.
    """

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="readings")
    party = models.ForeignKey(Party, on_delete=models.CASCADE, related_name="+")
    first_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["case", "party"], name="reading_once")]

    def __str__(self) -> str:
        return f"{self.party.key} read {self.case.number}"

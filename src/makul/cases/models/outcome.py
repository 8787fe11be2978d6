"""What was said with the steps and what came of it: statements, decisions, the comparison."""

from __future__ import annotations

from django.db import models

from makul.cases.models.case import Case
from makul.cases.models.remark import Row
from makul.parties.models import Mandate, Party


class Statement(models.Model):
    """What a party said in words with a step: why a package is returned, a complaint, an appeal,
    a decision on it. The journal's entry holds the digest of the words; the words stand here.
    """

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="statements")
    step = models.CharField(max_length=40)
    value = models.CharField(max_length=24, blank=True)
    party = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey(Mandate, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    language = models.CharField(max_length=2)
    text = models.TextField()
    points = models.JSONField(default=list, blank=True)  # keys of the Order: grounds, interests
    answers = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="answered_by"
    )

    class Meta:
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return f"{self.step} of {self.party.key} in {self.case.number}"


class Decision(models.Model):
    """For one unsettled row: whose position the decider took, and why."""

    row = models.ForeignKey(Row, on_delete=models.CASCADE, related_name="decisions")
    party = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="+")
    taken = models.CharField(max_length=10)  # lsg | initiator | other
    reason_ky = models.TextField(blank=True)
    reason_ru = models.TextField(blank=True)
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["row", "party"], name="decision_once")]

    def __str__(self) -> str:
        return f"row {self.row_id}: {self.taken}"


class Comparison(models.Model):
    """Who won the point: the adopted text held against one row."""

    row = models.OneToOneField(Row, on_delete=models.CASCADE, related_name="comparison")
    result = models.CharField(max_length=14)  # lsg | partly | initiator | removed | changed_after
    eid = models.CharField(max_length=160, blank=True)  # in the adopted text
    is_promise_kept = models.BooleanField(null=True, blank=True)
    note_ky = models.TextField(blank=True)
    note_ru = models.TextField(blank=True)

    def __str__(self) -> str:
        return f"row {self.row_id}: {self.result}"

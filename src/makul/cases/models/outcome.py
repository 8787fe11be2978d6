"""What came of it: complaints and appeals, the decider's reasons, the comparison with the adopted text."""

from __future__ import annotations

from django.db import models

from makul.cases.models.case import Case
from makul.cases.models.remark import Row
from makul.parties.models import Mandate, Party


class Appeal(models.Model):
    """A complaint on an act in the case, or an appeal on unsettled rows, with its decision."""

    class Kind(models.TextChoices):
        COMPLAINT = "complaint"
        APPEAL = "appeal"

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="appeals")
    kind = models.CharField(max_length=10, choices=Kind)
    party = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="+")
    filed_by = models.ForeignKey(Mandate, on_delete=models.PROTECT, related_name="+")
    filed_at = models.DateTimeField()
    against = models.CharField(max_length=40, blank=True)  # the step complained of
    grounds = models.JSONField(default=list)  # keys of the Order's grounds
    text = models.TextField()
    decision = models.CharField(max_length=12, blank=True)  # dismissed | advice | repeat | upheld
    reasons = models.TextField(blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["filed_at"]

    def __str__(self) -> str:
        return f"{self.kind} of {self.party.key} in {self.case.number}"


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

"""What was said and what was answered: positions, remarks, the rows they merge into, replies."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from makul.cases.models.case import Case
from makul.documents.models import Version
from makul.parties.models import Mandate, Party


class Position(models.Model):
    """What a body or an association thinks of a draft. One drafts it, one who may sign releases it."""

    class State(models.TextChoices):
        DRAFT = "draft"
        FILED = "filed"
        REPLACED = "replaced"  # by a later one of the same party; the former stays in the case
        WITHDRAWN = "withdrawn"

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="positions")
    party = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="positions")
    stance = models.CharField(max_length=24, blank=True)  # forms: stance
    summary = models.TextField(blank=True)
    language = models.CharField(max_length=2)
    version = models.ForeignKey(Version, null=True, blank=True, on_delete=models.PROTECT)
    state = models.CharField(max_length=10, choices=State, default=State.DRAFT)
    is_paper = models.BooleanField(default=False)  # came as a letter, entered by the desk
    drafted_by = models.ForeignKey(Mandate, on_delete=models.PROTECT, related_name="+")
    filed_by = models.ForeignKey(
        Mandate, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    filed_at = models.DateTimeField(null=True, blank=True)
    receipt = models.CharField(max_length=20, blank=True, db_index=True)
    changed_at = models.DateTimeField()

    class Meta:
        ordering = ["case", "filed_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["case", "party"], condition=Q(state="draft"), name="position_one_draft"
            ),
            models.UniqueConstraint(
                fields=["case", "party"], condition=Q(state="filed"), name="position_one_filed"
            ),
        ]

    def __str__(self) -> str:
        return f"position of {self.party.key} in {self.case.number}"


class Remark(models.Model):
    """One judgement on one provision: an objection to be settled, or a proposal to be answered."""

    position = models.ForeignKey(Position, on_delete=models.CASCADE, related_name="remarks")
    order = models.PositiveSmallIntegerField()
    eid = models.CharField(max_length=160)
    kind = models.CharField(max_length=10)  # forms: remark.kind
    text = models.TextField()
    wording = models.TextField(blank=True)
    reason = models.TextField(blank=True)
    once_som = models.BigIntegerField(null=True, blank=True)
    yearly_som = models.BigIntegerField(null=True, blank=True)

    class Meta:
        ordering = ["position", "order"]
        constraints = [
            models.UniqueConstraint(fields=["position", "order"], name="remark_order"),
            models.CheckConstraint(
                condition=(Q(once_som__isnull=True) | Q(once_som__gte=0))
                & (Q(yearly_som__isnull=True) | Q(yearly_som__gte=0)),
                name="remark_som",
            ),
        ]

    def __str__(self) -> str:
        return f"remark {self.order} on {self.eid}"


class Row(models.Model):
    """Alike remarks answered together. Every filed remark stands in exactly one row."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="rows")
    number = models.PositiveIntegerField()
    eid = models.CharField(max_length=160)
    kind = models.CharField(max_length=10)
    author = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="+")
    text_ky = models.TextField(blank=True)
    text_ru = models.TextField(blank=True)
    wording_ky = models.TextField(blank=True)
    wording_ru = models.TextField(blank=True)
    once_som = models.BigIntegerField(null=True, blank=True)
    yearly_som = models.BigIntegerField(null=True, blank=True)
    is_minority = models.BooleanField(default=False)
    is_dropped = models.BooleanField(default=False)

    class Meta:
        ordering = ["case", "is_minority", "number"]
        constraints = [models.UniqueConstraint(fields=["case", "number"], name="row_number")]

    def __str__(self) -> str:
        return f"row {self.number} of {self.case.number}"


class RowRemark(models.Model):
    """Which row a remark went into; a remark is in one row, never in two."""

    row = models.ForeignKey(Row, on_delete=models.CASCADE, related_name="links")
    remark = models.OneToOneField(Remark, on_delete=models.PROTECT, related_name="link")

    def __str__(self) -> str:
        return f"remark {self.remark_id} in row {self.row_id}"


class Reply(models.Model):
    """The initiator's answer to a row; a draft inside the ministry until it is published."""

    row = models.OneToOneField(Row, on_delete=models.CASCADE, related_name="reply")
    kind = models.CharField(max_length=10)  # forms: reply.kind
    text_ky = models.TextField(blank=True)
    text_ru = models.TextField(blank=True)
    wording_ky = models.TextField(blank=True)
    wording_ru = models.TextField(blank=True)
    drafted_by = models.ForeignKey(Mandate, on_delete=models.PROTECT, related_name="+")
    published_by = models.ForeignKey(
        Mandate, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    published_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name_plural = "replies"

    def __str__(self) -> str:
        return f"{self.kind} to row {self.row_id}"

"""A case, those who take part in it, and the agreement by which its procedure binds them."""

from __future__ import annotations

from typing import Self

from django.db import models
from django.db.models import F, Q

from makul.parties.models import Party


class Agreement(models.Model):
    """Until a law adopts a procedure, parties apply it by agreement (Model Order, art. 41).

    `terms` holds only the terms that differ: {"position": {"ordinary": 20}}.
    """

    procedure = models.CharField(max_length=40)
    edition = models.CharField(max_length=40)
    initiator = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="+")
    association = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="+")
    facilitator = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="+")
    appeal_body = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="+")
    document = models.CharField(max_length=300)  # its number and date, or where it is kept
    signed_on = models.DateField()
    left_on = models.DateField(null=True, blank=True)
    terms = models.JSONField(default=dict, blank=True)

    class Meta:
        ordering = ["-signed_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(left_on__isnull=True) | Q(left_on__gte=F("signed_on")),
                name="agreement_days",
            ),
            # The facilitator may be neither side (Model Order, Q23).
            models.CheckConstraint(
                condition=~Q(facilitator=F("initiator")) & ~Q(facilitator=F("association")),
                name="agreement_neutral_facilitator",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.document} ({self.signed_on})"


class CaseSet(models.QuerySet["Case"]):
    """Cases; a list about one mechanism names its procedure."""

    def of(self, *procedures: str) -> Self:
        """Those run under these procedures."""
        return self.filter(procedure__in=procedures)


class Case(models.Model):
    """A procedure run over a document. What happened stands in the journal under `subject`.

    The columns below `judged_on` repeat what the judge said last, so that lists need no judging;
    `actions.judge` writes them after each entry and every night.
    """

    number = models.CharField(max_length=20, unique=True)
    procedure = models.CharField(max_length=40)
    edition = models.CharField(max_length=40)
    agreement = models.ForeignKey(Agreement, null=True, blank=True, on_delete=models.PROTECT)
    track = models.CharField(max_length=10, default="ordinary")
    act_kind = models.CharField(max_length=16, blank=True)  # none: the case is about no act
    title_ky = models.TextField(blank=True)
    title_ru = models.TextField(blank=True)
    authentic_language = models.CharField(max_length=2, blank=True)  # as the initiator declared it
    opened_at = models.DateTimeField()
    previous = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="next_cases"
    )
    is_demonstration = models.BooleanField(default=False)

    judged_on = models.DateField(null=True, blank=True)
    stage = models.CharField(max_length=40, blank=True, db_index=True)
    outcome = models.CharField(max_length=40, blank=True)
    is_closed = models.BooleanField(default=False, db_index=True)
    next_due_on = models.DateField(null=True, blank=True, db_index=True)
    next_due_step = models.CharField(max_length=40, blank=True)
    breach_count = models.PositiveIntegerField(default=0)

    objects = CaseSet.as_manager()

    class Meta:
        ordering = ["-opened_at", "-pk"]

    def __str__(self) -> str:
        return self.number

    @property
    def subject(self) -> str:
        """The name under which the journal keeps what happened here."""
        return f"case:{self.number}"

    def title(self, language: str) -> str:
        """The title in `language`, or empty: a legal title is never silently replaced."""
        return str(getattr(self, f"title_{language}", ""))


class Participation(models.Model):
    """A party in a case, in one role; `order` ranks deciders that follow one another."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="participations")
    party = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="participations")
    role = models.CharField(max_length=16)
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["case", "party"], name="participation_once")]
        ordering = ["case", "role", "order", "pk"]

    def __str__(self) -> str:
        return f"{self.party.key} as {self.role}"

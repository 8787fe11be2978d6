"""The special protocol of one budget year: its case, its bill, the solutions tried, who signed it."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from makul.bills.models import Bill
from makul.cases.models import Case
from makul.documents.models import Document
from makul.parties.models import Mandate, Party

YEARS = 3  # a budget is drafted for the year and the two after it


class SpecialProtocol(models.Model):
    """The special protocol on inter-budget relations of one year: its `case` runs the procedure.

    `frame_som`: what all recommended amounts of the budget year together may not pass, where the
    committee named such a frame.
    """

    case = models.OneToOneField(Case, on_delete=models.PROTECT, related_name="special_protocol")
    budget_year = models.PositiveSmallIntegerField(db_index=True)
    bill = models.ForeignKey(
        Bill, null=True, blank=True, on_delete=models.PROTECT, related_name="special_protocols"
    )
    previous = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="next_ones"
    )
    frame_som = models.DecimalField(max_digits=18, decimal_places=0, null=True, blank=True)
    document = models.ForeignKey(
        Document, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    drawn_sha256 = models.CharField(max_length=64, blank=True)
    sat_on = models.DateField(null=True, blank=True)  # the conciliation sitting
    sat_ky = models.TextField(blank=True)  # what is kept of it beside the items
    sat_ru = models.TextField(blank=True)
    adopted_on = models.DateField(null=True, blank=True)
    law_number = models.CharField(max_length=60, blank=True)

    class Meta:
        ordering = ["-budget_year", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(frame_som__isnull=True) | Q(frame_som__gte=0),
                name="special_protocol_frame",
            )
        ]

    def __str__(self) -> str:
        return f"special protocol {self.budget_year} ({self.case})"

    @property
    def years(self) -> tuple[int, ...]:
        """The budget year and those after it that the amounts are stated for."""
        return tuple(range(self.budget_year, self.budget_year + YEARS))


class Trial(models.Model):
    """A solution tried for balance: what each item would get in each year.

    `amounts`: {item: {year: som}}, as text, so that no digit of a sum is lost.
    """

    protocol = models.ForeignKey(SpecialProtocol, on_delete=models.CASCADE, related_name="trials")
    number = models.PositiveSmallIntegerField()
    amounts = models.JSONField()
    total_som = models.DecimalField(max_digits=18, decimal_places=0)  # of the budget year
    by = models.ForeignKey(Mandate, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["protocol", "number"]
        constraints = [
            models.UniqueConstraint(fields=["protocol", "number"], name="trial_numbered")
        ]

    def __str__(self) -> str:
        return f"trial {self.number} of {self.protocol_id}"


class Signature(models.Model):
    """A side that signed the protocol, or refused and said why."""

    class State(models.TextChoices):
        SIGNED = "signed"
        REFUSED = "refused"

    protocol = models.ForeignKey(
        SpecialProtocol, on_delete=models.CASCADE, related_name="signatures"
    )
    party = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey(Mandate, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    state = models.CharField(max_length=8, choices=State)
    language = models.CharField(max_length=2, blank=True)
    reason = models.TextField(blank=True)  # of a refusal, in its own language
    sha256 = models.CharField(max_length=64)  # of the paper that was signed
    method = models.CharField(max_length=20)  # which verifier vouches for it

    class Meta:
        ordering = ["at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["protocol", "party"], name="special_signature_once"),
            models.CheckConstraint(
                condition=Q(state="signed") | ~Q(reason=""), name="special_refusal_reason"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.state} by {self.party_id}"

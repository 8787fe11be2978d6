"""The readings of a bill: which text was read, how the vote went, and what became of each row."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from makul.bills.models import Bill
from makul.cases.models import Row
from makul.documents.models import Version
from makul.parties.models import Mandate
from makul.sittings.models.agenda import AgendaItem


class Reading(models.Model):
    """One reading of a bill, or several at once ("2,3"), with the text that was considered.

    `item` is empty where the reading was in a sitting that is not kept here; votes that nobody told
    stay empty and are shown as not known.
    """

    bill = models.ForeignKey(Bill, on_delete=models.PROTECT, related_name="readings")
    numbers = models.CharField(max_length=10)  # "1", "2,3": as in BillEvent.readings
    read_on = models.DateField()
    item = models.ForeignKey(
        AgendaItem, null=True, blank=True, on_delete=models.PROTECT, related_name="readings_held"
    )
    version = models.ForeignKey(
        Version, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    votes_for = models.PositiveSmallIntegerField(null=True, blank=True)
    votes_against = models.PositiveSmallIntegerField(null=True, blank=True)
    abstained = models.PositiveSmallIntegerField(null=True, blank=True)
    is_carried = models.BooleanField(null=True, blank=True)
    recorded_by = models.ForeignKey(Mandate, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["bill", "numbers", "read_on"], name="bill_reading_once")
        ]
        ordering = ["bill", "read_on", "pk"]

    def __str__(self) -> str:
        return f"reading {self.numbers} of bill {self.bill_id} on {self.read_on}"

    @property
    def is_fast(self) -> bool:
        """Several readings of a bill on one day."""
        return "," in self.numbers


class RowFate(models.Model):
    """What the text considered in a reading made of one row of the conciliation."""

    class Result(models.TextChoices):
        TAKEN = "taken"
        PARTLY = "partly"
        DECLINED = "declined"
        NOT_CONSIDERED = "not_considered"
        REOPENED = "reopened"  # it was settled or taken in, and an amendment undid it

    reading = models.ForeignKey(Reading, on_delete=models.CASCADE, related_name="fates")
    row = models.ForeignKey(Row, on_delete=models.PROTECT, related_name="fates")
    result = models.CharField(max_length=14, choices=Result)
    eid = models.CharField(max_length=160, blank=True)  # in the text considered
    wording_ky = models.TextField(blank=True)
    wording_ru = models.TextField(blank=True)
    amendment = models.CharField(
        max_length=300, blank=True
    )  # its number and who moved it, by office

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["reading", "row"], name="row_fate_once"),
            models.CheckConstraint(
                condition=~Q(result="reopened")
                | ~Q(amendment="")
                | ~Q(wording_ky="")
                | ~Q(wording_ru=""),
                name="row_fate_reopened_by_what",
            ),
        ]
        ordering = ["reading", "row__number"]

    def __str__(self) -> str:
        return f"row {self.row_id} in reading {self.reading_id}: {self.result}"

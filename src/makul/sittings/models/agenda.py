"""The agenda of a sitting: its items in order, what is late, what touches local communities."""

from __future__ import annotations

from django.db import models

from makul.bills.models import Bill
from makul.cases.models import Case
from makul.documents.models import Version
from makul.parties.models import Mandate
from makul.sittings.models.sitting import Sitting


class AgendaItem(models.Model):
    """One item: a bill in its readings, or another matter; with what was decided on it.

    `readings`: "1", "2", "2,3" of a bill at once. An item that is taken off stays on record.
    """

    sitting = models.ForeignKey(Sitting, on_delete=models.CASCADE, related_name="items")
    order = models.PositiveSmallIntegerField()
    title_ky = models.TextField(blank=True)
    title_ru = models.TextField(blank=True)
    bill = models.ForeignKey(
        Bill, null=True, blank=True, on_delete=models.PROTECT, related_name="agenda_items"
    )
    conciliation = models.ForeignKey(  # the case in which the bill was conciliated
        Case, null=True, blank=True, on_delete=models.PROTECT, related_name="agenda_items"
    )
    version = models.ForeignKey(  # the text that was considered
        Version, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    readings = models.CharField(max_length=10, blank=True)
    touches_local = models.BooleanField(default=False)
    reason = models.TextField(blank=True)  # why it touches local communities, or does not
    added_at = models.DateTimeField()
    added_by = models.ForeignKey(Mandate, on_delete=models.PROTECT, related_name="+")
    was_late = models.BooleanField(default=False)  # added after the agenda had been sent out
    decision_ky = models.TextField(blank=True)
    decision_ru = models.TextField(blank=True)
    taken_off_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["sitting", "order", "pk"]

    def __str__(self) -> str:
        return f"item {self.order} of sitting {self.sitting_id}"

    def title(self, language: str) -> str:
        """The title in `language`, or empty: a legal title is never silently replaced."""
        return str(getattr(self, f"title_{language}", ""))

    def decision(self, language: str) -> str:
        """What was decided, in `language`, or empty."""
        return str(getattr(self, f"decision_{language}", ""))

    @property
    def is_fast(self) -> bool:
        """Several readings of a bill in one sitting."""
        return "," in self.readings

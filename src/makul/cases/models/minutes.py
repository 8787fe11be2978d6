"""What the minutes of a meeting hold beside the rows: the agenda, tasks, corrections of one's words."""

from __future__ import annotations

from django.db import models

from makul.cases.models.remark import Row
from makul.cases.models.settling import Meeting
from makul.parties.models import Mandate, Party


class AgendaItem(models.Model):
    """A row on the agenda: in the consent list, taken together, or among the disputed, one by one."""

    class Part(models.TextChoices):
        CONSENT = "consent"
        DISPUTED = "disputed"

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="agenda")
    row = models.ForeignKey(Row, on_delete=models.CASCADE, related_name="+")
    part = models.CharField(max_length=10, choices=Part)
    order = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["meeting", "order"]
        constraints = [models.UniqueConstraint(fields=["meeting", "row"], name="agenda_row_once")]

    def __str__(self) -> str:
        return f"row {self.row_id} in the {self.part} part"


class MeetingTask(models.Model):
    """What the meeting asked a party to do, and by when (Model Order, art. 28)."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="tasks")
    party = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="+")
    text_ky = models.TextField(blank=True)
    text_ru = models.TextField(blank=True)
    due_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["meeting", "due_on", "pk"]

    def __str__(self) -> str:
        return f"task of {self.party.key} from meeting {self.meeting_id}"


class Correction(models.Model):
    """One who was present corrects the record of his own words; it is attached and replaces nothing."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="corrections")
    party = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey(Mandate, on_delete=models.PROTECT, related_name="+")
    language = models.CharField(max_length=2)
    text = models.TextField()
    at = models.DateTimeField()

    class Meta:
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return f"correction of {self.party.key} to meeting {self.meeting_id}"

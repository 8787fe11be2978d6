"""One expertise: the case it runs as, the bill and the text it is of, and who was appointed."""

from __future__ import annotations

from django.db import models

from makul.bills.models import Bill
from makul.cases.models import Case
from makul.documents.models import Version
from makul.expertise.models.expert import Expert
from makul.parties.models import Mandate, Party


class Expertise(models.Model):
    """A municipal expertise: its `case` runs the procedure `expertise`.

    `bill` and `conciliation` say of what; `version` is the very text, where Makul holds it.
    """

    case = models.OneToOneField(Case, on_delete=models.PROTECT, related_name="expertise")
    bill = models.ForeignKey(
        Bill, null=True, blank=True, on_delete=models.PROTECT, related_name="expertises"
    )
    conciliation = models.ForeignKey(
        Case, null=True, blank=True, on_delete=models.PROTECT, related_name="expertises"
    )
    version = models.ForeignKey(
        Version, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    ordered_by = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="+")
    task_ky = models.TextField(blank=True)  # what the experts are asked
    task_ru = models.TextField(blank=True)
    method = models.CharField(max_length=40)  # the edition of the method, as law data has it

    class Meta:
        ordering = ["-case__opened_at", "-pk"]

    def __str__(self) -> str:
        return f"expertise {self.case}"

    def task(self, language: str) -> str:
        """What the experts are asked, in `language`, or empty."""
        return str(getattr(self, f"task_{language}", ""))


class Appointment(models.Model):
    """An expert appointed to an expertise: the one who leads, or a member; a recused one stays named."""

    class Role(models.TextChoices):
        LEAD = "lead"
        MEMBER = "member"

    expertise = models.ForeignKey(Expertise, on_delete=models.CASCADE, related_name="appointments")
    expert = models.ForeignKey(Expert, on_delete=models.PROTECT, related_name="appointments")
    role = models.CharField(max_length=8, choices=Role)
    by = models.ForeignKey(Mandate, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    recused_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["expertise", "role", "at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["expertise", "expert"], name="appointed_once")
        ]

    def __str__(self) -> str:
        return f"{self.role} {self.expert_id} of expertise {self.expertise_id}"

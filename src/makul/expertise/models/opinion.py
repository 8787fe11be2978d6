"""What the experts found: answers of the checklist, costs, proposed wording, and the two verdicts."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from makul.documents.models import Document
from makul.expertise.models.expertise import Expertise
from makul.parties.models import Mandate


class Finding(models.Model):
    """One answer of the worksheet, to a question of the method: draft until the verdict is signed."""

    class Answer(models.TextChoices):
        YES = "yes"
        NO = "no"
        UNCLEAR = "unclear"  # the materials do not tell
        NOT_APPLICABLE = "not_applicable"

    expertise = models.ForeignKey(Expertise, on_delete=models.CASCADE, related_name="findings")
    question = models.CharField(max_length=60)  # key of the method: "money.1", "effect.mountain"
    answer = models.CharField(max_length=16, choices=Answer)
    text_ky = models.TextField(blank=True)
    text_ru = models.TextField(blank=True)
    eids = models.JSONField(default=list, blank=True)  # provisions it speaks of
    by = models.ForeignKey(Mandate, on_delete=models.PROTECT, related_name="+")
    changed_at = models.DateTimeField()

    class Meta:
        ordering = ["expertise", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["expertise", "question"], name="finding_once")
        ]

    def __str__(self) -> str:
        return f"{self.question}: {self.answer}"


class CostLine(models.Model):
    """What the draft costs one kind of body, estimated three times, for how many bodies of the kind."""

    class Term(models.TextChoices):
        ONE_OFF = "one_off"
        YEARLY = "yearly"

    expertise = models.ForeignKey(Expertise, on_delete=models.CASCADE, related_name="costs")
    body_kind = models.CharField(max_length=16)  # forms: body.kind
    term = models.CharField(max_length=8, choices=Term)
    bodies = models.PositiveIntegerField()
    low_som = models.PositiveBigIntegerField()  # per body
    likely_som = models.PositiveBigIntegerField()
    high_som = models.PositiveBigIntegerField()
    source_ky = models.TextField(blank=True)  # from where the three are known
    source_ru = models.TextField(blank=True)

    class Meta:
        ordering = ["expertise", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["expertise", "body_kind", "term"], name="cost_line_once"
            ),
            models.CheckConstraint(
                condition=Q(low_som__lte=F("likely_som")) & Q(likely_som__lte=F("high_som")),
                name="cost_low_to_high",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.body_kind} {self.term}"


class Proposal(models.Model):
    """A wording that the experts propose for one provision, with its reason."""

    expertise = models.ForeignKey(Expertise, on_delete=models.CASCADE, related_name="proposals")
    eid = models.CharField(max_length=160, blank=True)  # empty: the whole draft
    place = models.CharField(max_length=200, blank=True)  # in words, where there is no read text
    wording_ky = models.TextField(blank=True)
    wording_ru = models.TextField(blank=True)
    reason_ky = models.TextField(blank=True)
    reason_ru = models.TextField(blank=True)

    class Meta:
        ordering = ["expertise", "pk"]

    def __str__(self) -> str:
        return f"proposal {self.pk} of expertise {self.expertise_id}"


class Verdict(models.Model):
    """The verdict of the first or of the second deliberation, and the paper that was signed with it.

    Until `signed_at` it is a draft of the experts alone.
    """

    class Deliberation(models.IntegerChoices):
        FIRST = 1
        SECOND = 2

    expertise = models.ForeignKey(Expertise, on_delete=models.CASCADE, related_name="verdicts")
    deliberation = models.PositiveSmallIntegerField(choices=Deliberation)
    value = models.CharField(max_length=24)  # of the step `verdict` or `second_deliberation`
    reasons_ky = models.TextField(blank=True)
    reasons_ru = models.TextField(blank=True)
    by = models.ForeignKey(Mandate, on_delete=models.PROTECT, related_name="+")
    changed_at = models.DateTimeField()
    signed_at = models.DateTimeField(null=True, blank=True)
    document = models.ForeignKey(
        Document, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ["expertise", "deliberation"]
        constraints = [
            models.UniqueConstraint(fields=["expertise", "deliberation"], name="verdict_once"),
            models.CheckConstraint(
                condition=Q(signed_at__isnull=True) | Q(document__isnull=False),
                name="verdict_signed_with_paper",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.value} ({self.deliberation}) of expertise {self.expertise_id}"

    def reasons(self, language: str) -> str:
        """The reasons in `language`, or empty: a text is never silently replaced."""
        return str(getattr(self, f"reasons_{language}", ""))

"""A draft act with its package: the papers, what it touches in local self-government, what it costs."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from makul.cases.models import Case
from makul.documents.models import Document
from makul.parties.models import Mandate, Party


class DraftAct(models.Model):
    """A draft normative legal act in conciliation; before it is submitted it has no case."""

    case = models.OneToOneField(Case, null=True, blank=True, on_delete=models.PROTECT)
    initiator = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="drafts")
    act_kind = models.CharField(max_length=16)  # law | sub_statutory
    track = models.CharField(max_length=10, default="ordinary")
    track_reason = models.TextField(blank=True)
    title_ky = models.TextField(blank=True)
    title_ru = models.TextField(blank=True)
    summary_ky = models.TextField(blank=True)
    summary_ru = models.TextField(blank=True)
    questions_ky = models.TextField(blank=True)
    questions_ru = models.TextField(blank=True)
    authentic_language = models.CharField(max_length=2, blank=True)  # empty: not declared
    missing_language_by = models.DateField(null=True, blank=True)  # Order, art. 5 (language.2)
    is_financing_determined = models.BooleanField(null=True, blank=True)  # Constitution, 86(3)
    price_year = models.PositiveSmallIntegerField(null=True, blank=True)  # of the cost sheet
    cost_notes_ky = models.TextField(blank=True)  # assumptions, and what was not estimated
    cost_notes_ru = models.TextField(blank=True)
    previous = models.ForeignKey(  # a package returned, mended and submitted again (art. 15)
        Case, null=True, blank=True, on_delete=models.PROTECT, related_name="mended_by"
    )
    prepared_by = models.ForeignKey(Mandate, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField()
    ready_at = models.DateTimeField(null=True, blank=True)  # sent to the signatory
    ready_by = models.ForeignKey(
        Mandate, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ["-created_at", "-pk"]

    def __str__(self) -> str:
        return self.title_ky or self.title_ru

    @property
    def subject(self) -> str:
        return f"draft:{self.pk}"


class DraftDecider(models.Model):
    """Who will decide on the act, in the order in which they follow one another."""

    draft = models.ForeignKey(DraftAct, on_delete=models.CASCADE, related_name="deciders")
    party = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="+")
    order = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["draft", "order"]
        constraints = [
            models.UniqueConstraint(fields=["draft", "party"], name="draft_decider_once")
        ]

    def __str__(self) -> str:
        return f"{self.party.key} decides on draft {self.draft_id}"


class PackageItem(models.Model):
    """A paper of the package in its place: draft text, note, comparative table, other."""

    draft = models.ForeignKey(DraftAct, on_delete=models.CASCADE, related_name="items")
    document = models.OneToOneField(Document, on_delete=models.PROTECT)
    kind = models.CharField(max_length=16)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["draft", "kind"], condition=~Q(kind="attachment"), name="package_item_kind"
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind} of draft {self.draft_id}"


class NoteHeading(models.Model):
    """One of the eight headings of the justification note, in both languages."""

    draft = models.ForeignKey(DraftAct, on_delete=models.CASCADE, related_name="headings")
    number = models.PositiveSmallIntegerField()
    text_ky = models.TextField(blank=True)
    text_ru = models.TextField(blank=True)

    class Meta:
        ordering = ["draft", "number"]
        constraints = [
            models.UniqueConstraint(fields=["draft", "number"], name="note_heading_number"),
            models.CheckConstraint(
                condition=Q(number__gte=1, number__lte=8), name="note_heading_eight"
            ),
        ]

    def __str__(self) -> str:
        return f"heading {self.number} of draft {self.draft_id}"


class CostLine(models.Model):
    """One line of the cost sheet: what a provision costs bodies of one kind."""

    draft = models.ForeignKey(DraftAct, on_delete=models.CASCADE, related_name="costs")
    party = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="+")  # who reckoned
    order = models.PositiveSmallIntegerField()
    eid = models.CharField(max_length=160, blank=True)
    body_kind = models.CharField(max_length=16)
    item_ky = models.CharField(max_length=300, blank=True)
    item_ru = models.CharField(max_length=300, blank=True)
    bodies = models.PositiveIntegerField(default=1)
    volume = models.PositiveBigIntegerField(null=True, blank=True)  # of what the item depends on
    once_som = models.BigIntegerField(null=True, blank=True)  # a body; null: not estimated
    yearly_som = models.BigIntegerField(null=True, blank=True)
    lost_revenue_som = models.BigIntegerField(null=True, blank=True)
    transfer_som = models.BigIntegerField(null=True, blank=True)  # covered by means handed over
    staff = models.DecimalField(max_digits=8, decimal_places=2, null=True, blank=True)
    source_ky = models.CharField(max_length=300, blank=True)
    source_ru = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["draft", "party", "order"]

    def __str__(self) -> str:
        return f"cost of {self.eid} for {self.body_kind}"


class Screening(models.Model):
    """The card that says whether a draft touches local self-government: filled in by a person."""

    draft = models.OneToOneField(DraftAct, on_delete=models.CASCADE, related_name="screening")
    value = models.CharField(max_length=14, blank=True)  # affects | not_affecting | exempt
    ground = models.CharField(max_length=60, blank=True)  # key of the Order's exempt grounds
    reason_ky = models.TextField(blank=True)
    reason_ru = models.TextField(blank=True)
    circle_ky = models.TextField(blank=True)
    circle_ru = models.TextField(blank=True)
    by = models.ForeignKey(Mandate, null=True, blank=True, on_delete=models.PROTECT)
    at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"screening of draft {self.draft_id}"


class InterestFinding(models.Model):
    """Whether one of the eight kinds of interest was found, where and by which words."""

    screening = models.ForeignKey(Screening, on_delete=models.CASCADE, related_name="findings")
    kind = models.CharField(max_length=12)  # forms: interest
    found = models.CharField(max_length=6)  # yes | no | doubt
    eids = models.JSONField(default=list, blank=True)
    words_ky = models.TextField(blank=True)
    words_ru = models.TextField(blank=True)
    is_hinted = models.BooleanField(default=False)  # the search for words suggested it

    class Meta:
        constraints = [models.UniqueConstraint(fields=["screening", "kind"], name="finding_kind")]
        ordering = ["screening", "pk"]

    def __str__(self) -> str:
        return f"{self.kind}: {self.found}"

"""The opinion an association prepares for the minutes of a sitting, with the note it speaks from."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from makul.cases.models import Row
from makul.documents.models import Document
from makul.parties.models import Mandate, Party
from makul.sittings.models.agenda import AgendaItem


class Opinion(models.Model):
    """The opinion of one association on one item; after it is released not a letter changes.

    `text` goes into the minutes word for word; `note` is read aloud and stays with the association
    until it is spoken.
    """

    item = models.ForeignKey(AgendaItem, on_delete=models.CASCADE, related_name="opinions")
    association = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="+")
    stance = models.CharField(max_length=16, blank=True)  # forms: stance
    text_ky = models.TextField(blank=True)
    text_ru = models.TextField(blank=True)
    note_ky = models.TextField(blank=True)
    note_ru = models.TextField(blank=True)
    rows = models.ManyToManyField(Row, blank=True, related_name="+")  # those it speaks of
    document = models.ForeignKey(
        Document, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    prepared_by = models.ForeignKey(Mandate, on_delete=models.PROTECT, related_name="+")
    prepared_at = models.DateTimeField()
    released_by = models.ForeignKey(
        Mandate, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    released_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["item", "association"], name="opinion_once"),
            models.CheckConstraint(
                condition=Q(released_at__isnull=True) | ~Q(text_ky="") | ~Q(text_ru=""),
                name="opinion_says_something",
            ),
        ]
        ordering = ["item", "association__key"]

    def __str__(self) -> str:
        return f"opinion of {self.association.key} on item {self.item_id}"

    def text(self, language: str) -> str:
        """The opinion in `language`, or empty: it is never silently replaced."""
        return str(getattr(self, f"text_{language}", ""))

    def note(self, language: str) -> str:
        """The speaking note in `language`, or empty."""
        return str(getattr(self, f"note_{language}", ""))

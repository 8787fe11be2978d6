"""The ministry's desk: who drafts which reply, its own templates, what a new version settles."""

from __future__ import annotations

from django.db import models

from makul.cases.models.remark import Row
from makul.documents.models import Version
from makul.parties.models import Mandate, Party


class ReplyTemplate(models.Model):
    """A reply that an institution gives often, in its own words, to be fitted to a row."""

    party = models.ForeignKey(Party, on_delete=models.CASCADE, related_name="reply_templates")
    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=10)  # forms: reply.kind
    text_ky = models.TextField(blank=True)
    text_ru = models.TextField(blank=True)
    changed_by = models.ForeignKey(Mandate, on_delete=models.PROTECT, related_name="+")
    changed_at = models.DateTimeField()

    class Meta:
        ordering = ["name"]
        constraints = [models.UniqueConstraint(fields=["party", "name"], name="template_name")]

    def __str__(self) -> str:
        return self.name


class Assignment(models.Model):
    """Who of the initiator is to draft the reply to a row."""

    row = models.OneToOneField(Row, on_delete=models.CASCADE, related_name="assignment")
    mandate = models.ForeignKey(Mandate, on_delete=models.PROTECT, related_name="assignments")
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"row {self.row_id} to mandate {self.mandate_id}"


class RowRevision(models.Model):
    """A new version of the draft meets a row: in which provision, and whether it settles it."""

    row = models.ForeignKey(Row, on_delete=models.CASCADE, related_name="revisions")
    version = models.ForeignKey(Version, on_delete=models.PROTECT, related_name="+")
    eid = models.CharField(max_length=160)
    is_settling = models.BooleanField()  # as the initiator claims; the author drops the row, or not

    class Meta:
        constraints = [models.UniqueConstraint(fields=["row", "version"], name="row_revision_once")]

    def __str__(self) -> str:
        return f"row {self.row_id} in version {self.version_id}"

    @property
    def article(self) -> str:
        """The article of the new version in which the row is met."""
        return self.eid.split("__", 1)[0]

    @property
    def former(self) -> int:
        """The number of the version before it, with which it is compared."""
        return self.version.number - 1

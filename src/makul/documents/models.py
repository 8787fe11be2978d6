"""What is talked about: a document, its versions by language, and the provisions they split into."""

from __future__ import annotations

from django.db import models

from makul.parties.models import Party


class Blob(models.Model):
    """The exact bytes of a file, kept once under their SHA-256; these bytes are what is signed."""

    sha256 = models.CharField(max_length=64, primary_key=True)
    data = models.BinaryField()
    size = models.PositiveIntegerField()

    def __str__(self) -> str:
        return self.sha256[:12]


class Document(models.Model):
    """One paper under its whole life: a draft act, a note, a protocol. Its texts are versions."""

    class Kind(models.TextChoices):
        DRAFT = "draft"
        NOTE = "note"
        COMPARATIVE = "comparative"
        COSTS = "costs"
        SUMMARY = "summary"
        POSITION = "position"
        MINUTES = "minutes"
        PROTOCOL = "protocol"
        CERTIFICATE = "certificate"
        DISSENT = "dissent"
        DECISION = "decision"
        ADOPTED = "adopted"
        ATTACHMENT = "attachment"

    subject = models.CharField(max_length=80, db_index=True)  # "case:2026-0001"
    kind = models.CharField(max_length=16, choices=Kind)
    author = models.ForeignKey(Party, on_delete=models.PROTECT)
    is_public = models.BooleanField(default=True)
    created_at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.kind} of {self.subject}"


class Version(models.Model):
    """The text of a document in one language at one moment. A missing language stays missing."""

    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveSmallIntegerField()
    language = models.CharField(max_length=5)  # ky, ru, or ky+ru where one paper holds both
    title = models.TextField(blank=True)
    file_name = models.CharField(max_length=200)
    content_type = models.CharField(max_length=100)
    blob = models.ForeignKey(Blob, on_delete=models.PROTECT)
    created_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["document", "number", "language"], name="version_number_language"
            )
        ]
        ordering = ["document", "number", "language"]

    def __str__(self) -> str:
        return f"version {self.number} ({self.language}) of {self.document_id}"


class Provision(models.Model):
    """One article, part or point of a version, with an id that both languages share."""

    version = models.ForeignKey(Version, on_delete=models.PROTECT, related_name="provisions")
    order = models.PositiveIntegerField()
    eid = models.CharField(max_length=160)
    kind = models.CharField(max_length=16)
    number = models.CharField(max_length=40, blank=True)
    heading = models.TextField(blank=True)
    text = models.TextField(blank=True)
    search = models.TextField(blank=True)  # normalised: SQLite folds no Cyrillic by itself

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["version", "eid"], name="provision_version_eid")
        ]
        ordering = ["version", "order"]

    def __str__(self) -> str:
        return self.eid

"""The tables of the journal: entries, the checkpoints signed over them, the hashes of complete subtrees."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from django.db import models

from makul.core import journal


class Entry(models.Model):
    """One fact, numbered from 1 without gaps; the database itself refuses to change or delete it."""

    number = models.BigIntegerField(primary_key=True)
    at = models.DateTimeField()
    subject = models.CharField(max_length=120)
    action = models.CharField(max_length=60)
    party = models.CharField(max_length=120)
    to = models.CharField(max_length=120, blank=True, default="")
    value = models.CharField(max_length=120, blank=True, default="")
    data = models.JSONField(default=dict)
    previous_hash = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)

    class Meta:
        ordering = ["number"]
        verbose_name_plural = "entries"
        indexes = [
            models.Index(fields=["subject", "number"], name="journal_entry_subject"),
            models.Index(fields=["hash"], name="journal_entry_hash"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(number__gte=1), name="journal_entry_from_one"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.subject} {self.action}"

    def fields(self) -> dict[str, Any]:
        """What the hash covers, beside the hash before."""
        return {
            "number": self.number,
            "at": moment(self.at),
            "subject": self.subject,
            "action": self.action,
            "party": self.party,
            "to": self.to,
            "value": self.value,
            "data": self.data,
        }

    def line(self) -> dict[str, Any]:
        """What stands in an exported file."""
        return {**self.fields(), "previous": self.previous_hash, "hash": self.hash}

    def leaf(self) -> bytes:
        return journal.leaf_hash(bytes.fromhex(self.hash))


class Checkpoint(models.Model):
    """The root over the first `size` entries at a moment, signed: what was before cannot be rewritten unseen."""

    size = models.BigIntegerField(unique=True)
    root = models.CharField(max_length=64)
    at = models.DateTimeField()
    origin = models.CharField(max_length=120)
    key_id = models.CharField(max_length=8)
    public_key = models.CharField(max_length=64)
    signature = models.CharField(max_length=128)
    previous = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="next"
    )

    class Meta:
        ordering = ["size"]

    def __str__(self) -> str:
        return f"{self.size} {self.root}"


class Node(models.Model):
    """The hash of a complete subtree of two leaves or more; entries are the leaves themselves.

    `position` numbers the subtree in order: index * 2^(level+1) + 2^level - 1, so one column is the key.
    """

    position = models.BigIntegerField(primary_key=True)
    hash = models.CharField(max_length=64)

    def __str__(self) -> str:
        return f"{self.position} {self.hash}"


class SentForm(models.Model):
    """The token of a form that was sent: the same form sent twice does its work once."""

    token = models.CharField(max_length=40, primary_key=True)
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["at"], name="journal_sent_form_at")]

    def __str__(self) -> str:
        return self.token


def moment(at: datetime) -> str:
    """A moment as it stands in the canonical bytes: UTC, always six digits after the second."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")

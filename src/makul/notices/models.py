"""Who has been told: each notice is a row of the outbox until it is delivered or has failed."""

from __future__ import annotations

from django.db import models

from makul.parties.models import Party


class Notice(models.Model):
    """One letter to one party about one subject; `key` makes the same letter twice impossible."""

    class State(models.TextChoices):
        QUEUED = "queued"
        DELIVERED = "delivered"
        FAILED = "failed"  # the address refused it, or every try was used up

    key = models.CharField(max_length=160, unique=True)
    subject = models.CharField(max_length=80, db_index=True)  # "case:2026-0001"
    kind = models.CharField(max_length=24)  # "notified", "invited", "reminded", …
    party = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="notices")
    language = models.CharField(max_length=2)
    title = models.CharField(max_length=300)
    body = models.TextField()
    calendar = models.TextField(blank=True)  # iCalendar of the due date, attached
    path = models.CharField(max_length=200, blank=True)  # the page the letter leads to
    address = models.CharField(max_length=254, blank=True)
    state = models.CharField(max_length=10, choices=State, default=State.QUEUED)
    created_at = models.DateTimeField()
    next_try_at = models.DateTimeField()
    done_at = models.DateTimeField(null=True, blank=True)
    opened_at = models.DateTimeField(
        null=True, blank=True
    )  # its link was followed for the first time
    recorded_at = models.DateTimeField(null=True, blank=True)  # its entry stands in the journal

    class Meta:
        indexes = [models.Index(fields=["state", "next_try_at"])]
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.key


class Attempt(models.Model):
    """One try to deliver a notice and what the post office said."""

    notice = models.ForeignKey(Notice, on_delete=models.CASCADE, related_name="attempts")
    at = models.DateTimeField()
    is_delivered = models.BooleanField()
    answer = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.notice_id} at {self.at:%Y-%m-%d %H:%M}"

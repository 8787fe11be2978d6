"""How rows are settled: the meeting, its results row by row, the protocol and its signatures."""

from __future__ import annotations

from django.db import models

from makul.cases.models.case import Case
from makul.cases.models.remark import Row
from makul.documents.models import Version
from makul.parties.models import Mandate, Party


class Meeting(models.Model):
    """A conciliation meeting: invited for a day, then held or not, with its record."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="meetings")
    planned_at = models.DateTimeField()
    place = models.CharField(max_length=300, blank=True)
    invited_at = models.DateTimeField(null=True, blank=True)
    held_at = models.DateTimeField(null=True, blank=True)
    has_quorum = models.BooleanField(null=True, blank=True)
    record_ky = models.TextField(blank=True)
    record_ru = models.TextField(blank=True)

    class Meta:
        ordering = ["case", "planned_at"]

    def __str__(self) -> str:
        return f"meeting of {self.case.number} on {self.planned_at:%Y-%m-%d}"


class Presence(models.Model):
    """Who was there for which party, by office, and how."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="presences")
    party = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="+")
    office = models.CharField(max_length=200)
    may_decide = models.BooleanField(default=False)
    is_remote = models.BooleanField(default=False)

    def __str__(self) -> str:
        return f"{self.party.key} at meeting {self.meeting_id}"


class RowResult(models.Model):
    """What the meeting did with a row: settled with a wording both accept, or not settled."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="results")
    row = models.OneToOneField(Row, on_delete=models.CASCADE, related_name="result")
    is_settled = models.BooleanField()
    wording_ky = models.TextField(blank=True)
    wording_ru = models.TextField(blank=True)
    note_ky = models.TextField(blank=True)
    note_ru = models.TextField(blank=True)

    def __str__(self) -> str:
        return f"row {self.row_id}: {'settled' if self.is_settled else 'not settled'}"


class Protocol(models.Model):
    """The protocol of a case: of agreement, of disagreements, or a certificate of conciliation held."""

    case = models.OneToOneField(Case, on_delete=models.PROTECT, related_name="protocol")
    kind = models.CharField(max_length=14)  # agreement | disagreements | certificate
    version = models.OneToOneField(Version, on_delete=models.PROTECT)  # the exact PDF signed
    drawn_by = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="+")
    drawn_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"protocol of {self.kind} in {self.case.number}"


class Signature(models.Model):
    """A side signs the exact bytes of a protocol, or refuses with a reason."""

    protocol = models.ForeignKey(Protocol, on_delete=models.PROTECT, related_name="signatures")
    party = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="+")
    mandate = models.ForeignKey(Mandate, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    is_refused = models.BooleanField(default=False)
    reason = models.TextField(blank=True)
    dissent = models.TextField(blank=True)
    sha256 = models.CharField(max_length=64)
    method = models.CharField(max_length=20)  # which verifier vouches for it
    proof = models.TextField(blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["protocol", "party"], name="signature_once")]
        ordering = ["at"]

    def __str__(self) -> str:
        return f"{self.party.key} {'refused' if self.is_refused else 'signed'}"

"""Bills and government drafts that are registered elsewhere, what happened to them, and the watch on bypass."""

from __future__ import annotations

from datetime import date

from django.db import models

from makul.cases.models import Case, Row
from makul.documents.models import Document
from makul.notices.models import Notice
from makul.parties.models import Mandate, Party


class Bill(models.Model):
    """A bill as a register outside Makul knows it; `case` is its conciliation, where there is one.

    Keyed by the register it was read from and its number there, never by its title.
    """

    class Initiator(models.TextChoices):  # Constitution, art. 85
        CABINET = "cabinet"
        DEPUTIES = "deputies"
        PRESIDENT = "president"
        VOTERS = "voters"
        COURT = "court"
        PROSECUTOR = "prosecutor"
        KURULTAI = "kurultai"

    class Stage(models.TextChoices):
        REGISTERED = "registered"
        COMMITTEE = "committee"
        READING_1 = "reading_1"
        READING_2 = "reading_2"
        READING_3 = "reading_3"
        ADOPTED = "adopted"
        SIGNED = "signed"
        PUBLISHED = "published"
        REJECTED = "rejected"
        WITHDRAWN = "withdrawn"

    class Touches(models.TextChoices):
        UNKNOWN = "unknown"  # nobody has looked, and the words say nothing for certain
        LIKELY = "likely"  # the words of the text point to local matters
        YES = "yes"  # a person found it
        NO = "no"

    source = models.CharField(max_length=40)  # the register: "kenesh", "koomtalkuu", …
    number = models.CharField(max_length=60)
    title_ky = models.TextField(blank=True)
    title_ru = models.TextField(blank=True)
    summary_ky = models.TextField(blank=True)
    summary_ru = models.TextField(blank=True)
    address = models.URLField(max_length=500, blank=True)  # of its page in the register
    initiator_kind = models.CharField(max_length=12, choices=Initiator)
    initiator = models.CharField(max_length=300, blank=True)  # by office or as the register says
    act_kind = models.CharField(max_length=16, default="law")  # law | sub_statutory
    registered_on = models.DateField(db_index=True)
    committee = models.ForeignKey(
        Party, null=True, blank=True, on_delete=models.PROTECT, related_name="bills"
    )
    stage = models.CharField(max_length=12, choices=Stage, default=Stage.REGISTERED)
    track = models.CharField(max_length=10, default="ordinary")  # fast: several readings at once
    touches = models.CharField(
        max_length=8, choices=Touches, default=Touches.UNKNOWN, db_index=True
    )
    interests = models.JSONField(default=list, blank=True)  # kinds of interest, forms: interest
    hints = models.JSONField(default=dict, blank=True)  # {kind: [words found]}, a hint, no finding
    screened_by = models.ForeignKey(
        Mandate, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    case = models.ForeignKey(
        Case, null=True, blank=True, on_delete=models.PROTECT, related_name="bills"
    )
    matched_by = models.CharField(max_length=10, blank=True)  # "number", "title", "hand", "motion"
    row_sha256 = models.CharField(max_length=64)  # of the row as it was read last
    search = models.CharField(max_length=900, blank=True)
    read_at = models.DateTimeField()
    is_demonstration = models.BooleanField(default=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["source", "number"], name="bill_once")]
        indexes = [
            models.Index(fields=["-registered_on", "-id"], name="bill_newest"),
            models.Index(fields=["touches", "-registered_on", "-id"], name="bill_touching"),
            models.Index(fields=["stage"], name="bill_stage"),
        ]
        ordering = ["-registered_on", "-pk"]

    def __str__(self) -> str:
        return f"{self.source} {self.number}"

    @property
    def subject(self) -> str:
        """The name under which the journal keeps what happened to the bill."""
        return f"bill:{self.pk}"

    @property
    def created_at(self) -> date:
        """Since when a language of its title that is missing has been missing."""
        return self.registered_on

    def title(self, language: str) -> str:
        """The title in `language`, or empty: a legal title is never silently replaced."""
        return str(getattr(self, f"title_{language}", ""))


class BillEvent(models.Model):
    """One thing that happened to a bill, as a register told it or a sitting recorded it."""

    class Kind(models.TextChoices):
        REGISTERED = "registered"
        AGENDA = "agenda"  # put on the agenda of a sitting
        AGENDA_CHANGED = "agenda_changed"  # added or moved after the agenda was sent out
        FAST_TRACK = "fast_track"  # several readings at once
        READING = "reading"
        AMENDMENT = "amendment"  # tabled after the conciliation
        ADOPTED = "adopted"
        SIGNED = "signed"
        PUBLISHED = "published"
        REJECTED = "rejected"
        WITHDRAWN = "withdrawn"

    bill = models.ForeignKey(Bill, on_delete=models.PROTECT, related_name="events")
    key = models.CharField(max_length=80)  # of the event in its source: told twice is told once
    kind = models.CharField(max_length=16, choices=Kind)
    on = models.DateField()
    readings = models.CharField(max_length=10, blank=True)  # "1", "2,3"
    eids = models.JSONField(default=list, blank=True)  # provisions that an amendment touches
    text_ky = models.TextField(blank=True)
    text_ru = models.TextField(blank=True)
    told_by = models.CharField(max_length=40)  # the register, or "sitting:<case number>"
    read_at = models.DateTimeField()
    is_watched = models.BooleanField(default=True, db_index=True)  # not: the watch has yet to look

    class Meta:
        constraints = [models.UniqueConstraint(fields=["bill", "key"], name="bill_event_once")]
        ordering = ["bill", "on", "pk"]

    def __str__(self) -> str:
        return f"{self.kind} of {self.bill_id} on {self.on}"


class Alert(models.Model):
    """What the watch noticed: raised once, told to the association, answered or let be, counted in public."""

    class Kind(models.TextChoices):
        NO_CASE = "no_case"
        AGENDA_CHANGE = "agenda_change"
        FAST_TRACK = "fast_track"
        REOPENED = "reopened"  # an amendment after conciliation touches a settled row

    bill = models.ForeignKey(Bill, on_delete=models.PROTECT, related_name="alerts")
    key = models.CharField(max_length=120, unique=True)
    kind = models.CharField(max_length=16, choices=Kind)
    event = models.ForeignKey(BillEvent, null=True, blank=True, on_delete=models.PROTECT)
    rows = models.ManyToManyField(Row, blank=True, related_name="+")  # settled rows it reopens
    raised_at = models.DateTimeField(db_index=True)
    notice = models.ForeignKey(Notice, null=True, blank=True, on_delete=models.PROTECT)
    opinion = models.ForeignKey(  # the self-initiated opinion drawn up ready
        Document, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    answered_case = models.ForeignKey(
        Case, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    answered_at = models.DateTimeField(null=True, blank=True)
    answer = models.CharField(max_length=12, blank=True)  # "motion", "opinion", "let_be"
    answered_by = models.ForeignKey(
        Mandate, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    reason = models.TextField(blank=True)  # why it was let be

    class Meta:
        ordering = ["-raised_at", "-pk"]

    def __str__(self) -> str:
        return self.key


class Attachment(models.Model):
    """A paper in the dossier of a bill: an expertise, an opinion, a special protocol, minutes."""

    bill = models.ForeignKey(Bill, on_delete=models.PROTECT, related_name="attachments")
    kind = models.CharField(max_length=20)  # "expertise", "opinion", "special_protocol", "minutes"
    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="+")
    case = models.ForeignKey(
        Case, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    attached_by = models.ForeignKey(Mandate, on_delete=models.PROTECT, related_name="+")
    attached_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["bill", "document"], name="bill_attachment_once")
        ]
        ordering = ["bill", "attached_at", "pk"]

    def __str__(self) -> str:
        return f"{self.kind} of {self.bill_id}"


class Suggestion(models.Model):
    """A case whose title is like that of a bill: a person says whether they are the same."""

    bill = models.ForeignKey(Bill, on_delete=models.CASCADE, related_name="suggestions")
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="+")
    likeness = models.PositiveSmallIntegerField()  # per cent
    is_refused = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["bill", "case"], name="bill_suggestion_once")
        ]
        ordering = ["-likeness", "pk"]

    def __str__(self) -> str:
        return f"{self.bill_id} is like {self.case_id}: {self.likeness} %"


class Feed(models.Model):
    """A list of bills that a register offers at an address; the worker reads it again and again."""

    source = models.CharField(max_length=40)
    url = models.URLField(max_length=500, unique=True)
    form = models.CharField(max_length=8)  # "atom" (and RSS) or "json"
    initiator_kind = models.CharField(max_length=12, blank=True)  # of entries that do not say it
    etag = models.CharField(max_length=300, blank=True)
    last_modified = models.CharField(max_length=80, blank=True)
    next_read_at = models.DateTimeField()
    read_at = models.DateTimeField(null=True, blank=True)  # the last time it answered well
    failure = models.CharField(max_length=300, blank=True)  # what went wrong the last time
    is_demonstration = models.BooleanField(default=False)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.url


class Intake(models.Model):
    """One taking in of a file or a feed of a register: what it held, what was refused and why."""

    class State(models.TextChoices):
        QUEUED = "queued"
        READING = "reading"
        DONE = "done"
        FAILED = "failed"  # nothing of it could be read

    state = models.CharField(max_length=8, choices=State, default=State.QUEUED, db_index=True)
    actor = models.ForeignKey(
        Mandate, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )  # none: the operator, or a feed
    is_demonstration = models.BooleanField(default=False)
    done = models.PositiveIntegerField(default=0)  # rows that are behind it, of `rows`
    changes = models.JSONField(default=list, blank=True)  # the first of those that changed
    source = models.CharField(max_length=40)
    name = models.CharField(max_length=200)  # of the file, or the address of the feed
    sha256 = models.CharField(max_length=64)
    rows = models.PositiveIntegerField(default=0)
    new = models.PositiveIntegerField(default=0)
    changed = models.PositiveIntegerField(default=0)
    refused = models.PositiveIntegerField(default=0)
    refusals = models.JSONField(default=list, blank=True)  # [{"line": 7, "code": …, "params": {…}}]
    begun_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-begun_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.name} ({self.begun_at:%Y-%m-%d})"


class IntakeFile(models.Model):
    """The bytes of a file that waits for the worker; they go when it was read."""

    intake = models.OneToOneField(Intake, on_delete=models.CASCADE, related_name="file")
    form = models.CharField(max_length=4)  # "csv" or "json"
    data = models.BinaryField()

    def __str__(self) -> str:
        return f"file of intake {self.intake_id}"

"""Reads what came of a case: its meetings with who was there and what was settled, the protocol, the decisions."""

from __future__ import annotations

from dataclasses import dataclass, field

from makul.cases.models import Case, Decision, Meeting, Protocol, RowResult, Signature
from makul.cases.models.minutes import Correction, MeetingTask
from makul.cases.models.settling import Presence
from makul.documents.models import Document, Version

PAPERS = (Document.Kind.MINUTES, Document.Kind.PROTOCOL, Document.Kind.CERTIFICATE)


@dataclass
class Held:
    """A meeting as it is laid open: who was there, what was settled, what is still to be done."""

    meeting: Meeting
    presences: list[Presence] = field(default_factory=list)
    results: list[RowResult] = field(default_factory=list)
    tasks: list[MeetingTask] = field(default_factory=list)
    corrections: list[Correction] = field(default_factory=list)

    @property
    def settled(self) -> int:
        return sum(one.is_settled for one in self.results)


@dataclass(frozen=True, slots=True)
class Closed:
    """The protocol of a case with those who signed or refused."""

    protocol: Protocol
    signatures: list[Signature]


def meetings_of(case: Case) -> list[Held]:
    """The meetings that were called, the oldest first (five queries at most)."""
    found = {one.pk: Held(one) for one in case.meetings.filter(invited_at__isnull=False)}
    if not found:
        return []
    for seat in Presence.objects.filter(meeting__in=list(found)).select_related("party"):
        found[seat.meeting_id].presences.append(seat)
    results = RowResult.objects.filter(meeting__in=list(found)).select_related("row")
    for result in results.order_by("row__number"):
        found[result.meeting_id].results.append(result)
    for task in MeetingTask.objects.filter(meeting__in=list(found)).select_related("party"):
        found[task.meeting_id].tasks.append(task)
    for word in Correction.objects.filter(meeting__in=list(found)).select_related("party"):
        found[word.meeting_id].corrections.append(word)
    return list(found.values())


def closed_by(case: Case) -> Closed | None:
    """The protocol, or nothing yet (two queries)."""
    protocol = Protocol.objects.filter(case=case).select_related("version__document").first()
    if protocol is None:
        return None
    signed = protocol.signatures.select_related("party", "mandate__party").order_by("at")
    return Closed(protocol, list(signed))


def closing_papers(case: Case) -> list[Version]:
    """The minutes and the protocols as files, each version of them (one query)."""
    return list(
        Version.objects.filter(
            document__subject=case.subject, document__kind__in=PAPERS, document__is_public=True
        )
        .select_related("document")
        .order_by("document_id", "number", "language")
    )


def decisions_of(case: Case) -> list[Decision]:
    """What deciders took of each row, with their reasons (one query)."""
    found = Decision.objects.filter(row__case=case).select_related("row", "party")
    return list(found.order_by("row__number", "at", "pk"))

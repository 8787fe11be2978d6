"""Reads one bill with all that lies in its dossier: events, alerts with their answers, papers."""

from __future__ import annotations

from dataclasses import dataclass

from makul.bills.models import Alert, Attachment, Bill, BillEvent
from makul.cases.models import Case


@dataclass(frozen=True, slots=True)
class Dossier:
    """All that is known of a bill, the oldest first."""

    bill: Bill
    events: list[BillEvent]
    alerts: list[Alert]
    attachments: list[Attachment]

    def of_kind(self, kind: str) -> list[Attachment]:
        """The papers of one kind: expertise, opinion, special_protocol, minutes."""
        return [one for one in self.attachments if one.kind == kind]


def bill_of(case: Case) -> Bill | None:
    """The bill whose conciliation, sitting, expertise or protocol the case is (at most two queries).

    A case of conciliation stands at its bill; cases of other procedures stand at the papers they
    attached to it.
    """
    found = Bill.objects.filter(case=case).first()
    if found is None:
        attached = Attachment.objects.filter(case=case).select_related("bill").first()
        found = attached.bill if attached else None
    return found


def dossier(bill: Bill) -> Dossier:
    """The dossier (four queries, whatever it holds)."""
    alerts = bill.alerts.select_related("event", "notice", "answered_case", "answered_by__party")
    papers = bill.attachments.select_related("document", "case", "attached_by__party")
    return Dossier(
        bill=bill,
        events=list(bill.events.order_by("on", "pk")),
        alerts=list(alerts.order_by("raised_at", "pk")),
        attachments=list(papers.prefetch_related("document__versions").order_by("attached_at")),
    )

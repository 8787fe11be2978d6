"""Puts papers into the dossier of a bill: an expertise, an opinion, a special protocol, minutes."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from makul.bills.models import Attachment, Bill
from makul.cases.models import Case
from makul.documents.models import Document
from makul.journal.actions import lock, record
from makul.parties.models import Mandate


@transaction.atomic
def attach(
    *,
    bill: Bill,
    kind: str,
    document: Document,
    case: Case | None = None,
    actor: Mandate,
    now: datetime,
) -> Attachment:
    """A paper in the dossier; attached twice it lies there once.

    `kind`: expertise, opinion, special_protocol or minutes. Whether the actor may give out the
    paper is asked by the room whose paper it is, before.
    """
    lock()
    known = Attachment.objects.filter(bill=bill, document=document).first()
    if known:
        return known
    attachment = Attachment.objects.create(
        bill=bill, kind=kind, document=document, case=case, attached_by=actor, attached_at=now
    )
    record(
        subject=bill.subject,
        action="bill_attached",
        party=actor.party.key,
        at=now,
        value=kind,
        data={"document": document.pk} | ({"case": case.number} if case else {}),
    )
    return attachment

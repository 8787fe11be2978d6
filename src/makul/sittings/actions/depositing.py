"""Keeps approved minutes as files that change no more, also those that silence approved, and deposits them."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from makul.bills.actions.dossier import attach
from makul.documents.models import Document
from makul.documents.storing import digests, store_document
from makul.journal.actions import record
from makul.parties.models import Mandate
from makul.sittings.models import Minutes
from makul.sittings.papers.minutes import SIGNED, minutes_files

DEEMED = "minutes_deemed"


def locked(minutes: Minutes) -> Minutes:
    """The minutes as they stand now; nobody else changes them until this is done."""
    fresh = Minutes.objects.select_for_update(of=("self",))
    found = fresh.select_related("sitting__case__agreement", "sitting__house", "drafted_by__party")
    return found.get(pk=minutes.pk)


def keep_files(minutes: Minutes, *, now: datetime) -> Document:
    """One PDF in both languages, whose digest stands for the minutes, and a Word file in each."""
    document = store_document(
        subject=minutes.sitting.case.subject,
        kind=Document.Kind.MINUTES,
        author=minutes.sitting.house,
        files=minutes_files(minutes, now=now),
        now=now,
    )
    minutes.document = document
    minutes.sha256 = document.versions.get(language=SIGNED).blob_id
    minutes.save()
    return document


def put_in_dossiers(minutes: Minutes, document: Document, *, actor: Mandate, now: datetime) -> None:
    """The minutes lie in the dossier of each bill that the sitting considered."""
    sitting = minutes.sitting
    items = sitting.items.filter(bill__isnull=False, taken_off_at__isnull=True)
    for item in items.select_related("bill").order_by("order"):
        if item.bill:
            attach(
                bill=item.bill,
                kind="minutes",
                document=document,
                case=sitting.case,
                actor=actor,
                now=now,
            )


def deposit_deemed(*, now: datetime) -> int:
    """Every minutes that silence has approved and that lie nowhere yet; how many there were."""
    waiting = Minutes.objects.filter(document__isnull=True, sitting__case__outcome=DEEMED)
    found = list(waiting.order_by("pk"))
    for minutes in found:
        deposit_minutes(minutes=minutes, now=now)
    return len(found)


@transaction.atomic
def deposit_minutes(*, minutes: Minutes, now: datetime) -> Minutes:
    """Keep minutes that silence approved, as their draft stands. Twice is once.

    Nobody signed them: they are deposited in the name of the one who drafted them.
    """
    minutes = locked(minutes)
    case = minutes.sitting.case
    if minutes.document_id or case.outcome != DEEMED:
        return minutes
    document = keep_files(minutes, now=now)
    put_in_dossiers(minutes, document, actor=minutes.drafted_by, now=now)
    record(
        subject=case.subject,
        action="minutes_deposited",
        party=minutes.sitting.house.key,
        at=now,
        data={"sha256": minutes.sha256, "papers": digests(document)},
    )
    return minutes

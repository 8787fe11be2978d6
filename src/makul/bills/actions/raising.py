"""Raises the alerts that follow from what is known of a bill: once each, told at once, with an opinion ready."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from django.db.models import Q
from django.utils import timezone

from makul.bills.letters import alert_letter
from makul.bills.models import Alert, Bill, BillEvent
from makul.bills.papers.opinion import opinion_paper
from makul.bills.stages import BECAME_LAW
from makul.cases.models import Row
from makul.cases.queries.rows import SETTLED
from makul.documents.models import Document
from makul.documents.storing import File, store_document
from makul.documents.word_writing import write_docx
from makul.notices.actions import queue_notice
from makul.parties.models import Party

Kind = Alert.Kind
OF_EVENT = {
    BillEvent.Kind.AGENDA_CHANGED: Kind.AGENDA_CHANGE,
    BillEvent.Kind.FAST_TRACK: Kind.FAST_TRACK,
}
WATCHED = frozenset({*OF_EVENT, BillEvent.Kind.AMENDMENT, BillEvent.Kind.READING})
TOUCHING = frozenset({Bill.Touches.LIKELY, Bill.Touches.YES})
# A register that is read for the first time tells old stories too: they are no alarm of today.
NEWS = timedelta(days=30)


def raise_for_event(event: BillEvent, *, now: datetime, letters: bool = True) -> list[Alert]:
    """The alerts that an event calls for, of those not raised before."""
    bill = event.bill
    raised = raise_for_bill(bill, now=now, letters=letters)
    if not is_watched(bill) or event.on < timezone.localdate(event.read_at) - NEWS:
        return raised
    for kind, key, rows in wanted(bill, event):
        alert = raise_once(bill, kind, key=key, event=event, rows=rows, now=now, letters=letters)
        raised += [alert] if alert else []
    return raised


def raise_for_bill(bill: Bill, *, now: datetime, letters: bool = True) -> list[Alert]:
    """`no_case`: from the registration on, as long as nobody has opened a conciliation."""
    if bill.touches not in TOUCHING or bill.case_id or not is_news(bill):
        return []
    alert = raise_once(bill, Kind.NO_CASE, key=f"no_case:{bill.pk}", now=now, letters=letters)
    return [alert] if alert else []


def is_watched(bill: Bill) -> bool:
    return bill.touches in TOUCHING or (bill.case_id is not None)


def is_news(bill: Bill) -> bool:
    """Still on its way, or ended so shortly before it was read that nobody could have asked for it."""
    if bill.stage in {Bill.Stage.REJECTED, Bill.Stage.WITHDRAWN}:
        return False
    recent = bill.registered_on >= timezone.localdate(bill.read_at) - NEWS
    return bill.stage not in BECAME_LAW or recent


def wanted(bill: Bill, event: BillEvent) -> list[tuple[Kind, str, Sequence[Row]]]:
    """Kind, key and reopened rows of each alert; a decision on several readings and the readings
    themselves are one alert."""
    kind = OF_EVENT.get(BillEvent.Kind(event.kind))
    if kind == Kind.FAST_TRACK or "," in event.readings:
        return [(Kind.FAST_TRACK, f"fast_track:{bill.pk}:{event.readings or event.key}", ())]
    if kind:
        return [(kind, f"{kind}:{event.pk}", ())]
    if event.kind == BillEvent.Kind.AMENDMENT and (rows := reopened(bill, event.eids)):
        return [(Kind.REOPENED, f"reopened:{event.pk}", rows)]
    return []


def reopened(bill: Bill, eids: Iterable[str]) -> list[Row]:
    """The settled rows on a provision that is touched, on a part of it or on what it is part of."""
    touched = [eid for eid in eids if eid]
    if not bill.case_id or not touched:
        return []
    places = Q()
    for eid in touched:
        steps = eid.split("__")
        above = ["__".join(steps[:count]) for count in range(1, len(steps) + 1)]
        places |= Q(eid__in=above) | Q(eid__startswith=f"{eid}__")
    rows = Row.objects.filter(SETTLED, places, case=bill.case_id)
    return list(rows.distinct().order_by("number"))


def raise_once(
    bill: Bill,
    kind: Kind,
    *,
    key: str,
    now: datetime,
    event: BillEvent | None = None,
    rows: Sequence[Row] = (),
    letters: bool = True,
) -> Alert | None:
    """The alert with its letter and its opinion; None where it was raised before."""
    alert, is_new = Alert.objects.get_or_create(
        key=key, defaults={"bill": bill, "kind": kind, "event": event, "raised_at": now}
    )
    if not is_new:
        return None
    alert.rows.set(rows)
    told = associations(bill, now=now)
    if told and letters:
        draw_opinion(alert, told[0], now=now)
        notices = [
            queue_notice(letter=alert_letter(alert, one), party=one, now=now, again=str(alert.pk))
            for one in told
        ]
        alert.notice = notices[0]
        alert.save(update_fields=["notice"])
    return alert


def associations(bill: Bill, *, now: datetime) -> list[Party]:
    """Those who are told: every association there is today, of the same world as the bill."""
    today = timezone.localdate(now)
    found = Party.objects.filter(
        Q(valid_from__isnull=True) | Q(valid_from__lte=today),
        Q(valid_to__isnull=True) | Q(valid_to__gte=today),
        kind=Party.Kind.ASSOCIATION,
        is_demonstration=bill.is_demonstration,
    )
    return list(found.order_by("pk"))


def draw_opinion(alert: Alert, association: Party, *, now: datetime) -> Document:
    """The opinion as two Word files, which the association alone reads until it releases them."""
    files = [
        File(
            language=code,
            name=f"opinion-{alert.bill_id}-{alert.pk}-{code}.docx",
            data=write_docx(opinion_paper(alert, association, language=code, now=now)),
            title=alert.bill.title(code),
        )
        for code in ("ky", "ru")
    ]
    alert.opinion = store_document(
        subject=alert.bill.subject,
        kind=Document.Kind.POSITION,
        author=association,
        files=files,
        now=now,
        is_public=False,
    )
    alert.save(update_fields=["opinion"])
    return alert.opinion

"""The watch in the background: what files and feeds told is looked at, and alerts are raised for it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.db.models import F, Q, QuerySet
from django.utils import timezone

from makul.bills.actions.raising import (
    NEWS,
    TOUCHING,
    associations,
    draw_opinion,
    raise_for_bill,
    raise_for_event,
)
from makul.bills.letters import many_letter
from makul.bills.models import Alert, Bill, BillEvent
from makul.bills.stages import BECAME_LAW
from makul.journal.actions import record
from makul.notices.actions import queue_notice

A_ROUND = 200  # alerts in one round; the next round is seconds away
MOST_LETTERS = 20  # more at once are one letter with the list
MOST_DRAWN = 25  # opinions drawn in one round


def notice_pending(*, now: datetime) -> int:
    """Raise what is not raised yet, each alert with its own entry. Returns how many were raised.

    What was raised before a worker was killed is not raised again: the key of an alert is unique.
    """
    events, bills = unwatched_events(), unnoticed_bills()
    letters = events.count() + bills.count() <= MOST_LETTERS
    raised: list[Alert] = []
    for event in events.select_related("bill__case", "bill__committee")[:A_ROUND]:
        raised += notice_event(event=event, now=now, letters=letters)
    for bill in bills.select_related("committee")[:A_ROUND]:
        raised += notice_bill(bill=bill, now=now, letters=letters)
    BillEvent.objects.filter(is_watched=False).exclude(touched()).update(is_watched=True)
    if raised and not letters:
        tell_many(raised, now=now)
    draw_missing(now=now)
    return len(raised)


def touched() -> Q:
    return Q(bill__touches__in=TOUCHING) | Q(bill__case__isnull=False)


def unwatched_events() -> QuerySet[BillEvent]:
    """Events nobody has looked at, of bills that touch local communities or are in conciliation."""
    return BillEvent.objects.filter(touched(), is_watched=False).order_by("pk")


def unnoticed_bills() -> QuerySet[Bill]:
    """Bills that touch local communities, have no case and no alert of it, and are news."""
    recent = Q(read_at__date__lte=F("registered_on") + NEWS)
    return (
        Bill.objects.filter(touches__in=TOUCHING, case__isnull=True)
        .exclude(stage__in=(Bill.Stage.REJECTED, Bill.Stage.WITHDRAWN))
        .filter(~Q(stage__in=BECAME_LAW) | recent)
        .exclude(alerts__kind=Alert.Kind.NO_CASE)
        .order_by("pk")
    )


@transaction.atomic
def notice_event(*, event: BillEvent, now: datetime, letters: bool = True) -> list[Alert]:
    raised = raise_for_event(event, now=now, letters=letters)
    BillEvent.objects.filter(pk=event.pk).update(is_watched=True)
    enter(event.bill, raised, now=now)
    return raised


@transaction.atomic
def notice_bill(*, bill: Bill, now: datetime, letters: bool = True) -> list[Alert]:
    raised = raise_for_bill(bill, now=now, letters=letters)
    enter(bill, raised, now=now)
    return raised


def enter(bill: Bill, raised: Sequence[Alert], *, now: datetime) -> None:
    """One entry for all that was raised of a bill at once."""
    if raised:
        record(
            subject=bill.subject,
            action="alert_raised",
            party="watch",
            at=now,
            value=raised[0].kind,
            data={
                "bill": f"{bill.source} {bill.number}",
                "alerts": [alert.key for alert in raised],
            },
        )


def tell_many(raised: Sequence[Alert], *, now: datetime) -> None:
    """One letter a day to each association, with how many there are and where the list is."""
    day = timezone.localdate(now).isoformat()
    for bill in {alert.bill.is_demonstration: alert.bill for alert in raised}.values():
        count = sum(one.bill.is_demonstration == bill.is_demonstration for one in raised)
        for party in associations(bill, now=now):
            queue_notice(letter=many_letter(count, party), party=party, now=now, again=day)


def draw_missing(*, now: datetime) -> int:
    """Draw opinions that are not ready yet, the newest alerts first."""
    waiting = Alert.objects.filter(opinion__isnull=True, answered_at__isnull=True)
    done = 0
    for alert in waiting.select_related("bill__committee", "event")[:MOST_DRAWN]:
        if told := associations(alert.bill, now=now):
            with transaction.atomic():
                draw_opinion(alert, told[0], now=now)
            done += 1
    return done

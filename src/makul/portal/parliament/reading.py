"""Reads the records of Parliament's side, a few queries for each hundred; nothing that is not public."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import batched
from typing import Any

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce
from django.utils import timezone

from makul.bills.models import Alert, Bill, BillEvent
from makul.expertise.models import CostLine
from makul.portal.parliament.bills import page_of_bill
from makul.portal.parliament.expertises import with_verdicts
from makul.portal.parliament.judged import judged
from makul.portal.parliament.records import (
    AlertRecord,
    BillDetail,
    BillRecord,
    EventRecord,
    ExpertiseRecord,
    SittingRecord,
)
from makul.portal.parliament.told import page_of
from makul.sittings.models import AgendaItem, Opinion
from makul.sittings.queries.listing import invitation_breaches, sittings

A_BATCH = 100
OF_BILL = (
    *("id", "source", "number", "title_ky", "title_ru", "initiator_kind", "initiator", "act_kind"),
    *("registered_on", "stage", "track", "touches", "interests", "is_demonstration"),
)


def newest_bills() -> QuerySet[Any]:
    found = Bill.objects.select_related("committee", "case").defer("hints", "search")
    return found.order_by("-registered_on", "-pk")


def all_bills() -> QuerySet[Any]:
    """All bills with what a record says of them, the newest first."""
    # A count of its own for each row that is read: joined, every bill is grouped before the first.
    raised = Alert.objects.filter(bill=OuterRef("pk")).order_by().values("bill")
    number = Subquery(raised.annotate(n=Count("pk")).values("n"))
    found: QuerySet[Any] = newest_bills().annotate(alert_count=Coalesce(number, 0))
    return found


def every_bill() -> Iterator[BillRecord]:
    """All bills; the alerts of all are counted at once (two queries)."""
    raised = dict(Alert.objects.order_by().values_list("bill").annotate(n=Count("pk")))
    for one in newest_bills().iterator(chunk_size=1000):
        one.alert_count = raised.get(one.pk, 0)
        yield bill_record(one)


def bill_values(one: Any) -> dict[str, Any]:
    return {
        "url": page_of_bill(one),
        "register_url": one.address,
        "committee": one.committee.key if one.committee else "",
        "case": one.case.number if one.case else "",
        "alerts": one.alert_count,
        **{name: getattr(one, name) for name in OF_BILL},
    }


def bill_record(one: Any) -> BillRecord:
    return BillRecord(**bill_values(one))


def bill_detail(one: Any) -> BillDetail:
    """A bill with all that happened to it (two queries more)."""
    return BillDetail(
        **bill_values(one),
        events=[event_record(each) for each in one.events.order_by("on", "pk")],
        noticed=[alert_record(each) for each in all_alerts().filter(bill=one).order_by("pk")],
    )


def all_alerts() -> QuerySet[Alert]:
    found = Alert.objects.select_related("bill", "event", "answered_case")
    return found.order_by("-raised_at", "-pk")


def alert_record(one: Alert) -> AlertRecord:
    return AlertRecord(
        id=one.pk,
        bill=one.bill_id,
        source=one.bill.source,
        number=one.bill.number,
        url=page_of_bill(one.bill),
        kind=one.kind,
        initiator_kind=one.bill.initiator_kind,
        raised_at=one.raised_at,
        event_on=one.event.on if one.event else None,
        answer=one.answer,
        answered_at=one.answered_at,
        case=one.answered_case.number if one.answered_case else "",
        is_demonstration=one.bill.is_demonstration,
    )


def event_record(one: BillEvent) -> EventRecord:
    return EventRecord(
        kind=one.kind,
        on=one.on,
        readings=one.readings,
        provisions=one.eids,
        text_ky=one.text_ky,
        text_ru=one.text_ru,
        told_by=one.told_by,
    )


def all_sittings() -> QuerySet[Any]:
    """All sittings with the numbers of their items, the latest first."""
    there = Q(items__taken_off_at__isnull=True)
    touching = there & Q(items__touches_local=True)
    return (
        sittings()
        .annotate(
            item_count=Count("items", filter=there, distinct=True),
            touching_count=Count("items", filter=touching, distinct=True),
        )
        .order_by("-starts_at", "-pk")
    )


def sitting_records(found: Iterable[Any], *, today: date) -> list[SittingRecord]:
    """The sittings of one page (at most seven queries, whatever their number)."""
    wanted = list(found)
    said = judged([one.case for one in wanted], today=today)
    heard = heard_items([one.pk for one in wanted])
    return [
        SittingRecord(
            number=one.case.number,
            url=page_of(one.case),
            house=one.house.key,
            house_name_ky=one.house.name_ky,
            house_name_ru=one.house.name_ru,
            convocation=one.convocation.number,
            items=one.item_count,
            touching=one.touching_count,
            heard=heard.get(one.pk, 0),
            invitation=invitation(one, said[one.case_id]),
            outcome=one.case.outcome,
            **{name: getattr(one, name) for name in OF_SITTING},
        )
        for one in wanted
    ]


OF_SITTING = (
    *("kind", "starts_at", "place", "agenda_sent_at", "held_at", "has_quorum"),
    "is_demonstration",
)


def invitation(one: Any, said: Any) -> str:
    """How the association was invited to a sitting held that had to invite it."""
    if one.held_at is None or not one.touching_count:
        return ""
    kinds = {breach.kind for breach in invitation_breaches(said)}
    return "skipped" if "skipped" in kinds else "late" if kinds else "in_time"


def heard_items(keys: list[int]) -> dict[int, int]:
    """Of each sitting how many items that touch have an opinion given (one query)."""
    given = Opinion.objects.filter(item=OuterRef("pk"), released_at__isnull=False)
    items = AgendaItem.objects.filter(
        Exists(given), sitting__in=keys, touches_local=True, taken_off_at__isnull=True
    )
    return dict(items.order_by().values_list("sitting").annotate(n=Count("pk")))


def every_sitting(*, today: date) -> Iterator[SittingRecord]:
    for batch in batched(all_sittings().iterator(chunk_size=A_BATCH), A_BATCH):
        yield from sitting_records(batch, today=today)


def all_expertises() -> QuerySet[Any]:
    found = with_verdicts().select_related("case", "conciliation", "ordered_by")
    return found.order_by("-case__opened_at", "-pk")


def expertise_records(found: Iterable[Any]) -> list[ExpertiseRecord]:
    """The expertises of one page (three queries, whatever their number)."""
    wanted = list(found)
    costs = costs_of([one.pk for one in wanted if one.first])
    return [
        ExpertiseRecord(
            number=one.case.number,
            url=page_of(one.case),
            title_ky=one.case.title_ky,
            title_ru=one.case.title_ru,
            bill=one.bill_id,
            conciliation=one.conciliation.number if one.conciliation else "",
            ordered_by=one.ordered_by.key,
            ordered_on=timezone.localdate(one.case.opened_at),
            verdict=one.first or "",
            signed_at=one.first_at,
            second_verdict=one.second or "",
            yearly_som=costs.get((one.pk, CostLine.Term.YEARLY)),
            once_som=costs.get((one.pk, CostLine.Term.ONE_OFF)),
            outcome=one.case.outcome,
            is_demonstration=one.case.is_demonstration,
        )
        for one in wanted
    ]


def costs_of(keys: list[int]) -> dict[tuple[int, str], int]:
    """The likely cost to all bodies, of the expertises whose verdict is signed (one query)."""
    lines = CostLine.objects.filter(expertise__in=keys).order_by()
    sums = lines.values_list("expertise", "term").annotate(som=Sum(F("likely_som") * F("bodies")))
    return {(key, term): som for key, term, som in sums}


def every_expertise() -> Iterator[ExpertiseRecord]:
    for batch in batched(all_expertises().iterator(chunk_size=A_BATCH), A_BATCH):
        yield from expertise_records(batch)

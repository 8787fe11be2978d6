"""Reads the records of open data, a few queries for each hundred cases; nothing that is not public."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import batched

from django.db.models import Count, QuerySet
from django.urls import reverse

from makul.cases.models import Case, Position, Remark, Row
from makul.cases.queries.judging import edition_of
from makul.cases.queries.listing import lines_of, with_road
from makul.cases.queries.many import facts_of_many
from makul.cases.queries.rows import are_rows_open
from makul.cases.queries.table import TableRow, is_reply_over, table_of
from makul.core.procedure import Facts, Status, status
from makul.law.days_off import calendar
from makul.parties.models import Party
from makul.portal.opendata.schemas import (
    BodyRecord,
    CaseRecord,
    MissedRecord,
    PositionRecord,
    RemarkRecord,
    RowRecord,
)

A_BATCH = 100
OPEN = (Position.State.FILED, Position.State.REPLACED, Position.State.WITHDRAWN)


def all_cases() -> QuerySet[Case]:
    """All cases in the order of their numbers, with what a record says of them."""
    return with_road().select_related("protocol", "previous", "agreement").order_by("number")


def case_records(cases: Iterable[Case]) -> list[CaseRecord]:
    """Three queries, whatever the number of cases."""
    return [
        CaseRecord(
            url=reverse("case", args=[case.number]),
            initiator=line.initiator.key if line.initiator else "",
            initiator_name_ky=line.initiator.name_ky if line.initiator else "",
            initiator_name_ru=line.initiator.name_ru if line.initiator else "",
            opened_on=case.opened_at.date(),
            protocol=case.protocol.kind if hasattr(case, "protocol") else "",
            is_bypassed=is_bypassed(case),
            missed=case.breach_count,
            asked=line.asked,
            answered=line.answered,
            previous=case.previous.number if case.previous else "",
            **{name: getattr(case, name) for name in SAME},
        )
        for line in lines_of(cases)
        for case in [line.case]
    ]


SAME = (
    *("number", "title_ky", "title_ru", "authentic_language", "act_kind", "track", "stage"),
    *("outcome", "is_closed", "next_due_step", "next_due_on", "is_demonstration"),
)


def is_bypassed(case: Case) -> bool:
    """As `queries.listing.BYPASSED`, of a case read by `all_cases`."""
    is_forwarded = getattr(case, "is_forwarded", True)
    return case.outcome == "adopted" and not is_forwarded and case.breach_count > 0


def judged(cases: list[Case], *, today: date) -> dict[int, tuple[Facts, Status]]:
    """What the judge was told and said of each case (four queries)."""
    facts, days = facts_of_many(cases), calendar()
    return {
        case.pk: (
            facts[case.pk],
            status(edition_of(case), facts[case.pk], calendar=days, today=today),
        )
        for case in cases
    }


def every_case() -> Iterator[CaseRecord]:
    for batch in batched(all_cases().iterator(chunk_size=A_BATCH), A_BATCH):
        yield from case_records(batch)


def every_row(*, today: date) -> Iterator[RowRecord]:
    """The rows of every case in which they are open."""
    for batch in batched(all_cases().iterator(chunk_size=A_BATCH), A_BATCH):
        for pk, (facts, said) in judged(list(batch), today=today).items():
            case = next(one for one in batch if one.pk == pk)
            if are_rows_open(facts, said):
                yield from row_records(case, case.rows.all(), said)


def row_records(case: Case, rows: QuerySet[Row], said: Status) -> list[RowRecord]:
    """Rows of one case (two queries)."""
    table = table_of(case, rows, is_reply_term_over=is_reply_over(said.deemed))
    table.sort(key=lambda one: one.row.number)
    return [row_record(case, one) for one in table]


def row_record(case: Case, told: TableRow) -> RowRecord:
    row, reply = told.row, told.published
    return RowRecord(
        case=case.number,
        number=row.number,
        eid=row.eid,
        kind=row.kind,
        text_ky=row.text_ky,
        text_ru=row.text_ru,
        wording_ky=row.wording_ky,
        wording_ru=row.wording_ru,
        bodies=[party.key for party in told.parties],
        yearly_som=told.sums.yearly_som,
        once_som=told.sums.once_som,
        is_minority=row.is_minority,
        is_dropped=row.is_dropped,
        reply=reply.kind if reply else "",
        reply_ky=reply.text_ky if reply else "",
        reply_ru=reply.text_ru if reply else "",
        new_wording_ky=reply.wording_ky if reply else "",
        new_wording_ru=reply.wording_ru if reply else "",
        replied_at=reply.published_at if reply else None,
        state=told.state,
        in_adopted=told.comparison.result if told.comparison else "",
    )


def open_positions() -> QuerySet[Position]:
    """Every position that was ever filed, with how many remarks it holds."""
    found = Position.objects.filter(state__in=OPEN).select_related("case", "party")
    return found.annotate(remark_count=Count("remarks")).order_by("case__number", "pk")


def position_record(one: Position) -> PositionRecord:
    return PositionRecord(
        case=one.case.number,
        id=one.pk,
        body=one.party.key,
        stance=one.stance,
        language=one.language,
        summary=one.summary,
        filed_at=one.filed_at,
        state=one.state,
        is_paper=one.is_paper,
        remarks=getattr(one, "remark_count", 0),
    )


def open_remarks() -> QuerySet[Remark]:
    """The remarks of all positions that stand."""
    found = Remark.objects.filter(position__state=Position.State.FILED)
    return found.select_related("position__case", "position__party", "link__row").order_by(
        "position__case__number", "position", "order"
    )


def remark_record(one: Remark) -> RemarkRecord:
    position = one.position
    return RemarkRecord(
        case=position.case.number,
        position=position.pk,
        body=position.party.key,
        order=one.order,
        eid=one.eid,
        kind=one.kind,
        language=position.language,
        text=one.text,
        wording=one.wording,
        reason=one.reason,
        yearly_som=one.yearly_som,
        once_som=one.once_som,
        row=one.link.row.number if hasattr(one, "link") else None,
    )


def all_bodies() -> QuerySet[Party]:
    return Party.objects.select_related("territory").order_by("key")


def body_record(one: Party) -> BodyRecord:
    """A body without its address: who reads its letters is nobody's open data."""
    same = ("key", "kind", "body_kind", "oblast", "name_ky", "name_ru", "name_en", "language")
    return BodyRecord(
        territory=one.territory.code if one.territory else "",
        valid_from=one.valid_from,
        valid_to=one.valid_to,
        is_demonstration=one.is_demonstration,
        **{name: getattr(one, name) for name in same},
    )


def missed_records(case: Case, said: Status) -> list[MissedRecord]:
    """The duties missed in a case; a right used late is on record and no breach of a duty."""
    return [
        MissedRecord(
            case=case.number,
            kind=one.kind,
            step=one.step,
            body=one.party,
            last_day=one.last_day,
            duty=one.duty,
            before=one.before or "",
        )
        for one in said.breaches
        if one.duty
    ]


def every_missed(*, today: date) -> Iterator[MissedRecord]:
    for batch in batched(all_cases().iterator(chunk_size=A_BATCH), A_BATCH):
        found = judged(list(batch), today=today)
        for case in batch:
            yield from missed_records(case, found[case.pk][1])

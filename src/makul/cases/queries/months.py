"""Reads the list of a month: the drafts not agreed in it, and the terms missed in it (Order, art. 40)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count, F, Q, Sum
from django.db.models.functions import TruncMonth
from django.utils import timezone

from makul.cases.models import Case, Participation, Position, Protocol, Remark, Row
from makul.cases.queries.many import statuses_of
from makul.core.procedure import Breach, Status
from makul.parties.models import Party

MOST_CASES = 400


@dataclass(frozen=True, slots=True)
class NotAgreed:
    """A draft whose protocol of disagreements was drawn: what is open, what it costs, who decides."""

    case: Case
    protocol: Protocol
    unsettled: int
    yearly_som: int | None
    deciders: list[Party]


@dataclass(frozen=True, slots=True)
class Missed:
    """A term missed in a case, and whose it was."""

    case: Case
    breach: Breach
    party: Party | None


def month_bounds(month: date) -> tuple[date, date]:
    """The first day of the month and of the next one."""
    first = month.replace(day=1)
    return first, (first + timedelta(days=32)).replace(day=1)


def not_agreed_in(month: date) -> list[NotAgreed]:
    """The drafts not agreed in a month, by the day of their protocol (four queries)."""
    first, after = month_bounds(month)
    protocols = list(
        Protocol.objects.filter(
            kind="disagreements", drawn_at__date__gte=first, drawn_at__date__lt=after
        )
        .select_related("case")
        .order_by("drawn_at", "pk")
    )
    keys = [one.case_id for one in protocols]
    rows = unsettled_totals(keys)
    deciders: dict[int, list[Party]] = {}
    seats = Participation.objects.filter(case__in=keys, role="decider").select_related("party")
    for seat in seats.order_by("case", "order", "pk"):
        deciders.setdefault(seat.case_id, []).append(seat.party)
    return [
        NotAgreed(one.case, one, *rows.get(one.case_id, (0, None)), deciders.get(one.case_id, []))
        for one in protocols
    ]


def unsettled_totals(keys: Iterable[int]) -> dict[int, tuple[int, int | None]]:
    """How many rows stand unsettled, and what the bodies reckon the draft costs them a year.

    Sums of rows are not added: rows may overlap, and then the same cost would be told twice.
    """
    wanted = list(keys)
    reckoned = dict(
        Remark.objects.filter(
            position__case__in=wanted,
            position__state=Position.State.FILED,
            position__party__kind__in=(Party.Kind.EXECUTIVE, Party.Kind.KENESH),
        )
        .order_by()
        .values_list("position__case")
        .annotate(som=Sum("yearly_som"))
    )
    rows = (
        Row.objects.filter(case__in=wanted, kind="objection", is_minority=False, is_dropped=False)
        .exclude(
            Q(reply__kind="accepted", reply__published_at__isnull=False)
            | Q(result__is_settled=True)
        )
        .order_by()
        .values_list("case")
        .annotate(n=Count("pk"))
    )
    counts = dict(rows)
    return {case: (counts.get(case, 0), reckoned.get(case)) for case in wanted}


def drawn_by_month() -> dict[date, tuple[int, int]]:
    """For each month in which protocols were drawn: of disagreements, and in all (one query)."""
    months = Protocol.objects.order_by().values_list(TruncMonth("drawn_at"))
    counted = months.annotate(n=Count("pk", filter=Q(kind="disagreements")), all=Count("pk"))
    return {timezone.localdate(month): (n, all_) for month, n, all_ in counted}


def missed_in(month: date, *, today: date) -> list[Missed]:
    """The terms whose last day lay in a month and was not kept (six queries, whatever their number)."""
    first, after = month_bounds(month)
    cases = list(
        Case.objects.of("npa")
        .filter(breach_count__gt=0, opened_at__date__lt=after)
        .select_related("agreement")
        .order_by(F("opened_at").desc())[:MOST_CASES]
    )
    found = [
        (case, breach)
        for case, status in zip(cases, _statuses(cases, today=today), strict=True)
        for breach in status.breaches
        # What was jumped over may have no last day of its own: it counts on the day of the ending.
        for day in [breach.last_day or status.closed_on]
        if breach.duty and day and first <= day < after
    ]
    keys = {breach.party for _case, breach in found}
    parties = {party.key: party for party in Party.objects.filter(key__in=keys)}
    missed = [Missed(case, breach, parties.get(breach.party)) for case, breach in found]
    return sorted(missed, key=lambda one: (one.breach.last_day or date.max, one.case.number))


def _statuses(cases: list[Case], *, today: date) -> list[Status]:
    judged = statuses_of(cases, today=today)
    return [judged[case.pk] for case in cases]


def first_month() -> date | None:
    """The month in which the first case was opened."""
    opened = (
        Case.objects.of("npa").order_by("opened_at").values_list("opened_at", flat=True).first()
    )
    return opened.date().replace(day=1) if opened else None

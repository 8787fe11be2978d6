"""Reads open cases by the stage they are at, and the days on which something falls due."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import F, QuerySet

from makul.cases.models import Case
from makul.cases.queries.many import statuses_of
from makul.cases.queries.work import waiting_times
from makul.parties.models import Party

MOST_CASES = 300
MOST_IN_COLUMN = 30
# The columns of the board, in the order of the way of a case: column -> stages.
COLUMNS: Mapping[str, tuple[str, ...]] = {
    "check": ("submitted", "accepted", "screened", "contested", "cleared"),
    "telling": ("notified",),
    "positions": ("position",),
    "opinion": ("association_position",),
    "replies": ("replied", "revised", "revision_position"),
    "meeting": ("settled", "meeting"),
    "protocol": ("protocol", "signed", "signature_refused", "appealed", "waived", "appeal_decided"),
    "decision": ("forwarded", "considered", "amended", "amendment_position", "adopted"),
}


@dataclass
class Column:
    """The open cases at some stages, the nearest term first; `rest`: how many are not shown."""

    key: str
    cases: list[Case]
    count: int

    @property
    def rest(self) -> int:
        return self.count - len(self.cases)


def open_cases(party: Party | None = None) -> QuerySet[Case]:
    """Cases on the way, the nearest term first; of a party where one is named."""
    found = Case.objects.of("npa").filter(is_closed=False).select_related("agreement")
    if party is not None:
        found = found.filter(participations__party=party)
    return found.order_by(F("next_due_on").asc(nulls_last=True), "-opened_at", "-pk")


def columns_of(cases: Iterable[Case]) -> list[Column]:
    """Every column, also an empty one; a stage of no column stands in the first."""
    column_of = {stage: key for key, stages in COLUMNS.items() for stage in stages}
    groups: dict[str, list[Case]] = {key: [] for key in COLUMNS}
    for case in cases:
        groups[column_of.get(case.stage, "check")].append(case)
    return [Column(key, found[:MOST_IN_COLUMN], len(found)) for key, found in groups.items()]


@dataclass(frozen=True, slots=True)
class DueDay:
    """What falls due in a case on one day; `count` parties owe the same step."""

    case: Case
    step: str
    on: date
    count: int


def due_days(cases: Iterable[Case], *, today: date, first: date, last: date) -> list[DueDay]:
    """What falls due from the first day to the last, judged as of today (four queries)."""
    wanted = list(cases)
    statuses = statuses_of(wanted, today=today) if wanted else {}
    counts: dict[tuple[int, str, date], int] = {}
    for case in wanted:
        for due in statuses[case.pk].due:
            if due.last_day and first <= due.last_day <= last and due.step not in waiting_times():
                key = (case.pk, due.step, due.last_day)
                counts[key] = counts.get(key, 0) + 1
    by_key = {case.pk: case for case in wanted}
    found = [DueDay(by_key[pk], step, on, n) for (pk, step, on), n in counts.items()]
    return sorted(found, key=lambda one: (one.on, one.case.number, one.step))

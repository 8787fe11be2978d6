"""The desk's queue: packages to check and to screen, bodies to tell; the nearest last day first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from makul.cases.models import Case, Participation
from makul.cases.queries.many import statuses_of
from makul.cases.queries.work import working_days_left
from makul.core.calendar import Reason
from makul.core.procedure import Status
from makul.parties.models import Party

# What the desk does before the bodies have the word, in the order it is done.
STEPS = ("accepted", "screened", "cleared", "notified")
CONDUCTS = ("facilitator", "association")


@dataclass(frozen=True, slots=True)
class Waiting:
    """A case that waits for the desk: for which step, until when, why; `is_missed`: silence has spoken."""

    case: Case
    step: str
    initiator: Party | None = None
    last_day: date | None = None
    left: int | None = None
    because: tuple[Reason, ...] = ()
    is_missed: bool = False


def queue_of(party: Party, *, today: date) -> list[Waiting]:
    """What waits for a party that conducts cases (six queries, whatever their number)."""
    cases = list(
        Case.objects.filter(
            is_closed=False,
            participations__party=party,
            participations__role__in=CONDUCTS,
        ).select_related("agreement")
    )
    statuses = statuses_of(cases, today=today) if cases else {}
    seats = Participation.objects.filter(case__in=cases, role="initiator").select_related("party")
    initiators = {seat.case_id: seat.party for seat in seats}
    found = [
        replace(one, initiator=initiators.get(case.pk))
        for case in cases
        for one in _first(case, statuses[case.pk], party=party, today=today)
    ]
    return sorted(found, key=lambda one: (one.last_day or date.max, one.case.number))


def _first(case: Case, status: Status, *, party: Party, today: date) -> Iterator[Waiting]:
    """The first step that the case awaits of the party, if any."""
    due = {one.step: one for one in status.due if one.party == party.key}
    open_now = {one.step for one in status.may if one.party == party.key}
    missed = {
        one.step: one.last_day
        for one in (*status.breaches, *status.recorded)
        if one.party == party.key and one.kind == "overdue"
    }
    for step in STEPS:
        if step in due:
            last = due[step].last_day
            left = working_days_left(today, last)
            yield Waiting(case, step, None, last, left, due[step].because)
            return
        if step in open_now and (step in missed or step in {"cleared", "notified"}):
            last = missed.get(step)
            left = working_days_left(today, last)
            yield Waiting(case, step, None, last, left, is_missed=step in missed)
            return

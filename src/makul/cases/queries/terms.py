"""How the terms of a case were kept: step by step, its last day, the day it was done, the breach."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from makul.cases.models import Case
from makul.cases.queries.judging import status_of
from makul.core.procedure import Kept, Status


@dataclass(frozen=True, slots=True)
class TermKept:
    """One step for all who owed it: the latest last day, the latest day it was done, the breach."""

    step: str
    last_day: date | None
    done_on: date | None
    breach: str


def terms_kept(case: Case, *, today: date) -> list[TermKept]:
    """The steps whose terms have run so far, in the order of the procedure."""
    return summed_up(status_of(case, today=today))


def summed_up(status: Status) -> list[TermKept]:
    steps: dict[str, list[Kept]] = {}
    for one in status.kept:
        steps.setdefault(one.step, []).append(one)
    breaches = {one.step: one.kind for one in (*status.breaches, *status.recorded)}
    return [
        TermKept(
            step=step,
            last_day=latest(one.last_day for one in kept),
            done_on=latest(one.done_on for one in kept),
            breach=breaches.get(step, ""),
        )
        for step, kept in steps.items()
        if any(one.done_on for one in kept) or step in breaches
    ]


def latest(days: Iterable[date | None]) -> date | None:
    return max((day for day in days if day), default=None)

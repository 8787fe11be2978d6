"""Reads the way of a case step by step: what is done, where it stands, what is to come and by when."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from makul.cases.models import Case
from makul.cases.queries.judging import edition_of
from makul.core.calendar import Reason
from makul.core.procedure import Breach, Facts, Status, Step
from makul.core.procedure.counting import CalendarCounting
from makul.core.procedure.index import Act, Index
from makul.core.procedure.owing import Instance
from makul.core.procedure.state import State
from makul.law.days_off import calendar

AHEAD = timedelta(days=300)  # how far the last days of steps to come are reckoned


@dataclass(frozen=True, slots=True)
class Station:
    """A step on the way: `state` is done, now, todo, late, skipped, or passed in silence.

    `last_day` of a step to come is the latest one there can be: as if everybody used the whole term.
    """

    step: str
    state: str
    parties: tuple[str, ...]
    at: datetime | None
    last_day: date | None
    because: tuple[Reason, ...]
    done: int
    owed: int
    value: str
    silence: str  # deemed, goes_on: what the silence did; empty where somebody acted


def way_of(case: Case, facts: Facts, status: Status, *, today: date) -> list[Station]:
    """The stations of a case in the order of its procedure."""
    state = _ahead(case, facts, today=today)
    breaches = (*status.breaches, *status.recorded)
    found = []
    for step in state.procedure.steps:
        acts = list(state.index.of(step.key).until(state.cutoff))
        instances = state.instances(step)
        own = [breach for breach in breaches if breach.step == step.key]
        if acts or own or _is_foreseen(step, instances, status):
            found.append(_station(step, instances, acts, own, status, today=today))
    return [one for one in found if one is not None]


def _ahead(case: Case, facts: Facts, *, today: date) -> State:
    """The case as if everybody were silent from now on."""
    procedure = edition_of(case)
    return State(
        procedure,
        facts,
        Index(procedure, facts, today=today),
        CalendarCounting(calendar(), evening_hour=procedure.evening_hour),
        cutoff=datetime.combine(today, time.max),
        horizon=today + AHEAD,
    )


def _is_foreseen(step: Step, instances: list[Instance], status: Status) -> bool:
    if step.side or step.instead_of or not instances:
        return False
    if step.after_close or status.closed:
        return status.closed and step.after_close and any(i.start for i in instances)
    return step.on_road and not all(i.instead for i in instances)


def _station(
    step: Step,
    instances: list[Instance],
    acts: list[Act],
    own: list[Breach],
    status: Status,
    *,
    today: date,
) -> Station | None:
    last = max((i for i in instances if i.last_day), key=_last_day, default=None)
    last_day = last.last_day if last else next((b.last_day for b in own if b.last_day), None)
    done = sum(i.answer is not None for i in instances)
    is_over = last_day is not None and last_day < today
    is_whole = bool(acts) and (done >= len(instances) or is_over or not (step.each or step.to))
    state = _state(step, own, status, is_whole=is_whole, is_over=is_over)
    if state == "todo" and status.closed and not step.after_close:
        return None
    return Station(
        step=step.key,
        state=state,
        parties=tuple(dict.fromkeys(act.party for act in acts)) or _owers(instances),
        at=acts[-1].at if acts else None,
        last_day=last_day,
        because=last.because if last else (),
        done=done,
        owed=len(instances),
        value=acts[-1].value or "" if acts else "",
        silence=step.silence.kind if is_over and not acts and not own else "",
    )


def _state(
    step: Step, own: Iterable[Breach], status: Status, *, is_whole: bool, is_over: bool
) -> str:
    kinds = {breach.kind for breach in own if breach.duty}
    if "skipped" in kinds:
        return "skipped"
    if is_whole:
        return "late" if kinds and not step.each else "done"
    if status.stage == step.key:
        return "now"
    if kinds:
        return "late"
    if is_over and step.silence.kind != "nothing":
        return "passed"
    return "todo"


def _last_day(instance: Instance) -> date:
    return instance.last_day or date.min


def _owers(instances: list[Instance]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(instance.party for instance in instances))

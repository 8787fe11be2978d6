"""A case as it stood at a moment: which points have come, whose clocks run, what was answered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from functools import cached_property

from makul.core.procedure.counting import Counting
from makul.core.procedure.grammar import (
    All,
    Any,
    Both,
    ByAll,
    Condition,
    Done,
    Either,
    Ended,
    Filed,
    Has,
    Latest,
    Missed,
    Named,
    Not,
    Over,
    Own,
    Point,
    Procedure,
    Step,
    Takes,
    When,
)
from makul.core.procedure.index import Act, Index
from makul.core.procedure.owing import Instance, Moment, Owings, day_of, is_in_turn
from makul.core.procedure.status import Facts

SKIP = object()  # a point under a condition that does not hold


class State(Owings):
    """Answers questions about a case as it stood: conditions, and points in time."""

    def __init__(
        self,
        procedure: Procedure,
        facts: Facts,
        index: Index,
        counting: Counting,
        *,
        cutoff: datetime,
        horizon: date,
    ) -> None:
        super().__init__(procedure, facts, index, counting, cutoff=cutoff, horizon=horizon)
        self._points: dict[tuple[int, str | None], Moment | object | None] = {}
        self._conditions: dict[int, bool] = {}

    def at_moment(self, *, cutoff: datetime, horizon: date) -> State:
        """The same case as it stood at another moment."""
        return State(
            self.procedure, self.facts, self.index, self.counting, cutoff=cutoff, horizon=horizon
        )

    # --- conditions -------------------------------------------------------------------------------

    def holds(self, condition: Condition | None) -> bool:
        """Whether a condition holds; none always does."""
        if condition is None:
            return True
        if id(condition) not in self._conditions:
            self._conditions[id(condition)] = self._is_so(condition)
        return self._conditions[id(condition)]

    def _is_so(self, condition: Condition) -> bool:
        match condition:
            case Has(rows="remarks"):
                return self.facts.remarks > 0
            case Has():
                return self.facts.unsettled > 0 or self._is_unanswered
            case Takes(role):
                return bool(self.index.in_role.get(role))
            case Filed(step, values):
                return self._first(step, values) is not None
            case Not(inner):
                return not self.holds(inner)
            case Both(all_of):
                return all(self.holds(one) for one in all_of)
            case Either(any_of):
                return any(self.holds(one) for one in any_of)

    @cached_property
    def _is_unanswered(self) -> bool:
        """Rows left without an answer when the term for it ended are unsettled."""
        return self.facts.remarks > 0 and any(
            instance.deemed and instance.act is None and instance.void is None
            for step in self.procedure.steps
            if step.silence.unsettles
            for instance in self.instances(step)
        )

    # --- points -----------------------------------------------------------------------------------

    def moment(self, point: Point, receiver: str | None = None) -> Moment | None:
        """When a point came for the one whose term it starts; None: not yet, or not spoken of."""
        found = self._moment(point, receiver)
        return found if isinstance(found, Moment) else None

    def _moment(self, point: Point, receiver: str | None) -> Moment | object | None:
        receiver = self._matters(point, receiver)
        key = (id(point), receiver)
        if key not in self._points:
            self._points[key] = self._find(point, receiver)
        return self._points[key]

    def _matters(self, point: Point, receiver: str | None) -> str | None:
        """The receiver where it makes a difference: only to one's own acts; else anybody, "".

        It keeps a case with thousands of parties from asking the same question for each of them.
        """
        match point:
            case Ended() | Missed() | Named():
                return None
            case Done(step) | Over(step) | ByAll(step) if receiver and not self.index.took(
                step, receiver
            ):
                return ""
            case _:
                return receiver

    def _find(self, point: Point, receiver: str | None) -> Moment | object | None:
        match point:
            case Done(step, values, last):
                return self._first(step, values, receiver=receiver, last=last)
            case Over(step):
                return self._over(self.procedure.step(step), receiver)
            case Ended(step):
                return self._ended(self.procedure.step(step))
            case Missed(step, to):
                return self._missed(self.procedure.step(step), to)
            case Own(step):
                return self._own(step, receiver)
            case ByAll(step):
                return self._by_all(self.procedure.step(step), receiver)
            case Named():
                return self._named(point)
            case When(condition, inner):
                return self._moment(inner, receiver) if self.holds(condition) else SKIP
            case All(points):
                return _later(self._spoken_of(points, receiver))
            case Any(points):
                come = [one for one in self._spoken_of(points, receiver) if one]
                return min(come, key=day_of, default=None)
            case Latest(points):
                come = [one for one in self._spoken_of(points, receiver) if one]
                return max(come, key=_when, default=None)

    def _spoken_of(
        self, points: tuple[Point, ...], receiver: str | None
    ) -> Iterator[Moment | None]:
        for point in points:
            found = self._moment(point, receiver)
            if found is not SKIP:
                yield found if isinstance(found, Moment) else None

    def _first(
        self,
        key: str,
        values: tuple[str, ...],
        *,
        receiver: str | None = None,
        last: bool = False,
    ) -> Moment | None:
        """The first (or last) time a step was taken with such a value, in fact or by silence."""
        step = self.procedure.step(key)
        come = [
            Moment(instance.last_day, key, "deemed")
            for instance in (self.instances(step) if step.silence.kind == "deemed" else ())
            if instance.deemed and instance.last_day and _fits(step.silence.value, values)
        ]
        acts = (act for act in self.index.of(key).until(self.cutoff) if _fits(act.value, values))
        counting = (act for act in acts if self.counts(step, act))
        found = list(counting) if last else [act for act in (next(counting, None),) if act]
        come += [self.received(act, receiver) for act in found[-1:]]
        return (max if last else min)(come, key=day_of, default=None)

    def counts(self, step: Step, act: Act) -> bool:
        """Whether an act has effect: not after silence has spoken, nor out of its turn."""
        if not (step.void_late or step.in_turn or step.silence.kind == "deemed"):
            return True
        mine = [i for i in self.instances(step) if not step.each or i.party == act.party]
        if step.in_turn:
            return any(is_in_turn(i, act) for i in mine)
        return not any(_is_void(i, act) for i in mine)

    def _over(self, step: Step, receiver: str | None) -> Moment | None:
        # One whose clock never started is not waited for, unless there is no other.
        instances = self.instances(step)
        owed = [i for i in instances if i.start] or [i for i in instances if i.answer]
        return _later(self._over_one(instance, receiver) for instance in owed)

    def _over_one(self, instance: Instance, receiver: str | None) -> Moment | None:
        if instance.ended and instance.last_day:
            how = "deemed" if instance.deemed else "term_ended"
            return Moment(instance.last_day, instance.step.key, how)
        return self.received(instance.answer, receiver) if instance.answer else None

    def _ended(self, step: Step) -> Moment | None:
        days = [i.last_day for i in self.instances(step) if i.start]
        known = [day for day in days if day is not None and day < self.horizon]
        if not days or len(known) < len(days):
            return None
        return Moment(max(known), step.key, "term_ended")

    def _missed(self, step: Step, to: str | None) -> Moment | None:
        owed = [
            i
            for i in self.instances(step)
            if to is None or self.index.parties.get(i.other or "") == to
        ]
        if any(instance.act for instance in owed):
            return None
        return _later(self._over_one(instance, None) for instance in owed)

    def _by_all(self, step: Step, receiver: str | None) -> Moment | None:
        acts = [instance.answer for instance in self.instances(step)]
        return _later(self.received(act, receiver) if act else None for act in acts)

    def _named(self, point: Named) -> Moment | None:
        """The day that the last readable act names, whether it has come or lies ahead."""
        steps = [point.step, *([point.moved] if point.moved else [])]
        acts = [act for step in steps for act in self.index.of(step).until(self.cutoff)]
        for act in sorted(acts, key=_order_of, reverse=True):
            if day := _day_in(act.value):
                return Moment(day, act.step)
        return None

    def _own(self, step: str, receiver: str | None) -> Moment | None:
        acts = self.index.reaching(step, receiver or "").until(self.cutoff)
        first = next(acts, None)
        return self.received(first, receiver) if first else None


def _is_void(instance: Instance, act: Act) -> bool:
    is_late = instance.last_day is not None and act.day > instance.last_day
    return is_late and (instance.step.void_late or instance.deemed)


def _day_in(value: str | None) -> date | None:
    """The day at the beginning of a value, or none where it is not one."""
    try:
        return date.fromisoformat((value or "")[:10])
    except ValueError:
        return None


def _order_of(act: Act) -> tuple[datetime, str, str]:
    return act.at, act.step, act.value or ""


def _when(moment: Moment) -> tuple[date, str]:
    return moment.day, moment.at.isoformat() if moment.at else ""


def _fits(value: str | None, values: tuple[str, ...]) -> bool:
    return not values or value in values


def _later(moments: Iterable[Moment | None]) -> Moment | None:
    """The latest of the moments; none if one of them has not come or there are none."""
    found = list(moments)
    if not found or None in found:
        return None
    return max((moment for moment in found if moment), key=day_of)

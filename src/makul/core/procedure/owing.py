"""Who owes a step and until when: its clocks started, its last days reckoned, its answers found."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple

from makul.core.calendar import Reason
from makul.core.procedure.counting import Counting, Reckoned
from makul.core.procedure.grammar import Clock, Condition, Named, Point, Procedure, Step
from makul.core.procedure.index import Act, Acts, Index
from makul.core.procedure.status import Facts


class Moment(NamedTuple):
    """When a point came, by which step, and whether it was done, deemed done or its term ended."""

    day: date
    step: str
    how: str = "done"
    evening: Reason | None = None
    at: datetime | None = None  # of the act; a term that ended has none


@dataclass(slots=True)
class Instance:
    """One owing of a step: by whom, towards whom, until when, and how it was answered.

    `act` counts; `instead` answers in another way; `void` came too late or too early to count.
    """

    step: Step
    party: str
    other: str | None = None
    start: Moment | None = None
    last_day: date | None = None
    because: tuple[Reason, ...] = ()
    act: Act | None = None
    instead: Act | None = None
    void: Act | None = None
    ended: bool = False

    @property
    def deemed(self) -> bool:
        """Whether silence has put the step in force."""
        return self.ended and self.step.silence.kind == "deemed"

    @property
    def answer(self) -> Act | None:
        """What was done first: the step itself or what stands for it."""
        if self.act is None or self.instead is None:
            return self.act or self.instead
        return min(self.act, self.instead, key=lambda act: act.at)


class Owings(ABC):
    """The owings of every step, from the entries up to `cutoff`.

    A term has ended when its last day lies before `horizon`: until midnight of it one may act.
    """

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
        self.procedure, self.facts, self.index = procedure, facts, index
        self.counting, self.cutoff, self.horizon = counting, cutoff, horizon
        self._instances: dict[str, list[Instance]] = {}
        self._terms: dict[tuple[object, str, str], Reckoned] = {}
        self._answers: dict[str, dict[Act, Act]] = {}

    @abstractmethod
    def holds(self, condition: Condition | None) -> bool:
        """Whether a condition holds; none always does."""

    @abstractmethod
    def moment(self, point: Point, receiver: str | None = None) -> Moment | None:
        """When a point came for the one whose term it starts; None: not yet, or not spoken of."""

    @abstractmethod
    def counts(self, step: Step, act: Act) -> bool:
        """Whether an act has effect: not after silence has spoken, nor out of its turn."""

    def received(self, act: Act, receiver: str | None) -> Moment:
        """When an act counts for the one whose term it starts: an evening receipt a day later.

        The evening rule is about receipts: one's own act is not received from anybody.
        """
        if receiver is None or act.party == receiver:
            return Moment(act.day, act.step, at=act.at)
        day, evening = self.counting.received(act.at)
        return Moment(day, act.step, "done", evening, act.at)

    # --- who owes what ----------------------------------------------------------------------------

    def instances(self, step: Step) -> list[Instance]:
        """Every owing of a step, started or not; none where its condition does not hold."""
        if step.key not in self._instances:
            owed = self._owed(step) if self.holds(step.when) else ()
            self._instances[step.key] = [self._run(instance) for instance in owed]
        return self._instances[step.key]

    def performers(self, step: Step) -> list[str]:
        """All parties that may take a step in its ordinary course."""
        roles = step.by
        if step.stand_in and not self.index.in_role.get(step.by[0]):
            roles = (*step.by, step.stand_in)
        return [party for role in roles for party in self.index.in_role.get(role, ())]

    def _owed(self, step: Step) -> Iterable[Instance]:
        if step.answers:
            return self._asked(step)
        if step.each:
            return self._each(step)
        ower = self._ower(step)
        others = [party for role in step.to for party in self.index.in_role.get(role, ())]
        if not others:
            return (Instance(step, ower),)
        return (Instance(step, ower, other) for other in others)

    def _each(self, step: Step) -> Iterator[Instance]:
        for role in step.by:
            parties = self.index.in_role.get(role, [])
            if not parties and role == step.by[0] and step.stand_in in self.index.in_role:
                yield Instance(step, step.stand_in)
            yield from (Instance(step, party) for party in parties)

    def _asked(self, step: Step) -> Iterator[Instance]:
        """One owing for each filing that asks for an answer."""
        asked = self.procedure.step(step.answers or "")
        for ask in self.index.of(asked.key).until(self.cutoff):
            if self.counts(asked, ask):
                instance = Instance(step, self._ower(step), ask.party)
                instance.start = self.received(ask, instance.party)
                instance.act = self._answers_of(step).get(ask)
                yield instance

    def _answers_of(self, step: Step) -> dict[Act, Act]:
        """Which answer belongs to which filing: the one that names its author, or one for all."""
        if step.key in self._answers:
            return self._answers[step.key]
        acts = sorted(
            [
                *self.index.of(step.answers or "").until(self.cutoff),
                *self.index.of(step.key).until(self.cutoff),
            ],
            key=lambda act: (act.at, act.step == step.key),
        )
        waiting: dict[str, list[Act]] = {}
        found: dict[Act, Act] = {}
        for act in acts:
            if act.step != step.key:
                waiting.setdefault(act.party, []).append(act)
                continue
            named = [act.to] if act.to in waiting else list(waiting)
            for party in named if act.to is None or act.to in waiting else []:
                found.update(dict.fromkeys(waiting.pop(party), act))
        self._answers[step.key] = found
        return found

    def _ower(self, step: Step) -> str:
        """The party that owes a step taken once; the role, where no one party holds it."""
        for role in step.by:
            parties = self.index.in_role.get(role, [])
            if parties:
                return parties[0] if len(parties) == 1 else role
        return step.by[0]

    # --- clocks -----------------------------------------------------------------------------------

    def _run(self, instance: Instance) -> Instance:
        """Start the clock of an owing, reckon its last day, and find how it was answered."""
        step = instance.step
        for clock in step.clocks:
            if self._start(instance, clock):
                break
        if not step.answers:
            instance.act = self._taken(instance)
        if step.key in self.procedure.alternatives:
            instance.instead = self._taken_instead(instance)
        return self._judge(instance)

    def _start(self, instance: Instance, clock: Clock) -> bool:
        """Start a clock if its point has come; false where it has not, or was stopped in time."""
        start = instance.start if instance.step.answers else None
        start = start or self.moment(clock.after, instance.party)
        if start is None or clock.term is None:
            instance.start = start
            return start is not None
        last_day, because = self._reckon(start, clock)
        if clock.stops:
            stopped = self.moment(clock.stops)
            if stopped and (last_day is None or stopped.day <= last_day):
                return False
        if clock.renewed:
            start, last_day, because = self._renew(clock, start, last_day, because)
        instance.start, instance.last_day, instance.because = start, last_day, because
        return True

    def _renew(
        self, clock: Clock, start: Moment, last_day: date | None, because: tuple[Reason, ...]
    ) -> tuple[Moment, date | None, tuple[Reason, ...]]:
        """The term as started anew by each further act that came before it had run out."""
        for act in self.index.of(clock.renewed or "").until(self.cutoff):
            if last_day is not None and act.day > last_day:
                break
            start = max(start, Moment(act.day, act.step), key=day_of)
            last_day, because = self._reckon(start, clock)
        return start, last_day, because

    def _judge(self, instance: Instance) -> Instance:
        step, last_day = instance.step, instance.last_day
        if step.in_turn and instance.act and not is_in_turn(instance, instance.act):
            instance.act, instance.void = None, instance.act
        answer = instance.answer
        late = answer is None or (last_day is not None and answer.day > last_day)
        instance.ended = last_day is not None and last_day < self.horizon and late
        if instance.ended and answer and (step.void_late or instance.deemed):
            instance.act, instance.instead, instance.void = None, None, answer
        return instance

    def _reckon(self, start: Moment, clock: Clock) -> Reckoned:
        if clock.before:
            return self._reckon_back(clock.before, clock.term or "")
        # The hour of the start is left out of the key: it makes no other term.
        key = (start[:4], clock.term or "", clock.floor[1] if clock.floor else "")
        if key not in self._terms:
            last_day, because = self._length(start.day, clock.term or "")
            if clock.floor and last_day:
                last_day, because = self._floor(last_day, because, *clock.floor)
            self._terms[key] = (last_day, _told(start, because))
        return self._terms[key]

    def _length(self, start: date, term: str) -> Reckoned:
        length = self.procedure.terms[term]
        return self.counting.last_day(start, length.on(self.facts.track), length.unit)

    def _reckon_back(self, named: Named, term: str) -> Reckoned:
        """The last day of a term counted back from the day that a step names."""
        event = self.moment(named)
        if event is None:
            return None, (Reason("not_named", None, {"step": named.step}),)
        count = self.procedure.terms[term].on(self.facts.track)
        last_day, because = self.counting.day_before(event.day, count)
        told = {"step": event.step}
        return last_day, tuple(
            Reason(r.kind, r.on, {**r.params, **told}) if r.kind == "event" else r for r in because
        )

    def _floor(self, last_day: date, because: tuple[Reason, ...], term: str, step: str) -> Reckoned:
        """Not before a term after the last day of another step, for those reached in time."""
        in_time = self._reached_in_time()
        days = [i.last_day for i in self.instances(self.procedure.step(step)) if i.party in in_time]
        known = [day for day in days if day is not None]
        if not known:
            return last_day, because
        floor, why = self._length(max(known), term)
        if floor is None or floor <= last_day:
            return last_day, because
        return floor, (*because, Reason("not_before", last_day, {"step": step}), *why)

    def _reached_in_time(self) -> set[str]:
        reaches = self.procedure.step(self.procedure.reaches or "")
        return {
            i.other
            for i in self.instances(reaches)
            if i.other and i.act and (i.last_day is None or i.act.day <= i.last_day)
        }

    # --- answers ----------------------------------------------------------------------------------

    def _taken(self, instance: Instance) -> Act | None:
        """The first act that answers an owing."""
        step, index = instance.step, self.index
        acts = self._acts_of(instance, step.key).until(self.cutoff)
        if step.anew:
            return next((act for act in acts if _is_since(instance.start, act)), None)
        if step.each and instance.party not in index.parties:  # those who stand in, together
            return next((a for a in acts if index.parties[a.party] == instance.party), None)
        return next(acts, None)

    def _taken_instead(self, instance: Instance) -> Act | None:
        """The first act that stands in the place of the step."""
        taken = []
        for other in self.procedure.alternatives.get(instance.step.key, ()):
            acts = self._acts_of(instance, other.key).until(self.cutoff)
            if instance.step.each and instance.party not in self.index.parties:
                acts = (a for a in acts if self.index.parties[a.party] == instance.party)
            taken += [act for act in (next(acts, None),) if act]
        return min(taken, key=lambda act: act.at, default=None)

    def _acts_of(self, instance: Instance, key: str) -> Acts:
        if instance.other and not instance.step.answers:
            return self.index.reaching(key, instance.other)
        if instance.step.each and instance.party in self.index.parties:
            return self.index.by(key, instance.party)
        return self.index.of(key)


def is_in_turn(instance: Instance, act: Act) -> bool:
    """Whether a closing step came when its turn had come; a waiting time must have passed."""
    if instance.step.waits:
        return instance.last_day is not None and act.day > instance.last_day
    return instance.start is not None and act.day > instance.start.day


def _is_since(start: Moment | None, act: Act) -> bool:
    """Whether an act came after what made it owed: on the same day the hour decides, where one is known."""
    if start is None:
        return False
    return act.at >= start.at if start.at else act.day >= start.day


def day_of(moment: Moment) -> date:
    return moment.day


def _told(start: Moment, because: tuple[Reason, ...]) -> tuple[Reason, ...]:
    """The reasons of a term with the event that started it and, if it came late, the evening rule."""
    told = tuple(
        Reason("start", reason.on, {**reason.params, "step": start.step, "how": start.how})
        if reason.kind == "start"
        else reason
        for reason in because
    )
    return (start.evening, *told) if start.evening else told

"""The walk over every state that a case can come to, with the judge to say what each is."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from makul.core.calendar import Reason
from makul.core.procedure.counting import Reckoned
from makul.core.procedure.grammar import Procedure, Step
from makul.core.procedure.judge import Judgement, judgement
from makul.core.procedure.owing import Instance
from makul.core.procedure.status import Due, Entry, Facts, May, Status
from makul.core.proof.structure import (
    DAYS_IN_MONTH,
    kinds_of_values,
    naming,
    only_ended,
    plain_steps,
    referring_to,
)

ORIGIN = date(2000, 1, 1)
MORNING, EVENING = 10, 23

type Key = tuple[object, ...]
type Ways = Mapping[frozenset[str], int]


@dataclass(frozen=True, slots=True)
class Setting:
    """Who takes part, what the rows are like, how late in the day people act, and whether what stays
    owed after its term is done on the day after it (by the one who owes it, or in its place)."""

    roles: tuple[str, ...]
    remarks: int = 1
    unsettled: int = 1
    track: str = "ordinary"
    hour: int = MORNING
    is_late: bool = True


@dataclass
class Proof:
    """What a search found. `ways`: by the marked steps taken, the longest way to the goal in days."""

    states: int = 0
    reached: set[str] = field(default_factory=set)
    outcomes: set[str] = field(default_factory=set)
    dead_ends: list[str] = field(default_factory=list)
    ways: dict[frozenset[str], int] = field(default_factory=dict)


def search(procedure: Procedure, setting: Setting) -> Proof:
    """Walk every state that a case of this kind can come to, to its end."""
    return _walk(_Walker(procedure, setting))


def measure(
    procedure: Procedure, setting: Setting, *, goal: str, marks: tuple[str, ...] = ()
) -> Proof:
    """Walk up to the point where `goal` may be taken, and find the longest way there.

    Units: working days. Each uses its whole term or stays silent. Shape: `ways` are told apart by
    which of the `marks` were taken on them.
    """
    return _walk(_Walker(procedure, setting, goal=goal, marks=marks))


def _walk(walker: _Walker) -> Proof:
    deepest = sys.getrecursionlimit()
    sys.setrecursionlimit(max(deepest, 20_000))
    try:
        walker.proof.ways = dict(walker.longest((), ORIGIN))
    finally:
        sys.setrecursionlimit(deepest)
    walker.proof.states = len(walker.known)
    return walker.proof


class PlainDays:
    """Every day is a working day, so that a number of days says how many working days passed."""

    def __init__(self, *, evening_hour: int | None) -> None:
        self._hour = evening_hour

    def last_day(self, start: date, count: int, unit: str) -> Reckoned:
        """So many days later."""
        days = count * DAYS_IN_MONTH if unit == "mo" else count
        return start + timedelta(days=days), (Reason("start", start),)

    def day_before(self, event: date, count: int) -> Reckoned:
        """So many days and the day of the event itself before it."""
        return event - timedelta(days=count + 1), (Reason("event", event),)

    def received(self, at: datetime) -> tuple[date, Reason | None]:
        """The same day, or after the evening hour the next."""
        is_late = self._hour is not None and at.hour >= self._hour
        return at.date() + timedelta(days=int(is_late)), None


class _Walker:
    """Searches the states of one kind of case; each is judged once."""

    def __init__(
        self,
        procedure: Procedure,
        setting: Setting,
        *,
        goal: str | None = None,
        marks: tuple[str, ...] = (),
    ) -> None:
        self.procedure, self.setting = procedure, setting
        self.goal, self.marks = goal, marks
        self.parties = {f"{role}{n}": role for n, role in enumerate(setting.roles)}
        self.days = PlainDays(evening_hour=procedure.evening_hour)
        self.known: dict[Key, Ways | None] = {}
        self.entered: dict[Key, date] = {}
        self.closings: set[tuple[str, str | None]] = set()
        self.side_roads: set[str] = set()
        self.proof = Proof()
        self.referring = referring_to(procedure)
        self.plain = plain_steps(procedure)
        self.told = set(self.referring) - only_ended(procedure)
        self.naming = {key for step in procedure.steps for key in naming(step)}
        self.ahead = 2 + max((t.ordinary for t in procedure.terms.values()), default=0)
        self.values = {
            step.key: tuple(kinds_of_values(procedure, step)) for step in procedure.steps
        }

    def longest(self, entries: tuple[Entry, ...], today: date) -> Ways:
        """The longest ways from a state to the goal, by the marks on them."""
        case = self._judge(entries, today)
        key = self._key(case, entries, today)
        if key in self.known:
            ways = self.known[key]
            if ways is None and self.entered[key] < today:  # else an act without effect
                self.proof.dead_ends.append(f"{case.status().stage}: goes round in a circle")
            return ways or {}
        self.known[key], self.entered[key] = None, today
        said = case.status()
        self._note(said)
        ways = self._ways(entries, case, said, today)
        self.known[key] = ways
        return ways

    def _ways(self, entries: tuple[Entry, ...], case: Judgement, said: Status, today: date) -> Ways:
        ways: dict[frozenset[str], int] = {}
        if self._allows_goal(said):
            return {self._marks(entries): 0}
        for entry in self._moves(entries, said, today):
            _keep(ways, self.longest((*entries, entry), today), 0)
        if not said.closed:
            self._stay_silent(ways, entries, case, today)
        return ways

    def _stay_silent(
        self,
        ways: dict[frozenset[str], int],
        entries: tuple[Entry, ...],
        case: Judgement,
        today: date,
    ) -> None:
        """The way on if nobody does anything; a case that has begun must have one."""
        later, is_way = self._wait(case, today)
        if later is None:
            if entries:
                self.proof.dead_ends.append(_tell(case.status(), entries))
            return
        onward = self.longest(entries, later)
        # What silence brings about at midnight is counted to the day that ends with it.
        at_midnight = (later - today).days == 1 and set(onward.values()) == {0}
        _keep(ways, onward if is_way else {}, 0 if at_midnight else (later - today).days)

    def _allows_goal(self, said: Status) -> bool:
        return any(one.step == self.goal for one in said.may)

    def _judge(self, entries: tuple[Entry, ...], today: date) -> Judgement:
        case = self.setting
        facts = Facts(case.track, "law", self.parties, entries, case.remarks, case.unsettled)
        return judgement(self.procedure, facts, counting=self.days, today=today)

    def _key(self, case: Judgement, entries: tuple[Entry, ...], today: date) -> Key:
        """What the future of a case depends on, with dates told as days left."""
        if case.end:
            after = [step for step in self.procedure.steps if step.after_close and not step.side]
            traces = (_trace(i, is_plain=False) for s in after for i in case.now.instances(s))
            return (case.end.outcome, *traces)
        live = self._live(case)
        return (
            self._marks(entries),
            frozenset((d.step, d.party, d.to, self._left(d, today)) for d in _terms(case, live)),
            *((key, *self._traces(case, key)) for key in sorted(live)),
        )

    def _left(self, due: Due, today: date) -> int | None:
        """Days left of a term; what has passed is alike, and so is a term in months: it is longer
        than all others together."""
        if due.last_day is None or self._is_long(due.step):
            return None
        return max((due.last_day - today).days, -2)

    def _live(self, case: Judgement) -> set[str]:
        """The steps of which something still to come depends."""
        steps, known = self.procedure.steps, case.then.instances
        asked = {s.key: known(self.procedure.step(s.answers)) for s in steps if s.answers}
        over = {s.key for s in steps if _is_over(known(s), asked.get(s.key))}
        return {key for key, referring in self.referring.items() if referring - over}

    def _traces(self, case: Judgement, key: str) -> Iterator[str]:
        for instance in case.then.instances(self.procedure.step(key)):
            if key in self.naming and instance.act:
                yield f"named {self._days_to(case, instance.act.value)}"
            else:
                yield _trace(instance, is_plain=key in self.plain)

    def _days_to(self, case: Judgement, value: str | None) -> int:
        """How far off a named day is; what has passed is alike."""
        return max((date.fromisoformat(value or "") - case.then.horizon).days, -2)

    def _note(self, said: Status) -> None:
        self.proof.reached |= {one.step for one in said.may}
        self.proof.reached |= {one.step for one in said.deemed}
        if said.outcome:
            self.proof.outcomes.add(said.outcome)

    def _marks(self, entries: tuple[Entry, ...]) -> frozenset[str]:
        return frozenset({entry.step for entry in entries} & set(self.marks))

    def _moves(self, entries: tuple[Entry, ...], said: Status, today: date) -> Iterator[Entry]:
        """What the parties may do today; what a party did already it does not do again."""
        done = {(entry.step, entry.party) for entry in entries}
        passed = {(d.step, d.party) for d in said.without}
        own_day = {d.step: d.last_day for d in said.due if d.last_day}
        at = datetime.combine(today, time(self.setting.hour))
        for one in said.may:
            step = self.procedure.step(one.step)
            if step.side and step.key not in self.side_roads:
                self.side_roads.add(step.key)
                aside = (
                    *entries,
                    Entry(step.key, one.party, at, None, next(iter(step.values), None)),
                )
                self._note(self._judge(aside, today).status())
            if step.side or ((one.step, one.party) in done and not step.to):
                continue
            if self._is_alike(step) or (one.step, one.party) in passed:
                continue
            if not self._is_timely(own_day.get(step.instead_of or step.key), today):
                continue
            for value in self._values(step, today):
                if step.closes and not self._is_first_end(step, value):
                    continue
                yield from self._directed(step, one, at, value, entries)

    def _values(self, step: Step, today: date) -> tuple[str | None, ...]:
        """One value of each kind; of a step that names a day: one far enough ahead, and that very day."""
        if step.key not in self.naming:
            return self.values[step.key]
        days = (today + timedelta(days=ahead) for ahead in (self.ahead, 0))
        return tuple(day.isoformat() for day in days)

    def _is_timely(self, last_day: date | None, today: date) -> bool:
        """On the last day of the term or, where that is walked, on the day after it."""
        return last_day is None or 0 <= (today - last_day).days <= int(self.setting.is_late)

    def _is_alike(self, step: Step) -> bool:
        """Whether taking the step changes nothing for the others: nobody depends on it, or it
        stands for one of which only the being over matters."""
        if step.closes:
            return False
        if step.instead_of:
            return step.instead_of in self.plain
        return step.key not in self.told

    def _is_first_end(self, step: Step, value: str | None) -> bool:
        """An end by a party's own act is the end wherever it is taken: one such way is walked."""
        if step.outcome(value) is None:
            return True
        is_first = (step.key, value) not in self.closings
        self.closings.add((step.key, value))
        return is_first

    def _directed(
        self, step: Step, one: May, at: datetime, value: str | None, entries: tuple[Entry, ...]
    ) -> Iterator[Entry]:
        """The step towards each party alone, so that some may be left out."""
        reached = {entry.to for entry in entries if entry.step == step.key}
        others = [party for party, role in self.parties.items() if role in step.to]
        for to in [party for party in others if party not in reached] if others else [None]:
            yield Entry(one.step, one.party, at, to, value)

    def _wait(self, case: Judgement, today: date) -> tuple[date | None, bool]:
        """The next day on which something changes if all stay silent, and whether it is a way."""
        terms = [due for due in _terms(case, self._live(case)) if due.last_day]
        ahead = [d.last_day for d in terms if d.last_day and not self._is_long(d.step)]
        near = min((day for day in ahead if day >= today), default=None)
        if near:
            return (near if near > today else today + timedelta(days=1)), True
        long = [d.last_day for d in terms if d.last_day and self._is_long(d.step)]
        return (min(long) + timedelta(days=1) if long else None), False

    def _is_long(self, key: str) -> bool:
        return self.procedure.step(key).waits


def _keep(ways: dict[frozenset[str], int], more: Ways, days: int) -> None:
    for marks, length in more.items():
        ways[marks] = max(ways.get(marks, 0), length + days)


def _tell(said: Status, entries: tuple[Entry, ...]) -> str:
    """A dead end in words: the stage and the last steps that led there."""
    way = " > ".join(entry.step + (f"={entry.value}" if entry.value else "") for entry in entries)
    return f"{said.stage}: nothing runs and nobody must act, after {way or 'nothing'}"


def _is_over(owings: list[Instance], asked: list[Instance] | None) -> bool:
    """Whether nothing can start or answer the owings of a step any more."""
    if asked is not None and not all(one.answer or one.ended for one in asked):
        return False
    is_settled = all(one.answer or one.ended for one in owings)
    return is_settled and (bool(owings) or bool(asked))


def _terms(case: Judgement, live: set[str]) -> Iterator[Due]:
    """The terms on which anything depends."""
    for due in case.due():
        step = case.now.procedure.step(due.step)
        if due.step in live or step.closes or step.after_close:
            yield due


def _trace(instance: Instance, *, is_plain: bool) -> str:
    """What later steps can know of an owing."""
    if is_plain:
        return "over" if instance.answer or instance.ended else "open"
    if instance.act:
        return f"done {instance.act.value}"
    if instance.deemed and not instance.step.silence.unsettles:
        return f"done {instance.step.silence.value}"
    if instance.instead:
        return "instead"
    return "ended" if instance.ended else "open" if instance.start else "closed"

"""The judge: from a procedure and the facts of a case, where it stands. Pure and total.

Whatever the list of entries, in whatever order, there is a status and no exception. Choices made:

* A term ends at midnight of its last day. So silence is known on the day after, but counts *on* the
  last day itself, and the next term starts on the day after it: no day is lost between two terms.
* `due` names terms that run and, once passed, what is still owed; `deemed` what silence put in
  force; `without` the terms after which the case went on without the step.
* A breach has the sentence of its duty. Where there is a right and no duty (a position, a contest,
  an appeal) silence is no breach; a filing after its last day is told as `late` with `duty: null`,
  because its day goes on record (Order, art. 19), not because anything is held against the body.
* A step never taken gives one line: `skipped` if a later one jumped over it, else `overdue`.
* Where the initiator is bound by no agreement the same lines come as `recorded`, not as breaches.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time

from makul.core.calendar import Calendar
from makul.core.procedure.closing import Closing, closing
from makul.core.procedure.counting import CalendarCounting, Counting
from makul.core.procedure.grammar import Notice, Procedure, Step
from makul.core.procedure.index import Index
from makul.core.procedure.options import may, stage
from makul.core.procedure.owing import Instance
from makul.core.procedure.skipping import skipped
from makul.core.procedure.state import State
from makul.core.procedure.status import Breach, Deemed, Due, Facts, Kept, Note, Status


def status(procedure: Procedure, facts: Facts, *, calendar: Calendar, today: date) -> Status:
    """Where a case stands at the end of `today`; entries of later days are left out.

    Shape: any list of entries in any order. Never raises for what the entries or the years say: a
    year without a list of days off gives a due line without a last day and the reason `law_gap`.
    Source: the procedure's own order.
    """
    counting = CalendarCounting(calendar, evening_hour=procedure.evening_hour)
    return status_by(procedure, facts, counting=counting, today=today)


def status_by(procedure: Procedure, facts: Facts, *, counting: Counting, today: date) -> Status:
    """The same with any way of counting days; the proof brings its own."""
    return judgement(procedure, facts, counting=counting, today=today).status()


def judgement(procedure: Procedure, facts: Facts, *, counting: Counting, today: date) -> Judgement:
    """The case laid out for judging, before the status is said."""
    index = Index(procedure, facts, today=today)
    tonight = datetime.combine(today, time.max)
    now = State(procedure, facts, index, counting, cutoff=tonight, horizon=today)
    end = closing(now)
    then = now.at_moment(cutoff=end.cutoff, horizon=end.horizon) if end else now
    return Judgement(now, then, end)


class Judgement:
    """A case laid out: `now` sees everything on record; `then` is the case as it stood when it ended."""

    def __init__(self, now: State, then: State, end: Closing | None) -> None:
        self.now, self.then, self.end = now, then, end
        self.steps = now.procedure.steps

    def status(self) -> Status:
        """Everything that is said of the case."""
        breaches = tuple(self._breaches())
        binding = self.now.facts.binding
        silent, unreached = self._stances()
        items, last_day = self._information(breaches)
        return Status(
            stage="closed" if self.end else stage(self.then),
            may=tuple(may(self.now, self.then, is_closed=self.end is not None)),
            due=tuple(self.due()),
            deemed=tuple(self._silence("deemed")),
            breaches=breaches if binding else (),
            recorded=() if binding else breaches,
            closed=self.end is not None,
            outcome=self.end.outcome if self.end else None,
            closed_on=self.end.on if self.end else None,
            without=tuple(self._silence("goes_on")),
            silent=silent,
            not_notified=unreached,
            information=items,
            information_last_day=last_day,
            notes=tuple(self._notes()),
            kept=tuple(self._kept()),
        )

    def _state(self, step: Step) -> State:
        return self.now if step.after_close else self.then

    # --- terms ------------------------------------------------------------------------------------

    def due(self) -> Iterator[Due]:
        """Terms that run, and steps still owed after them; towards whom, in one line."""
        lines: dict[tuple[str, str, date | None], list[Instance]] = {}
        for step in self.steps:
            if not step.side and (step.after_close or not self.end):
                state = self._state(step)
                is_over = step.until is not None and state.moment(step.until) is not None
                for i in state.instances(step):
                    if is_due(i) and not is_over:
                        lines.setdefault((step.key, i.party, i.last_day), []).append(i)
        for (key, party, last_day), owed in lines.items():
            to = tuple(i.other for i in owed if i.other)
            yield Due(key, party, last_day, owed[0].because, to)

    def _silence(self, kind: str) -> Iterator[Deemed]:
        """What was deemed done, or what the case went on without."""
        for step in self.steps:
            if step.silence.kind == kind and not step.side:
                for i in self._state(step).instances(step):
                    if i.ended and i.last_day and not (kind == "goes_on" and i.act):
                        yield Deemed(step.key, i.party, i.last_day, step.silence.value)

    def _kept(self) -> Iterator[Kept]:
        """Every term that has started or was answered, in the order of the procedure."""
        for step in self.steps:
            if not step.waits:
                for i in self._state(step).instances(step):
                    if i.last_day or i.answer:
                        done = i.answer.day if i.answer else None
                        yield Kept(step.key, i.party, i.last_day, done, i.because, i.other)

    # --- breaches ---------------------------------------------------------------------------------

    def _breaches(self) -> Iterator[Breach]:
        jumped = skipped(self.now if self.end is None else self.then)
        yield from jumped
        told = {(breach.step, breach.party) for breach in jumped}
        for step in self.steps:
            if not step.side:
                yield from (b for b in self._of_step(step) if self._is_new(b, told))

    def _is_new(self, breach: Breach, told: set[tuple[str, str]]) -> bool:
        return breach.kind == "late" or (breach.step, breach.party) not in told

    def _of_step(self, step: Step) -> Iterator[Breach]:
        """The late and the overdue of a step, those towards whom it was owed in one line."""
        lines: dict[tuple[str, str, date], list[Instance]] = {}
        for i in self._state(step).instances(step):
            kind, answer = self._kind(i), i.answer or i.void
            if kind and i.last_day:
                party = answer.party if kind == "late" and answer else i.party
                lines.setdefault((kind, party, i.last_day), []).append(i)
        for (kind, party, last_day), owed in lines.items():
            to = tuple(i.other for i in owed if i.other)
            answer = owed[0].answer or owed[0].void
            key = answer.step if kind == "late" and answer else step.key
            yield Breach(kind, key, party, last_day, step.duty, to)

    def _kind(self, instance: Instance) -> str | None:
        """`late`: done by the one who owes it, after the last day; `overdue`: owed, and not done by
        that party. A substitute's act helps the case, and the breach stays with the one who owed it.
        """
        answer, last_day = instance.answer or instance.void, instance.last_day
        if last_day is None or instance.step.waits:
            return None
        if answer and answer.day > last_day and self._is_own(instance, answer.party):
            return "late"
        return "overdue" if instance.ended and instance.step.duty else None

    def _is_own(self, instance: Instance, party: str) -> bool:
        return self.now.index.parties.get(party) not in instance.step.substitutes

    # --- words beside -----------------------------------------------------------------------------

    def _stances(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Who submitted no opinion, and who was never reached: two different things."""
        procedure = self.now.procedure
        opinions = [i for key in procedure.silent_steps for i in self._opinions(key)]
        silent = [i.party for i in opinions if i.ended and not (i.answer or i.void)]
        if procedure.reaches is None:
            return tuple(silent), ()
        spoke = {i.party for i in opinions if i.answer or i.void}
        reaching = self.then.instances(procedure.step(procedure.reaches))
        is_over = self.end is not None and self.end.is_final
        missed = [i.other for i in reaching if i.other and not i.act and (i.ended or is_over)]
        return tuple(silent), tuple(party for party in missed if party not in spoke)

    def _opinions(self, key: str) -> list[Instance]:
        return self.then.instances(self.now.procedure.step(key))

    def _information(self, breaches: tuple[Breach, ...]) -> tuple[tuple[str, ...], date | None]:
        """Sentences of the order to be shown, as information and no more."""
        is_skipped = any(b.kind == "skipped" for b in breaches) and self.now.facts.binding
        items: list[str] = []
        last_day: date | None = None
        for notice in self.now.procedure.notices:
            if self._is_shown(notice, is_skipped=is_skipped):
                items += notice.items
                last_day = last_day or self._date_of(notice)
        return tuple(items), last_day

    def _is_shown(self, notice: Notice, *, is_skipped: bool) -> bool:
        if notice.on_skipped and not is_skipped:
            return False
        is_of_kind = not notice.kinds or self.now.facts.act_kind in notice.kinds
        return is_of_kind and self.now.moment(notice.after) is not None

    def _date_of(self, notice: Notice) -> date | None:
        start = self.now.moment(notice.clock.after) if notice.clock else None
        if start is None or notice.clock is None or notice.clock.term is None:
            return None
        length = self.now.procedure.terms[notice.clock.term]
        count = length.on(self.now.facts.track)
        return self.now.counting.last_day(start.day, count, length.unit)[0]

    def _notes(self) -> Iterator[Note]:
        """Entries that do not count, and why."""
        yield from self.now.index.notes
        for step in self.steps:
            for i in self._state(step).instances(step):
                if i.void and not step.silence.unsettles:
                    yield Note("no_effect", i.void.step, i.void.party, i.void.at)
            if self.end and not step.after_close:
                for act in self.now.index.of(step.key).after(self.end.cutoff):
                    yield Note("after_close", act.step, act.party, act.at)


def is_due(instance: Instance) -> bool:
    """Whether a term runs, or is over with the step still owed and no effect of silence."""
    if instance.start is None or not instance.because or instance.answer:
        return False
    if not instance.ended:
        return True
    return bool(instance.step.duty) and instance.step.silence.kind == "nothing"

"""What is decided each morning of a draft: the judge says what is open and until when, habits say the rest.

No term and no order of steps stands here: a step is planned when the judge says that its turn has come,
and dropped when the judge says that it is over.
"""

from __future__ import annotations

from dataclasses import dataclass

from makul.core.procedure.counting import CalendarCounting
from makul.core.procedure.grammar import Ended, Procedure, Step, leaves, points
from makul.core.procedure.judge import Judgement, judgement
from makul.core.procedure.owing import Instance
from makul.core.procedure.state import State
from makul.core.proof.structure import referring_to
from makul.core.simulation.answers import Answers
from makul.core.simulation.chance import waiting
from makul.core.simulation.crowd import Crowd
from makul.core.simulation.days import Days
from makul.core.simulation.desk import NO_TERM, Desk, Job
from makul.core.simulation.draft import Draft, body_key, is_body
from makul.core.simulation.settings import Habit, Office, Settings

# Which of a holder's numbers decides what.
PICK, SILENT, VALUE, TIME, LATE, LATE_DAYS, EVENING, SUBSTITUTE = range(8)
SUBSTITUTE_DAYS = 2

type Key = tuple[str, ...]


@dataclass
class Plans:
    """Plans the steps of all drafts; `jobs`: what lies on the desks, by draft and owing."""

    procedure: Procedure
    settings: Settings
    days: Days
    counting: CalendarCounting
    crowd: Crowd
    desks: dict[str, Desk]
    others: Desk

    def __post_init__(self) -> None:
        self.number = {step.key: n for n, step in enumerate(self.procedure.steps)}
        self.jobs: dict[int, dict[Key, Job]] = {}
        self.answers = Answers(self.procedure, self.settings, self.days, self.crowd)
        self.awaited = {
            leaf.step
            for step in self.procedure.steps
            for point in points(step)
            for leaf in leaves(point)
            if isinstance(leaf, Ended)
        }
        # Only the end of these terms can open something: the others run out unseen.
        self.telling = set(referring_to(self.procedure)) | {
            step.key for step in self.procedure.steps if step.substitutes or step.closes
        }

    def morning(self, draft: Draft, place: int) -> set[int]:
        """Judge a draft and plan what is open. Returns the places of days on which to look again."""
        today = self.days.day(place)
        facts = draft.facts(self.procedure, self.days)
        case = judgement(self.procedure, facts, counting=self.counting, today=today)
        self._note_end(draft, case)
        again: set[int] = set()
        live: set[Key] = set()
        for step in self.procedure.steps:
            if step.instead_of or (case.end and not step.after_close):
                continue
            state = case.now if step.after_close else case.then
            if step.key in self.telling:
                again |= self._ends(state, step, place)
            if not step.waits and not self._is_past(draft, state, step):
                live |= self._step(draft, state, step, place, again)
        jobs = self.jobs.setdefault(draft.number, {})
        for key in set(jobs) - live:
            jobs.pop(key).is_off = True
            draft.planned.discard(
                key
            )  # its turn may come again: an amendment holds up the adoption
        return again

    def habit(self, step: Step) -> Habit:
        """How a step is taken; what nobody must do is not done unless the settings speak of it."""
        spoken = self.settings.habits.get(step.key)
        return spoken or Habit(chance=0 if step.optional or step.side else 1)

    def desk(self, party: str) -> Desk:
        """The desk of an office; a body that acts alone has one without limits."""
        return self.desks.get(party, self.others)

    # --- the end of things ------------------------------------------------------------------------

    def _note_end(self, draft: Draft, case: Judgement) -> None:
        if case.end:
            draft.outcome, draft.closed_on = case.end.outcome, case.end.on
            draft.batches = [one for one in draft.batches if one.at.date() <= case.end.on]
            for asked in list(draft.asked):
                draft.drop_after(asked.step, self.days.place(case.end.on))

    def _ends(self, state: State, step: Step, place: int) -> set[int]:
        """The mornings after the ends of terms that still run."""
        today = self.days.day(place)
        to_the_end = step.key in self.awaited  # it ends on its day also for those who answered
        lasts = {i.last_day for i in state.instances(step) if to_the_end or not i.answer}
        return {self.days.after(day) for day in lasts if day and day >= today}

    def _is_past(self, draft: Draft, state: State, step: Step) -> bool:
        """Whether a step may not be taken any more; the bodies then take it no more."""
        moment = state.moment(step.until) if step.until else None
        if moment and any(asked.step == step.key for asked in draft.asked):
            draft.drop_after(step.key, self.days.place(moment.day))
        return moment is not None

    # --- one step ---------------------------------------------------------------------------------

    def _step(
        self, draft: Draft, state: State, step: Step, place: int, again: set[int]
    ) -> set[Key]:
        """Plan a step for all who owe it; returns the owings that are still open."""
        if step.each and draft.many in step.by:
            self.answers.ask(draft, state, step)
        live: set[Key] = set()
        for instance in state.instances(step):
            if (step.each and is_body(instance.party)) or not _is_open(instance):
                continue
            key = _key(instance)
            live |= {key, (*key, "substitute")}
            if key not in draft.planned:
                if instance.ended:
                    draft.planned.add(key)
                else:
                    self._plan(draft, instance, key, place, again)
            if instance.ended:
                self._substitute(draft, instance, key, place)
        return live

    def _plan(
        self, draft: Draft, instance: Instance, key: Key, place: int, again: set[int]
    ) -> None:
        step, habit = instance.step, self.habit(instance.step)
        if habit.after:
            begin = self._gathered(draft, habit.after, instance)
            if begin is not None and place < begin:
                again.add(begin)
                return
            if not any(a.answered.any() for a in draft.asked if a.step == habit.after):
                draft.planned.add(key)  # nobody filed anything that could be gathered
                return
        draft.planned.add(key)
        party = self.actor(draft, instance.party)
        if party is None:
            return
        luck = self._luck(draft, step, instance)
        taken = self._taken(step, habit, luck, self.desk(party))
        if taken:
            wanted = self._wanted(instance, habit, luck, place, self.desk(party).office)
            self._put(draft, instance, key, party, taken, wanted)

    def _gathered(self, draft: Draft, step: str, instance: Instance) -> int | None:
        """The day after the terms of the many: of those told late only if that is soon enough."""
        own = self.days.place(instance.last_day) if instance.last_day else NO_TERM
        lasts = [asked.last for asked in draft.asked if asked.step == step]
        soon = [last for last in lasts if last < own]
        return max(soon or lasts) + 1 if lasts else None

    def _taken(
        self, step: Step, habit: Habit, luck: list[float], desk: Desk
    ) -> tuple[str, str | None] | None:
        """What is done: the step with a value, another in its place, or nothing."""
        if step.duty and luck[SILENT] < desk.silent:
            return None
        reach = 0.0
        for key, share in habit.instead.items():
            reach += share
            if luck[PICK] < reach:
                return key, _chosen(self.procedure.step(key).values, {}, luck[VALUE])
        if luck[PICK] < reach + habit.chance:
            return step.key, _chosen(step.values, habit.values, luck[VALUE])
        return None

    def _wanted(
        self, instance: Instance, habit: Habit, luck: list[float], place: int, office: Office
    ) -> int:
        """The day on which it is taken if the hours suffice."""
        if instance.last_day is None or instance.start is None:
            return place + waiting(luck[TIME], habit.days)
        start, last = self.days.place(instance.start.day), self.days.place(instance.last_day)
        if luck[LATE] < office.late:
            return last + 1 + waiting(luck[LATE_DAYS], office.late_days)
        used = luck[TIME] ** ((1 - habit.used) / habit.used) if habit.used > 0 else 0.0
        return max(place, self.days.within(max(start, place - 1), last, used))

    def _put(
        self,
        draft: Draft,
        instance: Instance,
        key: Key,
        party: str,
        taken: tuple[str, str | None],
        wanted: int,
    ) -> None:
        """Lay the step on the desk with the work that it makes."""
        step, habit = instance.step, self.habit(instance.step)
        letters = (draft.bodies if draft.many in step.to else 0) + sum(
            len(draft.holders(role)) for role in step.to
        )
        rows = draft.remarks if habit.after else draft.rows
        rows = rows if habit.hours_per_row else 0
        last = self.days.place(instance.last_day) if instance.last_day else NO_TERM
        hours = habit.hours + rows * habit.hours_per_row + letters * habit.hours_per_letter
        to = instance.other if step.answers else None
        job = Job(draft.number, key, taken[0], party, wanted, last, to, taken[1])
        job.hours, job.rows, job.letters = hours, rows, letters
        self.jobs.setdefault(draft.number, {})[key] = job
        self.desk(party).put(job)

    def _substitute(self, draft: Draft, instance: Instance, key: Key, place: int) -> None:
        """What stays undone after its term may be taken up by another."""
        step, mark = instance.step, (*key, "substitute")
        pending = key in self.jobs.get(draft.number, {})
        if pending or mark in draft.planned or not step.substitutes:
            return
        draft.planned.add(mark)
        luck = self._luck(draft, step, instance)
        parties = [party for role in step.substitutes for party in draft.holders(role)]
        if parties and luck[SUBSTITUTE] < self.habit(step).substituted:
            value = _chosen(step.values, self.habit(step).values, luck[VALUE])
            wanted = place + waiting(luck[TIME], SUBSTITUTE_DAYS)
            self._put(draft, instance, mark, parties[0], (step.key, value), wanted)

    def actor(self, draft: Draft, party: str) -> str | None:
        """The party that acts where a role owes a step together."""
        if party in draft.offices or is_body(party):
            return party
        holders = draft.holders(party)
        if holders:
            return holders[0]
        return body_key(min(draft.shown)) if party == draft.many and draft.shown else None

    def _luck(self, draft: Draft, step: Step, instance: Instance) -> list[float]:
        """The numbers of the one who takes the step, told apart within the role."""
        who = instance.other if step.answers else instance.party
        role = draft.offices.get(who or "")
        holders = draft.holders(role) if role else []
        holder = holders.index(who) if who in holders else 0
        return draft.luck.step(self.number[step.key], holder)


def _is_open(instance: Instance) -> bool:
    """Whether a step can still be taken with effect, in its turn."""
    step = instance.step
    if instance.answer or not (instance.start or not step.clocks):
        return False
    return not (instance.ended and (step.void_late or instance.deemed))


def _key(instance: Instance) -> Key:
    """An owing: towards many it is one; owed anew it is another."""
    step = instance.step
    if step.answers:
        return step.key, instance.party, instance.other or ""
    if step.anew and instance.start:
        return step.key, instance.party, instance.start.day.isoformat()
    return step.key, instance.party


def _chosen(values: tuple[str, ...], shares: object, luck: float) -> str | None:
    """The value taken: by its share; what the shares leave over goes to the first."""
    if not values:
        return None
    known: dict[str, float] = dict(shares) if isinstance(shares, dict) else {}
    reach = 0.0
    for value in values[1:]:
        reach += known.get(value, 0.0)
        if luck < reach:
            return value
    return values[0]

"""A play of a year or more: drafts come in, offices and bodies do what habit and hours allow.

The judge itself says each morning what is open on a draft and until when; so a term changed in the
law changes the play, and what the play calls late the judge calls late.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date

import numpy as np

from makul.core.calendar import Calendar
from makul.core.procedure import Procedure
from makul.core.procedure.counting import CalendarCounting
from makul.core.procedure.judge import judgement
from makul.core.simulation.chance import Luck, evenly, skewed_one
from makul.core.simulation.crowd import Crowd, reached
from makul.core.simulation.days import Days
from makul.core.simulation.desk import Desk, Job
from makul.core.simulation.draft import Batch, Draft
from makul.core.simulation.planning import EVENING, Plans
from makul.core.simulation.settings import Office, Settings, check_settings

TOLD_EVERY = 40  # working days between two words on how far it is
type Say = Callable[[date, int, int], None]


@dataclass
class Played:
    """A play that is over: its drafts, desks and bodies. `open_cases`: by week, at its end."""

    procedure: Procedure
    settings: Settings
    days: Days
    drafts: list[Draft]
    desks: dict[str, Desk]
    crowd: Crowd
    counting: CalendarCounting
    ended_on: date
    open_cases: Counter[int] = field(default_factory=Counter)


def play(
    procedure: Procedure, settings: Settings, *, calendar: Calendar, say: Say | None = None
) -> Played:
    """Play the drafts of some years under a procedure, to the end of each.

    `say` hears the day, the drafts that came in and those that ended.
    Raises: BadInput("sim_out_of_range", ...), BadInput("sim_too_much", names) for settings that
    cannot be; LawGap("no_days_off", year) where the years go past the lists of days off.
    """
    check_settings(settings)
    return _Player(procedure, settings, calendar, say).play()


class _Player:
    """The day after day of a play."""

    def __init__(
        self, procedure: Procedure, settings: Settings, calendar: Calendar, say: Say | None
    ) -> None:
        self.procedure, self.settings, self.say = procedure, settings, say
        self.days = Days(calendar, settings.start, years=settings.years)
        self.counting = CalendarCounting(calendar, evening_hour=procedure.evening_hour)
        self.crowd = Crowd(settings.bodies, seed=settings.seed)
        self.offices = dict(_offices(procedure, settings))
        self.desks = {
            party: Desk(office, silent=silent)
            for parties in self.offices.values()
            for party, office, silent in parties
        }
        self.plans = Plans(
            *(procedure, settings, self.days, self.counting, self.crowd, self.desks),
            others=Desk(Office(), silent=0),
        )
        self.drafts = sorted(
            (self._draft(n) for n in range(settings.drafts_per_year * settings.years)),
            key=lambda one: one.place,
        )
        self.by_number = {one.number: one for one in self.drafts}
        self.wakes: dict[int, set[int]] = {}
        self.open: Counter[int] = Counter()

    def play(self) -> Played:
        """All days until nothing is left to happen, or the lists of days off end."""
        arrivals: dict[int, list[Draft]] = {}
        for draft in self.drafts:
            arrivals.setdefault(draft.place, []).append(draft)
        came, ended, place = 0, 0, 0
        for place in range(len(self.days) - 1):
            for number in sorted(self.wakes.pop(place, ())):
                ended += self._judge(self.by_number[number], place)
            for draft in arrivals.get(place, ()):
                self._submit(draft, place)
                came += 1
            self._work(place)
            self.open[self.days.week(place)] = came - ended
            if self.say and place % TOLD_EVERY == 0:
                self.say(self.days.day(place), came, ended)
            if came == len(self.drafts) and not self.wakes and not self._is_at_work():
                break
        return self._over(self.days.day(place))

    def _is_at_work(self) -> bool:
        return any(self.plans.jobs.values())

    def _judge(self, draft: Draft, place: int) -> bool:
        """Look at a draft, unless what was to happen today is not to happen any more; whether it ended."""
        if place not in draft.ends and place not in draft.sure:
            return False
        was_open = draft.outcome is None
        draft.ends = self.plans.morning(draft, place)
        self._look_again(draft, draft.ends | draft.sure)
        return was_open and draft.outcome is not None

    def _expect(self, draft: Draft, *places: int) -> None:
        """Something comes to pass on these days, whatever else happens."""
        draft.sure.update(places)
        self._look_again(draft, places)

    def _look_again(self, draft: Draft, places: Iterable[int]) -> None:
        for place in places:
            if place < len(self.days):
                self.wakes.setdefault(place, set()).add(draft.number)

    # --- a day ------------------------------------------------------------------------------------

    def _submit(self, draft: Draft, place: int) -> None:
        """The first step of the procedure, by the one whose draft it is."""
        first = self.procedure.steps[0]
        party = draft.holders(first.by[0])[0]
        at = draft.moment(self.days.day(place), evening=False)
        draft.record(first.key, party, at, value=next(iter(first.values), None))
        self._expect(draft, place + 1)

    def _work(self, place: int) -> None:
        """Every office works its hours; what is taken is on record the same day."""
        week = self.days.week(place)
        for desk in (*self.desks.values(), self.plans.others):
            for job in desk.work(place, week=week):
                if not job.is_off:  # what was taken a moment ago may have ended the case
                    self._take(job, place)

    def _take(self, job: Job, place: int) -> None:
        draft = self.by_number[job.draft]
        self.plans.jobs[job.draft].pop(job.key, None)
        step = self.procedure.step(job.step)
        luck = draft.luck.step(self.plans.number[job.step], 0)
        at = draft.moment(self.days.day(place), evening=luck[EVENING] < self.settings.evening)
        if step.to:
            self._send(draft, job, place)
        else:
            draft.record(job.step, job.party, at, to=job.to, value=job.value)
        if step.outcome(job.value):
            self._clear(draft)
        if step.key in self.plans.telling or step.repeats or step.instead_of:
            self._expect(draft, place + 1)

    def _clear(self, draft: Draft) -> None:
        """Lay nothing more before a case that has ended; if it has not, all is planned anew."""
        for key, job in list(self.plans.jobs[draft.number].items()):
            if not self.procedure.step(job.step).after_close:
                self.plans.jobs[draft.number].pop(key).is_off = True
                draft.planned.discard(key)

    def _send(self, draft: Draft, job: Job, place: int) -> None:
        """Letters to all to whom the step is owed; to the many some come late and some never."""
        step = self.procedure.step(job.step)
        luck = draft.luck.step(self.plans.number[job.step], 0)
        evening = luck[EVENING] < self.settings.evening
        at = draft.moment(self.days.day(place), evening=evening)
        for role in step.to:
            for party in draft.holders(role):
                draft.record(job.step, job.party, at, to=party, value=job.value)
        if draft.many not in step.to or not draft.bodies:
            return
        never, slow = reached(draft.luck, self.settings.bodies)
        had = draft.delivered(job.step)
        second = place + self.settings.bodies.slow_days
        draft.deliver(Batch(job.step, job.party, at, np.flatnonzero(~never & ~slow & ~had)))
        later = draft.moment(self.days.day(second), evening=False)
        draft.deliver(Batch(job.step, job.party, later, np.flatnonzero(slow & ~had)))
        if never.any():
            draft.shown.add(int(never.argmax()))
        self._expect(draft, second)

    # --- the beginning and the end ----------------------------------------------------------------

    def _draft(self, number: int) -> Draft:
        """A draft with its day, its track, its initiator and all its luck."""
        settings = self.settings
        luck = Luck(
            settings.seed,
            number,
            steps=len(self.procedure.steps),
            bodies=settings.bodies.parties,
        )
        offices: dict[str, str] = {}
        for role, parties in self.offices.items():
            chosen = parties
            if parties and not settings.office(role).together:
                chosen = [parties[int(luck.sender**1.5 * len(parties))]]  # some send more drafts
            offices |= {party: role for party, _, _ in chosen}
        return Draft(
            number,
            int(luck.arrival * self.days.arriving),
            "short" if luck.track < settings.short_share else "ordinary",
            next(iter(self.procedure.act_kinds), ""),
            luck,
            offices,
            settings.many,
            settings.bodies.parties if settings.many in self.procedure.roles else 0,
            shown={0}
            if settings.bodies.parties and settings.many in self.procedure.roles
            else set(),
            quarrel=skewed_one(luck.quarrel, settings.unsettled),
        )

    def _over(self, today: date) -> Played:
        """The last word of the judge on each draft."""
        for draft in self.drafts:
            facts = draft.facts(self.procedure, self.days)
            case = judgement(self.procedure, facts, counting=self.counting, today=today)
            draft.said = case.status()
        found = (self.procedure, self.settings, self.days, self.drafts, self.desks, self.crowd)
        return Played(*found, self.counting, today, self.open)


def _offices(
    procedure: Procedure, settings: Settings
) -> list[tuple[str, list[tuple[str, Office, float]]]]:
    """The offices of each role with how apt each is to stay silent; like the bodies, unlike each other."""
    found = []
    for number, role in enumerate(role for role in procedure.roles if role != settings.many):
        office = settings.office(role)
        unlike = evenly(settings.seed, 10 + number, office.holders)
        shares = [
            skewed_one(float(u), office.silent) if office.holders > 1 else office.silent
            for u in unlike
        ]
        parties = [(f"{role}-{n + 1:02}", office, share) for n, share in enumerate(shares)]
        found.append((role, parties))
    return found

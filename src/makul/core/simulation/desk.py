"""An office at work: what is open on its desk, done by its hours, the most urgent first."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from heapq import heappop, heappush
from itertools import count

from makul.core.simulation.settings import Office

NO_TERM = 1 << 40


@dataclass(slots=True)
class Job:
    """One step to be taken: by whom in which draft, on which day if the hours suffice."""

    draft: int
    key: tuple[str, ...]
    step: str
    party: str
    wanted: int
    last: int = NO_TERM
    to: str | None = None
    value: str | None = None
    hours: float = 1.0
    rows: int = 0
    letters: int = 0
    is_off: bool = False  # not needed any more


@dataclass
class Load:
    """What an office did in each week, and what was waiting at its end. Units: hours, pieces."""

    hours: defaultdict[int, float] = field(default_factory=lambda: defaultdict(float))
    steps: Counter[int] = field(default_factory=Counter)
    rows: Counter[int] = field(default_factory=Counter)
    letters: Counter[int] = field(default_factory=Counter)
    queue: Counter[int] = field(default_factory=Counter)
    waited: list[int] = field(default_factory=list)


class Desk:
    """One office through the whole play."""

    def __init__(self, office: Office, *, silent: float) -> None:
        self.office, self.silent, self.load = office, silent, Load()
        self._order = count()
        self._open: list[tuple[int, int, Job]] = []
        self._worked_off: list[tuple[int, int, Job]] = []

    def put(self, job: Job) -> None:
        """Lay a step on the desk."""
        heappush(self._open, (job.last, next(self._order), job))

    def work(self, today: int, *, week: int) -> list[Job]:
        """A day's work. Returns the steps taken on it: worked off, and their day come."""
        hours = self.office.hours_per_day
        while self._open and (hours > 0 or not self.office.is_limited):
            _, _, job = heappop(self._open)
            if not job.is_off:
                hours -= self._spend(job, hours, today, week)
        taken = []
        while self._worked_off and self._worked_off[0][0] <= today:
            _, _, job = heappop(self._worked_off)
            if not job.is_off:
                taken.append(job)
                self._note(job, today, week)
        waiting = sum(1 for _, _, job in self._open if not job.is_off)
        self.load.queue[week] = max(self.load.queue[week], waiting)
        return taken

    def _spend(self, job: Job, hours: float, today: int, week: int) -> float:
        """Work on a job as long as the hours last; what is left of it stays on the desk."""
        spent = min(job.hours, hours) if self.office.is_limited else job.hours
        job.hours -= spent
        self.load.hours[week] += spent
        if job.hours > 1e-9:
            heappush(self._open, (job.last, next(self._order), job))
        else:
            heappush(self._worked_off, (max(job.wanted, today), next(self._order), job))
        return spent

    def _note(self, job: Job, today: int, week: int) -> None:
        self.load.steps[week] += 1
        self.load.rows[week] += job.rows
        self.load.letters[week] += job.letters
        self.load.waited.append(max(0, today - job.wanted))

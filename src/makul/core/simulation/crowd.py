"""The many bodies: who means to answer, when, and whether there are hours for it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from makul.core.simulation.chance import Luck, Shares, counts, evenly, skewed
from makul.core.simulation.settings import Bodies

type Places = npt.NDArray[np.int64]
type Flags = npt.NDArray[np.bool_]

NEVER = -1
WEEK = 5  # working days


@dataclass(frozen=True)
class Asked:
    """One step asked of bodies that were reached on the same day.

    `who`: numbers of the bodies; `start`, `last`: places of the working days of their term; `filed`:
    the place of the day each filed on, `NEVER` for silence; `willing`: who meant to answer.
    """

    step: str
    who: Places
    start: int
    last: int
    filed: Places
    willing: Flags

    @property
    def answered(self) -> Flags:
        """Who filed, in time or late."""
        return np.asarray(self.filed != NEVER)

    @property
    def in_time(self) -> Flags:
        """Who filed within the term."""
        return np.asarray(self.answered & (self.filed <= self.last))

    def telling(self) -> Iterator[int]:
        """The bodies on whom the way of a case can hang: the first and the last to file, and one
        that is silent; all others do what one of these does, between them in time."""
        if self.answered.any():
            filed = np.where(self.answered, self.filed, np.iinfo(np.int64).max)
            yield int(self.who[filed.argmin()])
            yield int(self.who[self.filed.argmax()])
        if not self.answered.all():
            yield int(self.who[self.answered.argmin()])


class Crowd:
    """All bodies through the whole play; their hours are used up draft by draft."""

    def __init__(self, bodies: Bodies, *, seed: int) -> None:
        self.bodies, size = bodies, bodies.parties
        own = skewed(evenly(seed, 0, size), bodies.answer_rate)
        self.propensity = bodies.answer_rate + bodies.spread * (own - bodies.answer_rate)
        self._kind = evenly(seed, 1, size)
        unlike = 1 + bodies.hours_spread * (2 * evenly(seed, 2, size) - 1)
        self.hours_per_day = unlike * bodies.hours_per_week / WEEK
        self._free: Shares = np.zeros(size)

    def answer(self, step: str, who: Places, *, start: int, last: int, luck: Shares) -> Asked:
        """How these bodies take a step whose term runs from `start` to `last`."""
        wills, when, still, _ = luck[:, who]
        willing = wills < self.propensity[who]
        natural = start + np.maximum(1, np.ceil(self._used(who, when) * (last - start)))
        done = self._worked_off(who, start)
        day = np.maximum(natural, np.ceil(done)).astype(np.int64)
        files = willing & ((day <= last) | (still < self.bodies.late_filing))
        self._free[who[files]] = done[files]
        return Asked(step, who, start, last, np.where(files, day, NEVER), willing)

    def _used(self, who: Places, when: Shares) -> Shares:
        """The part of the term a body uses, by its habit."""
        kind = self._kind[who]
        at_once = kind < self.bodies.at_once
        at_end = kind >= 1 - self.bodies.last_day
        return np.where(at_once, when / 5, np.where(at_end, 1.0, when))

    def _worked_off(self, who: Places, start: int) -> Shares:
        """When a body is done with one more answer, one after the other."""
        if self.bodies.hours_per_week <= 0:
            return np.full(who.shape, float(start))
        hours = np.maximum(self.hours_per_day[who], 1e-9)
        return np.asarray(np.maximum(self._free[who], start) + self.bodies.hours_per_answer / hours)


def new_rows(asked: Asked, luck: Luck, *, step: int, bodies: Bodies) -> tuple[int, int]:
    """How many remarks those who filed in time made, and how many of them no other body had made."""
    who = asked.who[asked.in_time]
    made = counts(luck.asked(step)[3][who], bodies.remarks_per_answer)
    new = luck.novelty[:, who] >= bodies.alike
    within = np.arange(new.shape[0])[:, None] < made[None, :]
    return int(made.sum()), int((new & within).sum())


def reached(luck: Luck, bodies: Bodies) -> tuple[Flags, Flags]:
    """Whose letter is never delivered, and whose only on the second try."""
    never = luck.letters < bodies.undelivered
    return never, ~never & (luck.letters < bodies.undelivered + bodies.slow)

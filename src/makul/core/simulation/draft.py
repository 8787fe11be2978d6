"""One draft in the play: its parties and entries, whole for the judge, or only those that tell."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

import numpy as np

from makul.core.procedure import Entry, Facts, Procedure
from makul.core.procedure.status import Status
from makul.core.simulation.chance import Luck
from makul.core.simulation.crowd import NEVER, Asked, Flags, Places
from makul.core.simulation.days import Days

BODY = "body-"
FIRST, MORNING, EVENING = time(9), time(10), time(19)


@dataclass(frozen=True)
class Batch:
    """Letters of one step delivered on the same day: to which bodies, when, by whom."""

    step: str
    by: str
    at: datetime
    who: Places


@dataclass
class Draft:
    """A draft on its way.

    `offices`: the party of each office with its role; `planned`: the owings already decided on;
    `shown`: the bodies that the judge is shown while the draft is on its way; `sure`: the places of
    days on which something comes to pass; `ends`: of those after which a term is over.
    """

    number: int
    place: int
    track: str
    act_kind: str
    luck: Luck
    offices: dict[str, str]
    many: str
    bodies: int
    entries: list[Entry] = field(default_factory=list)
    batches: list[Batch] = field(default_factory=list)
    asked: list[Asked] = field(default_factory=list)
    planned: set[tuple[str, ...]] = field(default_factory=set)
    shown: set[int] = field(default_factory=set)
    sure: set[int] = field(default_factory=set)
    ends: set[int] = field(default_factory=set)
    remarks: int = 0
    rows: int = 0
    quarrel: float = 0.0
    closed_on: date | None = None
    outcome: str | None = None
    said: Status | None = None

    @property
    def unsettled(self) -> int:
        """How many rows stay unsettled after the reply."""
        return min(self.rows, int(self.rows * self.quarrel + self.luck.rounding))

    def holders(self, role: str) -> list[str]:
        """The offices that hold a role in this case."""
        return [party for party, held in self.offices.items() if held == role]

    def record(self, step: str, party: str, at: datetime, **more: str | None) -> None:
        """Put a step on record."""
        self.entries.append(Entry(step, party, at, more.get("to"), more.get("value")))

    def moment(self, day: date, *, evening: bool) -> datetime:
        """A moment of a day; each of a draft is later than the one before."""
        at = datetime.combine(day, EVENING if evening else MORNING)
        last = max((one.at for one in self.entries), default=at)
        return max(at, last if last.date() == day else at) + timedelta(seconds=1)

    # --- what the judge is told -------------------------------------------------------------------

    def facts(self, procedure: Procedure, days: Days, *, whole: bool = False) -> Facts:
        """The case as the judge sees it: with every body, or with those on whom its way hangs.

        Bodies that were told on the same day have the same terms, so that of each such group the
        first and the last to file and one silent one say all that can move the case.
        """
        told = np.arange(self.bodies) if whole else np.array(sorted(self.shown), dtype=np.int64)
        parties = dict(self.offices)
        parties |= {body_key(number): self.many for number in told.tolist()}
        entries = [*self.entries, *self._bodies_entries(told, days)]
        return Facts(self.track, self.act_kind, parties, entries, self.rows, self.unsettled)

    def _bodies_entries(self, told: Places, days: Days) -> Iterator[Entry]:
        """The letters to these bodies and what they filed."""
        for batch in self.batches:
            for number in np.intersect1d(batch.who, told).tolist():
                yield Entry(batch.step, batch.by, batch.at, body_key(number))
        for asked in self.asked:
            mask = np.isin(asked.who, told) & asked.answered
            for number, place in zip(
                asked.who[mask].tolist(), asked.filed[mask].tolist(), strict=True
            ):
                at = datetime.combine(days.day(place), FIRST)  # before the offices of that day
                yield Entry(asked.step, body_key(number), at)

    # --- the bodies -------------------------------------------------------------------------------

    def deliver(self, batch: Batch) -> None:
        """Letters delivered; the first of the bodies they reach stands for all until they answer."""
        if batch.who.size:
            self.batches.append(batch)
            self.shown.add(int(batch.who[0]))

    def file(self, asked: Asked, *, tells: bool) -> None:
        """What a group of bodies does with a step; `tells`: the way of the case can hang on it."""
        self.asked.append(asked)
        if tells:
            self.shown.update(asked.telling())

    def drop_after(self, step: str, place: int) -> None:
        """Filings that come when the step may not be taken any more are not made."""
        for number, asked in enumerate(self.asked):
            if asked.step == step and (asked.filed > place).any():
                filed = np.where(asked.filed > place, NEVER, asked.filed)
                self.asked[number] = Asked(
                    step, asked.who, asked.start, asked.last, filed, asked.willing
                )
                self.shown.update(self.asked[number].telling())

    def delivered(self, step: str) -> Flags:
        """Which bodies a step has reached."""
        reached = np.zeros(self.bodies, dtype=np.bool_)
        for batch in self.batches:
            if batch.step == step:
                reached[batch.who] = True
        return reached


def body_key(number: int) -> str:
    """The key of a body.

    >>> body_key(7)
    'body-0008'
    """
    return f"{BODY}{number + 1:04}"


def is_body(party: str) -> bool:
    """Whether a key is that of one of the many.

    >>> is_body("body-0008"), is_body("appeal_body-01")
    (True, False)
    """
    return party.startswith(BODY)

"""The entries of a case put in order once, so that every question about them is answered quickly."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from operator import attrgetter
from typing import NamedTuple

from makul.core.calendar import BISHKEK
from makul.core.procedure.grammar import Procedure, Step
from makul.core.procedure.status import Entry, Facts, Note


class Act(NamedTuple):
    """An entry that counts: in Bishkek time, with its value read.

    A tuple, because a case may have a hundred thousand and a tuple is made in half the time.
    """

    step: str
    party: str
    at: datetime
    to: str | None
    value: str | None

    @property
    def day(self) -> date:
        """The day of the entry."""
        return self.at.date()


class Acts:
    """The acts of one step (or of one party in it), oldest first."""

    __slots__ = ("_at", "_list")

    def __init__(self) -> None:
        self._list: list[Act] = []
        self._at: list[datetime] = []

    def add(self, act: Act) -> None:
        """Add the next act; acts come in order."""
        self._list.append(act)
        self._at.append(act.at)

    def until(self, moment: datetime) -> Iterator[Act]:
        """The acts up to a moment, oldest first."""
        for act in self._list:
            if act.at > moment:
                return
            yield act

    def last(self, moment: datetime) -> Act | None:
        """The last act up to a moment."""
        place = bisect_right(self._at, moment)
        return self._list[place - 1] if place else None

    def after(self, moment: datetime) -> list[Act]:
        """The acts after a moment."""
        return self._list[bisect_right(self._at, moment) :]


NONE = Acts()


class Index:
    """Every entry sorted and looked up by step, by party and by the one it was directed to."""

    def __init__(self, procedure: Procedure, facts: Facts, *, today: date) -> None:
        self.notes: list[Note] = []
        self.parties: Mapping[str, str] = facts.parties
        self.in_role: dict[str, list[str]] = {}
        for party, role in facts.parties.items():
            self.in_role.setdefault(role, []).append(party)
        self._by_step: dict[str, Acts] = {}
        self._by_party: dict[tuple[str, str], Acts] = {}
        self._by_to: dict[tuple[str, str], Acts] = {}
        self._took: set[tuple[str, str]] = set()
        for entry in sorted((_local(entry) for entry in facts.entries), key=_order):
            self._add(entry, procedure.by_key.get(entry.step), today)

    def of(self, step: str) -> Acts:
        """All acts of a step."""
        return self._by_step.get(step, NONE)

    def by(self, step: str, party: str) -> Acts:
        """The acts of a step by one party."""
        return self._by_party.get((step, party), NONE)

    def reaching(self, step: str, party: str) -> Acts:
        """The acts of a step directed to a party."""
        return self._by_to.get((step, party), NONE)

    def took(self, step: str, party: str) -> bool:
        """Whether the party ever took the step, or one that stands for it."""
        return (step, party) in self._took

    def has_standing(self, step: Step, party: str) -> bool:
        """Whether a party may take a step at all, whenever."""
        role = self.parties[party]
        if role in step.by or role in step.substitutes:
            return True
        return role == step.stand_in and not any(self.in_role.get(r) for r in step.by[:1])

    def note(self, kind: str, act: Entry | Act) -> None:
        """Keep a word on an entry that does not count."""
        self.notes.append(Note(kind, act.step, act.party, act.at))

    def _add(self, entry: Entry, step: Step | None, today: date) -> None:
        why = self._refusal(entry, step, today)
        if why is not None or step is None:
            self.note(why or "unknown_step", entry)
            return
        value = entry.value
        if step.values and value not in step.values:
            if value is not None:
                self.note("unknown_value", entry)
            value = step.values[0]
        act = Act(entry.step, entry.party, entry.at, entry.to, value)
        self._by_step.setdefault(step.key, Acts()).add(act)
        self._took.add((step.instead_of or step.key, act.party))
        if step.instead_of:
            self._took.add((step.key, act.party))
        if step.each or step.instead_of or step.answers:
            self._by_party.setdefault((step.key, act.party), Acts()).add(act)
        for party in self._targets(step, act):
            self._by_to.setdefault((step.key, party), Acts()).add(act)

    def _refusal(self, entry: Entry, step: Step | None, today: date) -> str | None:
        if step is None:
            return "unknown_step"
        if entry.party not in self.parties:
            return "unknown_party"
        if not self.has_standing(step, entry.party):
            return "no_standing"
        if step.to and entry.to is not None and self.parties.get(entry.to) not in step.to:
            return "unknown_to"
        return "to_come" if entry.at.date() > today else None

    def _targets(self, step: Step, act: Act) -> list[str]:
        """Those an act is directed to; one that names nobody is directed to all."""
        if not step.to:
            return []
        if act.to is not None:
            return [act.to]
        return [party for role in step.to for party in self.in_role.get(role, ())]


def _local(entry: Entry) -> Entry:
    """The entry in Bishkek time without a zone."""
    if entry.at.tzinfo is None:
        return entry
    try:
        at = entry.at.astimezone(BISHKEK).replace(tzinfo=None)
    except OverflowError:  # the first and the last day of the calendar have no neighbour
        at = entry.at.replace(tzinfo=None)
    return Entry(entry.step, entry.party, at, entry.to, entry.value)


_fields = attrgetter("at", "step", "party")


def _order(entry: Entry) -> tuple[object, ...]:
    """By time; entries of one moment by their content, so that the order of the list says nothing."""
    return (*_fields(entry), entry.to or "", entry.value or "")

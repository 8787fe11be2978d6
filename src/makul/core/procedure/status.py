"""What the judge is told of a case (entries, facts) and what it says of it (the status)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from makul.core.calendar import Reason


@dataclass(frozen=True, slots=True)
class Entry:
    """One step on record: what, by whom, when (Bishkek time), to whom, with which value."""

    step: str
    party: str
    at: datetime
    to: str | None = None
    value: str | None = None


@dataclass(frozen=True)
class Facts:
    """A case as the judge sees it.

    `parties` gives each party's role; `remarks` and `unsettled` count rows (minority opinions are
    not counted among the unsettled); `binding` is false where the initiator made no agreement.
    """

    track: str
    act_kind: str
    parties: Mapping[str, str]
    entries: Sequence[Entry]
    remarks: int = 0
    unsettled: int = 0
    binding: bool = True


@dataclass(frozen=True, slots=True)
class May:
    """A step that a party may take now."""

    step: str
    party: str


@dataclass(frozen=True, slots=True)
class Due:
    """A term that runs (or has passed while the step is still owed).

    `last_day` is None where the law does not say (a year without days off). `to`: towards whom.
    """

    step: str
    party: str
    last_day: date | None
    because: tuple[Reason, ...] = ()
    to: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Deemed:
    """What silence did on the last day of a term: the step counts as done, or the case goes on."""

    step: str
    party: str
    on: date
    value: str | None = None


@dataclass(frozen=True, slots=True)
class Breach:
    """A fact on record: `late`, `overdue` or `skipped`.

    `party` owes the step. `duty` is the sentence of the order that makes it owed: where it is None
    the party had a right, not a duty, and the line only says that it came after (or was denied) its
    term. `before` and `by`: the step that jumped over it and who took that step.
    """

    kind: str
    step: str
    party: str
    last_day: date | None
    duty: str | None = None
    to: tuple[str, ...] = ()
    before: str | None = None
    by: str | None = None


@dataclass(frozen=True, slots=True)
class Kept:
    """A term that has started, done or not: its last day with the reasons, and the day it was done.

    `done_on` is None where the step is still owed, or the case went on without it.
    """

    step: str
    party: str
    last_day: date | None
    done_on: date | None = None
    because: tuple[Reason, ...] = ()
    to: str | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """An entry that was recorded but does not count, and why.

    Kinds: `unknown_step` · `unknown_party` · `no_standing` · `unknown_value` · `unknown_to` ·
    `to_come` (after the day of judging) · `no_effect` (out of its turn or term) · `after_close`.
    """

    kind: str
    step: str
    party: str
    at: datetime


@dataclass(frozen=True)
class Status:
    """Where a case stands on a day; `as_data` gives it as plain JSON data."""

    stage: str
    may: tuple[May, ...] = ()
    due: tuple[Due, ...] = ()
    deemed: tuple[Deemed, ...] = ()
    breaches: tuple[Breach, ...] = ()
    closed: bool = False
    outcome: str | None = None
    closed_on: date | None = None
    recorded: tuple[Breach, ...] = ()
    without: tuple[Deemed, ...] = ()
    silent: tuple[str, ...] = ()
    not_notified: tuple[str, ...] = ()
    information: tuple[str, ...] = ()
    information_last_day: date | None = None
    notes: tuple[Note, ...] = ()
    kept: tuple[Kept, ...] = ()

    def as_data(self) -> dict[str, object]:
        """The status as JSON data: the seven keys of the contract first, then what is told besides."""
        return {
            "stage": self.stage,
            "may": [{"step": one.step, "party": one.party} for one in self.may],
            "due": [_due(one) for one in self.due],
            "deemed": [_deemed(one) for one in self.deemed],
            "breaches": [_breach(one) for one in self.breaches],
            "closed": self.closed,
            "outcome": self.outcome,
            "closed_on": _day(self.closed_on),
            "recorded": [_breach(one) for one in self.recorded],
            "without": [_deemed(one) for one in self.without],
            "stances": {
                **dict.fromkeys(self.silent, "no opinion submitted"),
                **dict.fromkeys(self.not_notified, "not notified"),
            },
            "information": list(self.information),
            "information_last_day": _day(self.information_last_day),
            "notes": [
                {"kind": n.kind, "step": n.step, "party": n.party, "at": n.at.isoformat()}
                for n in self.notes
            ],
        }


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _due(one: Due) -> dict[str, object]:
    data: dict[str, object] = {"step": one.step, "party": one.party}
    data["last_day"] = _day(one.last_day)
    data["because"] = [reason.as_data() for reason in one.because]
    return data | ({"to": list(one.to)} if one.to else {})


def _deemed(one: Deemed) -> dict[str, object]:
    data: dict[str, object] = {"step": one.step, "party": one.party, "on": one.on.isoformat()}
    return data | ({"value": one.value} if one.value else {})


def _breach(one: Breach) -> dict[str, object]:
    data: dict[str, object] = {"kind": one.kind, "step": one.step, "party": one.party}
    data["last_day"] = _day(one.last_day)
    data["duty"] = one.duty
    if one.to:
        data["to"] = list(one.to)
    if one.before:
        data |= {"before": one.before, "by": one.by}
    return data

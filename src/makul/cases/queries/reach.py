"""Reads how far a case has come to each body: told, opened, drafted, answered, and when it was reminded."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone

from makul.cases.models import Case, Participation, Position, Reading
from makul.cases.queries.people import told
from makul.core.procedure import Status
from makul.journal.models import Entry
from makul.notices.models import Notice
from makul.parties.models import Party, Territory

REMINDED = "reminded"
# How far a case has come to a body, from nowhere to its answer.
STATES = ("not_told", "failed", "told", "opened", "drafted", "answered")
WAITING = frozenset({"told", "opened", "drafted"})  # who can be reminded: told and not answered
READERS = ("association", "lsg")


@dataclass(frozen=True, slots=True)
class Reached:
    """One body: since when it is told and has opened, whether it drafts, what it filed."""

    party: Party
    told_at: datetime | None = None
    is_refused: bool = False
    opened_at: datetime | None = None
    has_draft: bool = False
    position: Position | None = None
    reminded_at: datetime | None = None
    reminders: int = 0
    last_day: date | None = None  # of its term, while that runs

    @property
    def state(self) -> str:
        """How far it is; an answer outweighs all before it."""
        if self.position:
            return "answered"
        if self.has_draft:
            return "drafted"
        if self.opened_at:
            return "opened"
        if self.told_at:
            return "told"
        return "failed" if self.is_refused else "not_told"

    def has_come(self, step: str) -> bool:
        """Whether it has come at least as far as told, opened, drafted or answered.

        A body that answered is counted among those that were told and opened, however it learned.
        """
        return STATES.index(self.state) >= STATES.index(step)


def reach_of(case: Case, status: Status) -> list[Reached]:
    """Every body of the circle with how far it is (five queries, whatever their number)."""
    seats = (
        Participation.objects.filter(case=case, role="lsg")
        .select_related("party")
        .order_by("party__oblast", "party__body_kind", "party__name_ky", "party__key")
    )
    reached, refused = told(case)
    positions = _positions(case)
    opened, reminded = _letters(case)
    for party, at in case.readings.values_list("party_id", "first_at"):
        opened[party] = min(at, opened.get(party, at))
    days = {due.party: due.last_day for due in status.due if due.step == "position"}
    return [
        Reached(
            party=seat.party,
            told_at=reached.get(seat.party.key),
            is_refused=seat.party.key in refused,
            opened_at=opened.get(seat.party_id),
            has_draft=(seat.party_id, "draft") in positions,
            position=positions.get((seat.party_id, "filed")),
            reminded_at=max(reminded.get(seat.party_id, ()), default=None),
            reminders=len(reminded.get(seat.party_id, ())),
            last_day=days.get(seat.party.key),
        )
        for seat in seats
    ]


def _positions(case: Case) -> dict[tuple[int, str], Position]:
    wanted = (Position.State.DRAFT, Position.State.FILED)
    found = Position.objects.filter(case=case, state__in=wanted).defer("summary")
    return {(one.party_id, str(one.state)): one for one in found}


def _letters(case: Case) -> tuple[dict[int, datetime], dict[int, list[datetime]]]:
    """When each party first followed a letter of the case, and when it was reminded (one query)."""
    opened: dict[int, datetime] = {}
    reminded: dict[int, list[datetime]] = {}
    rows = Notice.objects.filter(subject=case.subject).order_by("pk")
    for party, kind, opened_at, created_at in rows.values_list(
        "party_id", "kind", "opened_at", "created_at"
    ):
        if opened_at:
            opened[party] = min(opened_at, opened.get(party, opened_at))
        if kind == REMINDED:
            reminded.setdefault(party, []).append(created_at)
    return opened, reminded


@dataclass(frozen=True, slots=True)
class Part:
    """Of the bodies of one place or kind: how many came how far."""

    key: str
    name: str
    asked: int
    told: int
    opened: int
    drafted: int
    answered: int

    @property
    def share(self) -> float:
        """Those that answered out of those asked (0-1)."""
        return self.answered / self.asked if self.asked else 0.0


def part_of(reached: Iterable[Reached], *, key: str = "", name: str = "") -> Part:
    """How many of the bodies came how far."""
    everyone = list(reached)
    counts = {
        step: sum(one.has_come(step) for one in everyone)
        for step in ("told", "opened", "drafted", "answered")
    }
    return Part(key, name, len(everyone), **counts)


def parts_of(
    reached: Iterable[Reached], key_of: Callable[[Reached], str], *, names: Mapping[str, str]
) -> list[Part]:
    """The bodies grouped by place or kind, in the order of the keys."""
    groups: dict[str, list[Reached]] = {}
    for one in reached:
        groups.setdefault(key_of(one), []).append(one)
    return [
        part_of(group, key=key, name=names.get(key, key)) for key, group in sorted(groups.items())
    ]


def picked(
    reached: Iterable[Reached], *, state: str = "", oblast: str = "", kind: str = ""
) -> list[Reached]:
    """Those that fit; `waiting` are the told that have not answered; an unknown word fits none."""
    return [
        one
        for one in reached
        if (not state or one.state == state or (state == "waiting" and one.state in WAITING))
        and (not oblast or one.party.oblast == oblast)
        and (not kind or one.party.body_kind == kind)
    ]


def remindable(reached: Iterable[Reached], *, today: date) -> list[Reached]:
    """Those told, silent and not reminded today: one letter a body a day at most."""
    return [
        one
        for one in reached
        if one.state in WAITING
        and not (one.reminded_at and timezone.localdate(one.reminded_at) == today)
    ]


def reminders_of(case: Case) -> list[Entry]:
    """The rounds of reminders on record, the newest first (one query)."""
    entries = Entry.objects.filter(subject=case.subject, action=REMINDED)
    return list(entries.order_by("-number")[:50])


def unread_seats(case: Case, party: Party) -> QuerySet[Participation]:
    """The seat of a body or association that has not opened the case yet; none after it has."""
    readings = Reading.objects.filter(case=OuterRef("case"), party=OuterRef("party"))
    seats = Participation.objects.filter(case=case, party=party, role__in=READERS)
    return seats.filter(~Exists(readings))


def place_names(codes: Iterable[str], *, language: str) -> dict[str, str]:
    """The names of oblasts by the codes that bodies carry, as the newest list has them (one query)."""
    rows = Territory.objects.filter(code__in=set(codes)).order_by("edition_on")
    return {one.code: one.name(language) for one in rows}

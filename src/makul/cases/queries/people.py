"""Reads who was asked in a case: told or not, when, answered with which stance, by place and kind."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, QuerySet

from makul.cases.models import Case, Participation, Position
from makul.core import remarks as core
from makul.core.procedure import Status
from makul.journal.models import Entry
from makul.parties.models import Party, Territory
from makul.parties.ordering import by_name

TOLD = ("notified", "not_delivered")


@dataclass(frozen=True, slots=True)
class Asked:
    """A body that was asked: when it was told, what it filed, whether its term still runs."""

    party: Party
    told_at: datetime | None
    is_refused: bool  # a letter went out and did not arrive
    position: Position | None
    is_silent: bool  # its term ended without an opinion
    is_unreached: bool  # the term of the notice ended and nothing reached it

    @property
    def stance(self) -> str:
        """The stance filed, or what its absence is called; empty while its term runs."""
        if self.position:
            return self.position.stance
        if self.is_unreached:
            return "not_notified"
        return "silent" if self.is_silent else ""


def asked_in(case: Case, status: Status, *, role: str = "lsg", language: str = "ky") -> list[Asked]:
    """Everyone asked in a role, by place and name (three queries, whatever their number)."""
    seats = (
        Participation.objects.filter(case=case, role=role)
        .select_related("party")
        .order_by(
            "party__oblast", "party__body_kind", by_name(language, prefix="party__"), "party__key"
        )
    )
    positions = {
        one.party_id: one
        for one in Position.objects.filter(case=case, state=Position.State.FILED).defer("summary")
    }
    reached, refused = told(case)
    silent, unreached = set(status.silent), set(status.not_notified)
    return [
        Asked(
            party=seat.party,
            told_at=reached.get(seat.party.key),
            is_refused=seat.party.key in refused,
            position=positions.get(seat.party_id),
            is_silent=seat.party.key in silent,
            is_unreached=seat.party.key in unreached,
        )
        for seat in seats
    ]


def told(case: Case) -> tuple[dict[str, datetime], set[str]]:
    """When a notice first reached each party, and whom it did not reach (one query)."""
    rows = Entry.objects.filter(subject=case.subject, action__in=TOLD).order_by("number")
    reached: dict[str, datetime] = {}
    refused: set[str] = set()
    for action, key, at in rows.values_list("action", "to", "at"):
        if action == "notified":
            reached.setdefault(key, at)
        else:
            refused.add(key)
    return reached, refused - reached.keys()


def stances_of(asked: Iterable[Asked]) -> dict[str, int]:
    """How those asked divided, the whole of them: who is not reached is never counted as silent."""
    everyone = list(asked)
    unreached = [one.party.key for one in everyone if not one.told_at and not one.position]
    return core.stances(
        [one.party.key for one in everyone if one.told_at and not one.position],
        not_notified=unreached,
        positions={one.party.key: one.position.stance for one in everyone if one.position},
    )


@dataclass(frozen=True, slots=True)
class Share:
    """Of those asked in one place (or of one kind), how many answered and how."""

    key: str
    name: str
    asked: int
    answered: int
    stances: Mapping[str, int]

    @property
    def share(self) -> float:
        return self.answered / self.asked if self.asked else 0.0

    @property
    def width(self) -> str:
        """The length of its bar out of a hundred."""
        return f"{self.share * 100:.1f}"

    @property
    def is_few(self) -> bool:
        return self.share < FEW


FEW = 0.6  # below it a place is said to have answered little


def by_oblast(asked: Iterable[Asked], *, names: Mapping[str, str]) -> list[Share]:
    """Answers by oblast, in the order of their codes."""
    return _shares(asked, lambda one: one.party.oblast, names)


def by_kind(asked: Iterable[Asked], *, names: Mapping[str, str]) -> list[Share]:
    """Answers by the kind of body."""
    return _shares(asked, lambda one: one.party.body_kind, names)


def _shares(
    asked: Iterable[Asked], key_of: Callable[[Asked], str], names: Mapping[str, str]
) -> list[Share]:
    groups: dict[str, list[Asked]] = {}
    for one in asked:
        groups.setdefault(key_of(one), []).append(one)
    return [
        Share(
            key=key,
            name=names.get(key, key),
            asked=len(group),
            answered=sum(one.position is not None for one in group),
            stances=stances_of(group),
        )
        for key, group in sorted(groups.items())
    ]


def oblast_names(asked: Iterable[Asked], *, language: str) -> dict[str, str]:
    """The names of the places under the codes that the bodies carry, as the newest list has them."""
    codes: Sequence[str] = sorted({one.party.oblast for one in asked if one.party.oblast})
    rows = Territory.objects.filter(code__in=codes).order_by("edition_on")
    return {one.code: one.name(language) for one in rows}


def answers_by_oblast(case: Case, *, language: str) -> list[Share]:
    """How many were asked and answered in each oblast, without a word on each (three queries)."""
    seats = Participation.objects.filter(case=case, role="lsg")
    filed = Position.objects.filter(
        case=case, state=Position.State.FILED, party__in=seats.values("party")
    )
    asked = _per_oblast(seats)
    answered = _per_oblast(filed)
    rows = Territory.objects.filter(code__in=list(asked)).order_by("edition_on")
    names = {one.code: one.name(language) for one in rows}
    return [
        Share(code, names.get(code, code), n, answered.get(code, 0), {})
        for code, n in sorted(asked.items())
    ]


def _per_oblast(rows: QuerySet[Participation] | QuerySet[Position]) -> dict[str, int]:
    return dict(rows.order_by().values_list("party__oblast").annotate(n=Count("pk")))

"""Of each party that is to be told: whether its letter waits, arrived or failed, or how else it was told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from makul.cases.actions.notifying import NOTIFIED, TOLD_ROLES
from makul.cases.models import Case
from makul.journal.models import Entry
from makul.notices.models import Notice
from makul.parties.models import Party

STATES = ("not_sent", "queued", "failed", "delivered", "other_way")


@dataclass(frozen=True, slots=True)
class Told:
    """One party: `state` is one of STATES, `at` when it came so, `how` what is known of it."""

    party: Party
    role: str
    state: str
    at: datetime | None = None
    how: str = ""
    notice: Notice | None = None
    tries: int = 0


def told_of(case: Case) -> list[Told]:
    """The associations first, then the bodies by oblast and name (four queries, however many)."""
    seats = case.participations.filter(role__in=TOLD_ROLES).select_related("party")
    order = ("role", "party__oblast", "party__body_kind", "party__name_ky", "party__key")
    letters = Notice.objects.filter(subject=case.subject, kind=NOTIFIED)
    letters = letters.defer("body", "calendar").prefetch_related("attempts")
    notices = {one.party_id: one for one in letters}
    entries = Entry.objects.filter(subject=case.subject, action=NOTIFIED).order_by("number")
    told = {to: (at, data) for to, at, data in entries.values_list("to", "at", "data")}
    return [
        _told(seat.party, seat.role, notices.get(seat.party_id), told.get(seat.party.key))
        for seat in seats.order_by(*order)
    ]


def _told(
    party: Party, role: str, notice: Notice | None, entry: tuple[datetime, Any] | None
) -> Told:
    if entry and (how := (entry[1] or {}).get("how")):
        return Told(party, role, "other_way", entry[0], how, notice)
    if notice is None:
        return Told(party, role, "not_sent")
    tries = list(notice.attempts.all())
    last = tries[-1].answer if tries else ""
    if notice.state == Notice.State.QUEUED:
        return Told(party, role, "queued", notice.next_try_at, last, notice, len(tries))
    return Told(party, role, str(notice.state), notice.done_at, last, notice, len(tries))


def counts_of(rows: Iterable[Told]) -> dict[str, int]:
    """How many stand in each state."""
    found = Counter(row.state for row in rows)
    return {state: found[state] for state in STATES}

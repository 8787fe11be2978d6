"""Reads what others did lately that concerns a party: replies to its remarks, a meeting, a protocol."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cache

from makul.cases.models import Case, Participation, Position, Remark, RowRemark
from makul.journal.models import Entry
from makul.law.procedures import KEYS, editions, procedure
from makul.parties.models import Party

LATELY = timedelta(days=7)
MOST_READ = 2_000
MOST_SHOWN = 10
MEETING = frozenset({"invited", "row_to_discuss", "meeting", "minutes_corrected"})
PROTOCOL = frozenset({"protocol", "signed", "signature_refused"})
ENDING = frozenset({"considered", "adopted", "rejected", "withdrawn", "lapsed", "compared"})
# What each role learns of without looking; its own steps are no news to it.
CONCERNS: Mapping[str, frozenset[str]] = {
    "initiator": frozenset(
        {"accepted", "returned", "screened", "contested", "cleared", "association_position"}
        | {"settled", "complained", "complaint_decided", "appealed", "appeal_decided", "amended"}
        | MEETING
        | PROTOCOL
        | ENDING
    ),
    "association": frozenset(
        {"notified", "screened", "cleared", "position", "replied", "revised", "forwarded"}
        | {"complained", "complaint_decided", "appealed", "appeal_decided", "amended"}
        | MEETING
        | PROTOCOL
        | ENDING
    ),
    "lsg": frozenset({"notified", "replied", "revised", "invited"} | PROTOCOL | ENDING),
    "facilitator": frozenset(
        {"submitted", "contested", "position", "association_position", "replied", "settled"}
        | {"revised", "complained", "appealed", "appeal_decided", "forwarded"}
        | MEETING
        | PROTOCOL
        | ENDING
    ),
    "decider": frozenset({"forwarded", "invited", "protocol", "amendment_position", "withdrawn"}),
    "appeal_body": frozenset({"appealed", "waived", "withdrawn"}),
}
# A role of another procedure: what concerns any side; steps that stand in no line above are news to all.
OTHERS = MEETING | PROTOCOL | ENDING
TABLED = frozenset().union(*CONCERNS.values())
TO_ONE = frozenset({"notified", "forwarded"})  # concern the party they are addressed to
ANSWERED = "replied"


@dataclass
class Change:
    """What happened in a case, alike steps counted together; `replies`: what became of our remarks."""

    case: Case
    step: str
    at: datetime
    by: str  # the key of the latest who did it
    count: int = 1
    replies: Counter[str] = field(default_factory=Counter)


@cache
def known_steps() -> frozenset[str]:
    """The steps of every procedure, and what is news beside them."""
    every = (procedure(key, edition) for key in KEYS for edition in editions(key))
    return TABLED.union(step.key for one in every for step in one.steps)


def changes_for(party: Party, *, now: datetime) -> list[Change]:
    """The changes of the last seven days, the latest first (four queries)."""
    seats = Participation.objects.filter(party=party).select_related("case", "party")
    by_subject = {seat.case.subject: seat for seat in seats}
    entries = Entry.objects.filter(
        subject__in=list(by_subject),
        at__gt=now - LATELY,
        at__lte=now,
        action__in=known_steps(),
    ).exclude(party=party.key)
    spoke = set(
        Remark.objects.filter(position__party=party, position__state=Position.State.FILED)
        .order_by()
        .values_list("position__case", flat=True)
    )
    found: dict[tuple[str, str], Change] = {}
    for entry in entries.order_by("-number")[:MOST_READ]:
        seat = by_subject[entry.subject]
        if not concerns(entry, seat, spoke=spoke):
            continue
        change = found.get((entry.subject, entry.action))
        if change:
            change.count += 1
        else:
            found[entry.subject, entry.action] = Change(
                seat.case, entry.action, entry.at, entry.party
            )
    changes = list(found.values())[:MOST_SHOWN]
    count_replies(changes, party)
    return changes


def concerns(entry: Entry, seat: Participation, *, spoke: set[int]) -> bool:
    """Whether an entry is news for the one in this seat."""
    key = seat.party.key
    if entry.action not in TABLED:
        return not entry.to or entry.to == key
    if entry.action not in CONCERNS.get(seat.role, OTHERS):
        return False
    if entry.action in TO_ONE:
        return entry.to == key
    if entry.action == "invited":
        return seat.role == "facilitator" or key in {entry.to, *entry.data.get("to", [])}
    return not (seat.role == "lsg" and entry.action == ANSWERED) or seat.case_id in spoke


def count_replies(changes: list[Change], party: Party) -> None:
    """How many of the party's own remarks were accepted, in part or not (one query)."""
    by_case = {one.case.pk: one for one in changes if one.step == ANSWERED}
    own = RowRemark.objects.filter(
        row__case__in=list(by_case),
        row__reply__published_at__isnull=False,
        remark__position__party=party,
        remark__position__state=Position.State.FILED,
    )
    for case, kind in own.values_list("row__case", "row__reply__kind"):
        by_case[case].replies[kind] += 1

"""Tells the initiator that a language of its draft lacks: once, and once more after the day it named."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from makul.cases.actions.notifying import desk_of
from makul.cases.models import Case
from makul.journal.actions import record
from makul.journal.models import Entry
from makul.notices.actions import queue_notice
from makul.portal.languages.letters import language_letter
from makul.portal.languages.reading import Standing, findings_of, standings_of

MISSING, OVERDUE = "language_missing", "language_overdue"
TELLING = frozenset({"missing", "parts", "changed"})  # gaps in which one language says less


def tell_gaps(now: datetime) -> int:
    """Tell of every gap in the open cases that was not told yet. Returns how many letters went out.

    Safe to run at any time: what was told stands in the journal and is not told again.
    """
    cases = list(Case.objects.of("npa").filter(is_closed=False).order_by("pk"))
    subjects = [case.subject for case in cases]
    entries = Entry.objects.filter(subject__in=subjects, action__in=(MISSING, OVERDUE))
    told = set(entries.values_list("subject", "action", "value"))
    done = 0
    for found in standings_of(cases):
        for action, value in to_tell(found, now):
            if (found.case.subject, action, value) not in told:
                done += tell_gap(found=found, action=action, value=value, now=now)
    return done


def to_tell(found: Standing, now: datetime) -> list[tuple[str, str]]:
    """What there is to tell of a case: (entry, which gap). A gap has the number of its version."""
    lacks = found.lacks
    said = [(MISSING, f"{lack.language}-{lack.number}") for lack in lacks]
    if found.is_overdue(timezone.localdate(now)):
        said += [(OVERDUE, f"{lack.language}-{lack.number}") for lack in lacks]
    if not lacks and any(gap.kind in TELLING for gap in findings_of(found).gaps):
        said.append((MISSING, f"articles-{found.number}"))
    return said


@transaction.atomic
def tell_gap(*, found: Standing, action: str, value: str, now: datetime) -> int:
    """One letter to the initiator and one entry; nothing where the case has no initiator."""
    case = found.case
    seat = case.participations.filter(role="initiator").select_related("party").first()
    if seat is None:
        return 0
    letter = language_letter(found, seat.party, is_overdue=action == OVERDUE)
    queue_notice(letter=letter, party=seat.party, now=now, again=f"{action}:{value}")
    record(
        subject=case.subject,
        action=action,
        party=desk_of(case).key,
        to=seat.party.key,
        at=now,
        value=value,
    )
    return 1

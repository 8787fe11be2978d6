"""Counts who was asked, reached and answered: the numbers every paper of a case opens with."""

from __future__ import annotations

from makul.cases.models import Case, Position
from makul.journal.models import Entry


def told_keys(case: Case) -> frozenset[str]:
    """The keys of the parties a notice has reached (one query)."""
    reached = Entry.objects.filter(subject=case.subject, action="notified")
    return frozenset(reached.values_list("to", flat=True))


def numbers_of(case: Case) -> dict[str, int]:
    """Local bodies by what became of their notice (three queries).

    `notified`: letters meant for them · `delivered`: reached · `answered` · `silent`: reached and
    submitted no opinion · `not_notified`: never reached, and answered nothing.
    """
    bodies = set(case.participations.filter(role="lsg").values_list("party__key", flat=True))
    delivered = bodies & told_keys(case)
    filed = Position.objects.filter(case=case, state=Position.State.FILED)
    answered = bodies & set(filed.values_list("party__key", flat=True))
    return {
        "notified": len(bodies),
        "delivered": len(delivered),
        "answered": len(answered),
        "silent": len(delivered - answered),
        "not_notified": len(bodies - delivered - answered),
    }

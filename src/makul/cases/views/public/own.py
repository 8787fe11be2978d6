"""What the one who is signed in may do from the public page of a case: the way to its work pages."""

from __future__ import annotations

from makul.cases.queries.work import ANSWERS
from makul.cases.views.public.page import Shown
from makul.cases.views.work.page import address
from makul.cases.views.work.steps import page_of_step
from makul.cases.views.work.words import step_task
from makul.core.procedure import Status
from makul.parties.models import Party

LOCAL = frozenset({Party.Kind.EXECUTIVE, Party.Kind.KENESH})


def own_way(shown: Shown) -> dict[str, str]:
    """Where the one who acts for a party goes on; empty for the public, and without a query of its own."""
    mandate = getattr(shown.request, "mandate", None)
    if not mandate:
        return {}
    party, number = mandate.party, shown.case.number
    if party.key in shown.parties:
        step = answer_owed(shown.status, party)
        return {
            "work": address("case_work", number),
            "answer": page_of_step(shown.case, step) if step else "",
            "answer_words": step_task(step) if step else "",
        }
    if party.kind in LOCAL and not shown.status.closed:
        return {"join": address("join", number)}
    return {}


def answer_owed(status: Status, party: Party) -> str:
    """The position that the party owes, or still may file after its silence was recorded."""
    owed = [due.step for due in status.due if due.party == party.key]
    if party.key in status.silent:
        owed += [may.step for may in status.may if may.party == party.key]
    return next((step for step in owed if step in ANSWERS), "")

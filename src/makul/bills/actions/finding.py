"""What a person finds of a bill: whether it touches local communities, and which case is its conciliation."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from makul.bills.actions.raising import TOUCHING, raise_for_bill, raise_for_event
from makul.bills.models import Alert, Bill, Suggestion
from makul.cases.models import Case
from makul.core.errors import BadInput
from makul.journal.actions import lock, record
from makul.law.screening import KINDS
from makul.parties.access import ROLE_OF_KIND, require
from makul.parties.models import Mandate


def stand(actor: Mandate, right: str, bill: Bill, *, now: datetime) -> None:
    """Raises: NotAllowed; BadInput `other_world` between the demonstration and what is real."""
    role = ROLE_OF_KIND.get(actor.party.kind)
    require(actor, right, role=role, on=timezone.localdate(now))
    if actor.party.is_demonstration != bill.is_demonstration:
        raise BadInput("other_world")


@transaction.atomic
def find_touching(
    *, bill: Bill, touches: str, interests: Sequence[str] = (), actor: Mandate, now: datetime
) -> Bill:
    """Say yes or no; what follows from a yes is raised at once. The register changes it no more.

    Raises: NotAllowed; BadInput `unknown_finding`, `other_world`.
    """
    stand(actor, "find_touching", bill, now=now)
    if touches not in {Bill.Touches.YES, Bill.Touches.NO} or not set(interests) <= set(KINDS):
        raise BadInput("unknown_finding", value=touches)
    lock()
    bill.touches, bill.screened_by = touches, actor
    if touches == Bill.Touches.YES:
        bill.interests = [kind for kind in KINDS if kind in set(interests)] or bill.interests
    bill.save(update_fields=["touches", "screened_by", "interests"])
    raised = look_again(bill, now=now) if touches in TOUCHING else []
    record(
        subject=bill.subject,
        action="bill_screened",
        party=actor.party.key,
        at=now,
        value=touches,
        data={
            "bill": f"{bill.source} {bill.number}",
            "interests": list(bill.interests),
            "alerts": [alert.key for alert in raised],
        },
    )
    return bill


def look_again(bill: Bill, *, now: datetime) -> list[Alert]:
    """What the events of a bill call for now that more is known of it."""
    raised = raise_for_bill(bill, now=now)
    for event in bill.events.order_by("on", "pk"):
        event.bill = bill
        raised += raise_for_event(event, now=now)
    bill.events.filter(is_watched=False).update(is_watched=True)
    return raised


@transaction.atomic
def match_case(
    *, bill: Bill, case: Case | None, actor: Mandate, now: datetime, how: str = "hand"
) -> Bill:
    """Say which case is the bill's conciliation; None takes a wrong one back.

    Raises: NotAllowed; BadInput `other_world`, `not_a_conciliation`.
    """
    stand(actor, "match_bill", bill, now=now)
    if case and (case.procedure != "npa" or case.is_demonstration != bill.is_demonstration):
        raise BadInput("not_a_conciliation", number=case.number)
    join(bill, case, actor=actor, now=now, how=how)
    return bill


def join(bill: Bill, case: Case | None, *, actor: Mandate, now: datetime, how: str) -> None:
    lock()
    bill.case, bill.matched_by = case, how if case else ""
    bill.save(update_fields=["case", "matched_by"])
    Suggestion.objects.filter(bill=bill).update(is_refused=True)
    raised = look_again(bill, now=now)
    record(
        subject=bill.subject,
        action="bill_matched",
        party=actor.party.key,
        at=now,
        value=case.number if case else "",
        data={
            "bill": f"{bill.source} {bill.number}",
            "how": how,
            "alerts": [alert.key for alert in raised],
        },
    )


@transaction.atomic
def refuse_suggestion(*, suggestion: Suggestion, actor: Mandate, now: datetime) -> Suggestion:
    """Say that the two are not the same; it is suggested no more."""
    stand(actor, "match_bill", suggestion.bill, now=now)
    suggestion.is_refused = True
    suggestion.save(update_fields=["is_refused"])
    record(
        subject=suggestion.bill.subject,
        action="match_refused",
        party=actor.party.key,
        at=now,
        value=suggestion.case.number,
    )
    return suggestion

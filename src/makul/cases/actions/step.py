"""The one way a step gets on record: standing, then the entry, then the case judged anew."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from makul.cases.models import Case, Statement
from makul.cases.queries.judging import edition_of, role_of, status_of
from makul.core.errors import BadInput
from makul.documents.storing import digest
from makul.journal.actions import record
from makul.journal.models import Entry
from makul.parties.access import require
from makul.parties.models import Mandate, Party

# An act adopted past the bodies is the complaint itself: such a case still takes every fact.
STILL_TAKES_FACTS = frozenset({"", "adopted"})
MOST_CHARACTERS = 20_000


def stand(case: Case, actor: Mandate, right: str, *, now: datetime) -> str:
    """The role in which the actor may use a right in this case. Raises NotAllowed."""
    role = role_of(case, actor.party)
    require(actor, right, role=role, on=timezone.localdate(now))
    return str(role)


def take_step(
    *,
    case: Case,
    step: str,
    actor: Mandate,
    right: str,
    now: datetime,
    party: Party | None = None,
    to: Party | None = None,
    value: str = "",
    data: dict[str, Any] | None = None,
    happened_at: datetime | None = None,
) -> Entry:
    """Record one step of the procedure, whatever its order: the judge says what it is worth.

    `party` is whose step it is where another records it (the desk records an adoption), and
    `happened_at` when it was done if that was before `now`: both then stand in the entry.
    Raises: NotAllowed without standing; BadInput `case_closed` where nothing more can follow,
    `in_the_future`.
    """
    stand(case, actor, right, now=now)
    check_open(case, step, happened_at=happened_at, now=now)
    facts = dict(data or {})
    if party and party != actor.party:
        facts["recorded_by"] = actor.party.key
    if happened_at:
        facts["recorded_at"] = now.isoformat()
    entry = record(
        subject=case.subject,
        action=step,
        party=(party or actor.party).key,
        at=happened_at or now,
        to=to.key if to else "",
        value=value,
        data=facts,
    )
    judge(case, now=now)
    return entry


def check_open(case: Case, step: str, *, happened_at: datetime | None, now: datetime) -> None:
    known = edition_of(case).by_key.get(step)
    is_late_by_nature = known is not None and known.after_close
    if case.outcome not in STILL_TAKES_FACTS and not is_late_by_nature:
        raise BadInput("case_closed", number=case.number, outcome=case.outcome)
    if happened_at and happened_at > now:
        raise BadInput("in_the_future", at=happened_at)


JUDGED = (
    *("judged_on", "stage", "outcome", "is_closed"),
    *("next_due_on", "next_due_step", "breach_count"),
)


def judge(case: Case, *, now: datetime) -> None:
    """Write down what the judge says today, for the lists (see Case)."""
    today = timezone.localdate(now)
    status = status_of(case, today=today)
    dated = [(due.last_day, due.step) for due in status.due if due.last_day is not None]
    ahead = [one for one in dated if one[0] >= today] or dated
    next_day, next_step = min(ahead, default=(None, ""))
    case.judged_on = today
    case.stage = status.stage
    case.outcome = status.outcome or ""
    case.is_closed = status.closed
    case.next_due_on = next_day
    case.next_due_step = next_step
    # A right used late is on record and no breach of a duty.
    case.breach_count = len([breach for breach in status.breaches if breach.duty])
    case.save(update_fields=JUDGED)


@dataclass(frozen=True, slots=True)
class StatementInput:
    """What is said with a step; `points` are keys of the Order (grounds, kinds of interest).

    `answers`: the statement it decides on. `happened_at`: when it was done, if before it is recorded.
    """

    step: str
    right: str
    text: str
    language: str
    value: str = ""
    points: Sequence[str] = ()
    answers: Statement | None = None
    happened_at: datetime | None = None


def check_words(content: StatementInput) -> None:
    if not content.text.strip():
        raise BadInput("no_words", step=content.step)
    if len(content.text) > MOST_CHARACTERS:
        raise BadInput("too_long", number=1, limit=MOST_CHARACTERS)


@transaction.atomic
def state_step(
    *,
    case: Case,
    content: StatementInput,
    actor: Mandate,
    now: datetime,
    party: Party | None = None,
    data: dict[str, Any] | None = None,
) -> Statement:
    """A step that is said in words: a return, a contest, a complaint, an appeal, a decision.

    Raises: NotAllowed; BadInput `no_words`, `too_long`, `case_closed`.
    """
    check_words(content)
    statement = write_statement(case, content, party=party or actor.party, actor=actor, now=now)
    take_step(
        case=case,
        step=content.step,
        actor=actor,
        right=content.right,
        now=now,
        party=party,
        to=content.answers.party if content.answers else None,
        value=content.value,
        happened_at=content.happened_at,
        data={
            "sha256": digest(content.text.encode()),
            "points": list(content.points),
            **(data or {}),
        },
    )
    return statement


@transaction.atomic
def do_step(
    *,
    case: Case,
    step: str,
    right: str,
    actor: Mandate,
    now: datetime,
    party: Party | None = None,
    to: Party | None = None,
    happened_at: datetime | None = None,
) -> Entry:
    """A step that needs no words: a waiver, a forwarding, a certificate, a lapse."""
    return take_step(
        case=case,
        step=step,
        actor=actor,
        right=right,
        now=now,
        party=party,
        to=to,
        happened_at=happened_at,
    )


def write_statement(
    case: Case, content: StatementInput, *, party: Party, actor: Mandate, now: datetime
) -> Statement:
    return Statement.objects.create(
        case=case,
        step=content.step,
        value=content.value,
        party=party,
        by=actor,
        at=now,
        language=content.language,
        text=content.text,
        points=list(content.points),
        answers=content.answers,
    )

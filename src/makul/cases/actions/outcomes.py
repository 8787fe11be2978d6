"""What comes of a case: the decider's reasons, the outcome, the comparison with the adopted text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from makul.cases.actions.step import stand, take_step
from makul.cases.models import Case, Comparison, Decision, Row
from makul.core.errors import BadInput
from makul.documents.models import Document
from makul.documents.storing import File, digests, store_document
from makul.journal.models import Entry
from makul.parties.models import Mandate, Party

TAKEN = frozenset({"lsg", "initiator", "other"})
RESULTS = frozenset({"lsg", "partly", "initiator", "removed", "changed_after"})


@dataclass(frozen=True, slots=True)
class DecisionInput:
    """Whose position was taken on a row, and why."""

    row: Row
    taken: str
    reason_ky: str = ""
    reason_ru: str = ""


@dataclass(frozen=True, slots=True)
class ComparisonInput:
    """What the adopted text made of a row; `is_promise_kept` where the initiator had accepted it."""

    row: Row
    result: str
    eid: str = ""
    is_promise_kept: bool | None = None
    note_ky: str = ""
    note_ru: str = ""


@transaction.atomic
def consider_rows(
    *, case: Case, decisions: Sequence[DecisionInput], actor: Mandate, now: datetime
) -> Entry:
    """Record the decider's decision and reason on each unsettled row (Order, art. 33).

    Raises: NotAllowed; BadInput `unknown_decision`, `no_reason`, `not_a_row_here`.
    """
    stand(case, actor, "consider", now=now)
    for one in decisions:
        if one.row.case_id != case.pk:
            raise BadInput("not_a_row_here", row=one.row.number)
        if one.taken not in TAKEN:
            raise BadInput("unknown_decision", taken=one.taken)
        if not (one.reason_ky.strip() or one.reason_ru.strip()):
            raise BadInput("no_reason", row=one.row.number)
        Decision.objects.update_or_create(
            row=one.row,
            party=actor.party,
            defaults={
                "taken": one.taken,
                "reason_ky": one.reason_ky,
                "reason_ru": one.reason_ru,
                "at": now,
            },
        )
    return take_step(
        case=case,
        step="considered",
        actor=actor,
        right="consider",
        now=now,
        data={"rows": {str(one.row.number): one.taken for one in decisions}},
    )


@transaction.atomic
def record_adoption(
    *,
    case: Case,
    decider: Party,
    files: Sequence[File],
    actor: Mandate,
    now: datetime,
    happened_at: datetime | None = None,
) -> Entry:
    """Record that the act was adopted, with its text where it is at hand. A bypass is recorded too."""
    stand(case, actor, "record_outcome", now=now)
    data: dict[str, object] = {}
    if files:
        document = store_document(
            subject=case.subject,
            kind=Document.Kind.ADOPTED,
            author=decider,
            files=files,
            now=now,
        )
        data["sha256"] = digests(document)
    return take_step(
        case=case,
        step="adopted",
        actor=actor,
        right="record_outcome",
        party=decider,
        now=now,
        happened_at=happened_at,
        data=data,
    )


@transaction.atomic
def compare_rows(
    *, case: Case, comparisons: Sequence[ComparisonInput], actor: Mandate, now: datetime
) -> Entry:
    """Publish who won each point in the adopted text (Order, art. 34). Every row is to be named.

    Raises: NotAllowed; BadInput `unknown_result`, `rows_left_out`.
    """
    stand(case, actor, "compare", now=now)
    left_out = set(case.rows.values_list("number", flat=True)) - {
        one.row.number for one in comparisons
    }
    if left_out:
        raise BadInput("rows_left_out", rows=sorted(left_out))
    for one in comparisons:
        if one.result not in RESULTS:
            raise BadInput("unknown_result", result=one.result)
        Comparison.objects.update_or_create(
            row=one.row,
            defaults={
                "result": one.result,
                "eid": one.eid,
                "is_promise_kept": one.is_promise_kept,
                "note_ky": one.note_ky,
                "note_ru": one.note_ru,
            },
        )
    return take_step(
        case=case,
        step="compared",
        actor=actor,
        right="compare",
        now=now,
        data={"rows": {str(one.row.number): one.result for one in comparisons}},
    )

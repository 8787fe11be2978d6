"""Puts a case before the judge: its facts from the journal, its rows counted, its edition of the Order."""

from __future__ import annotations

import json
from datetime import date
from functools import lru_cache

from django.db.models import Q, QuerySet

from makul.cases.models import Case, Position, Remark, Row
from makul.core.procedure import Entry, Facts, Procedure, Status, status
from makul.journal.models import Entry as JournalEntry
from makul.law.days_off import calendar
from makul.law.procedures import procedure
from makul.parties.models import Party


def role_of(case: Case, party: Party) -> str | None:
    """The role of a party in a case, or None: it takes no part."""
    return case.participations.filter(party=party).values_list("role", flat=True).first()


@lru_cache(maxsize=64)
def _edition(key: str, edition: str, terms: str) -> Procedure:
    return procedure(key, edition, terms=json.loads(terms) or None)


def edition_of(case: Case) -> Procedure:
    """The procedure in the edition the case was opened under, with the terms of its agreement."""
    terms = case.agreement.terms if case.agreement else {}
    return _edition(case.procedure, case.edition, json.dumps(terms, sort_keys=True))


def unsettled_rows(case: Case) -> QuerySet[Row]:
    """Rows with an objection not accepted in full, not dropped and not settled (Order, art. 2)."""
    return case.rows.filter(kind="objection", is_minority=False, is_dropped=False).exclude(
        Q(reply__kind="accepted", reply__published_at__isnull=False) | Q(result__is_settled=True)
    )


def facts_of(case: Case) -> Facts:
    """What the judge is told (five queries, whatever the size of the case)."""
    steps = {step.key for step in edition_of(case).steps}
    fields = ("action", "party", "at", "to", "value")
    entries = JournalEntry.objects.filter(subject=case.subject).order_by("number")
    return Facts(
        track=case.track,
        act_kind=case.act_kind,
        parties=dict(case.participations.values_list("party__key", "role")),
        entries=[
            Entry(step=step, party=party, at=at, to=to or None, value=value or None)
            for step, party, at, to, value in entries.values_list(*fields)
            if step in steps
        ],
        remarks=Remark.objects.filter(
            position__case=case, position__state=Position.State.FILED
        ).count(),
        unsettled=unsettled_rows(case).count(),
        binding=case.agreement_id is not None,
    )


def status_of(case: Case, *, today: date) -> Status:
    """What the judge says of a case on a day."""
    return status(edition_of(case), facts_of(case), calendar=calendar(), today=today)

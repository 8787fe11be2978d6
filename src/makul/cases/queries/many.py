"""Puts many cases before the judge at once: a constant number of queries, whatever their number."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.db.models import Count, Q

from makul.cases.models import Case, Participation, Position, Remark, Row
from makul.cases.queries.judging import edition_of
from makul.core.procedure import Entry, Facts, Status, status
from makul.journal.models import Entry as JournalEntry
from makul.law.days_off import calendar


def statuses_of(cases: Iterable[Case], *, today: date) -> dict[int, Status]:
    """What the judge says of each case, by its key (four queries; agreements are to be selected)."""
    wanted = list(cases)
    facts = facts_of_many(wanted)
    days = calendar()
    return {
        case.pk: status(edition_of(case), facts[case.pk], calendar=days, today=today)
        for case in wanted
    }


def facts_of_many(cases: list[Case]) -> dict[int, Facts]:
    keys = [case.pk for case in cases]
    parties: dict[int, dict[str, str]] = {key: {} for key in keys}
    seats = Participation.objects.filter(case__in=keys).order_by("case", "role", "order", "pk")
    for key, party, role in seats.values_list("case", "party__key", "role"):
        parties[key][party] = role
    filed = Remark.objects.filter(
        position__case__in=keys, position__state=Position.State.FILED
    ).values_list("position__case")
    remarks = dict(filed.order_by().annotate(n=Count("pk")))
    unsettled = dict(_unsettled(keys))
    entries = _entries(cases)
    return {
        case.pk: Facts(
            track=case.track,
            act_kind=case.act_kind,
            parties=parties[case.pk],
            entries=entries[case.subject],
            remarks=remarks.get(case.pk, 0),
            unsettled=unsettled.get(case.pk, 0),
            binding=case.agreement_id is not None,
        )
        for case in cases
    }


def _unsettled(keys: list[int]) -> Iterable[tuple[int, int]]:
    """As `judging.unsettled_rows`, for many cases at once."""
    rows = Row.objects.filter(
        case__in=keys, kind="objection", is_minority=False, is_dropped=False
    ).exclude(
        Q(reply__kind="accepted", reply__published_at__isnull=False) | Q(result__is_settled=True)
    )
    return rows.order_by().values_list("case").annotate(n=Count("pk", distinct=True))


def _entries(cases: list[Case]) -> dict[str, list[Entry]]:
    steps = {case.subject: {step.key for step in edition_of(case).steps} for case in cases}
    found: dict[str, list[Entry]] = {subject: [] for subject in steps}
    rows = JournalEntry.objects.filter(subject__in=list(steps)).order_by("number")
    for subject, step, party, at, to, value in rows.values_list(
        "subject", "action", "party", "at", "to", "value"
    ):
        if step in steps[subject]:
            found[subject].append(Entry(step, party, at, to or None, value or None))
    return found

"""Reads what every case tells of its initiator; a case is judged anew only when something was recorded in it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from itertools import batched

from django.db.models import Count, F, Max, Q
from django.utils import timezone

from makul.cases.models import Case, Row
from makul.cases.queries.judging import edition_of
from makul.cases.queries.listing import with_road
from makul.cases.queries.many import facts_of_many
from makul.cases.queries.table import is_reply_over
from makul.core.conduct import Course
from makul.core.procedure import Facts, Status, status
from makul.journal.models import Entry
from makul.law.days_off import calendar
from makul.parties.models import Party

A_BATCH = 100
POSITIONS = frozenset({"position", "association_position", "revision_position"})
ENDINGS = frozenset({"adopted", "rejected", "withdrawn"})
# What was reckoned of a case, under a mark of its last entry: the same entries tell the same.
_known: dict[str, tuple[str, list[Course]]] = {}


def courses(*, today: date) -> list[Course]:
    """What each case tells, one line for each of its initiators (two queries where nothing is new)."""
    cases = list(
        with_road()
        .select_related("agreement")
        .annotate(previous_number=F("previous__number"))
        .order_by("number")
    )
    marks = marks_of(cases, today)
    stale = [case for case in cases if _known.get(case.subject, ("",))[0] != marks[case.subject]]
    for some in batched(stale, A_BATCH):
        _reckon(list(some), marks, today=today)
    again = {getattr(case, "previous_number", None) for case in cases}
    return [
        replace(one, is_brought_back=one.case in again)
        for case in cases
        for one in _known[case.subject][1]
    ]


def marks_of(cases: Iterable[Case], today: date) -> dict[str, str]:
    """For each case a mark that changes with its entries, and each day while it is open (one query)."""
    heads = Entry.objects.filter(subject__startswith="case:").order_by().values_list("subject")
    last = {
        subject: f"{n} {at}" for subject, n, at in heads.annotate(n=Max("number"), at=Max("at"))
    }
    return {
        case.subject: f"{last.get(case.subject, '')} {'' if case.is_closed else today}"
        for case in cases
    }


def _reckon(cases: list[Case], marks: dict[str, str], *, today: date) -> None:
    facts = facts_of_many(cases)
    replies = _replies(cases)
    for case in cases:
        told = facts[case.pk]
        said = status(edition_of(case), told, calendar=calendar(), today=today)
        rows = _rows(replies.get(case.pk, {}), is_over=is_reply_over(said.deemed))
        bodies = [key for key, role in told.parties.items() if role == "initiator"]
        found = [course(case, key, told, said, rows, today=today) for key in bodies]
        _known[case.subject] = (marks[case.subject], found)


def course(
    case: Case, body: str, facts: Facts, said: Status, rows: dict[str, int], *, today: date
) -> Course:
    """What one case tells of one of its initiators."""
    outcome = said.outcome or ""
    filed = [one.at for one in facts.entries if one.step in POSITIONS]
    is_bypassed = outcome == "adopted" and case.breach_count > 0
    return Course(
        case=case.number,
        body=body,
        opened_on=timezone.localdate(case.opened_at),
        is_short=case.track == "short",
        replied=replied(said, today=today),
        rows=rows,
        ending=outcome if outcome in ENDINGS else "other" if outcome else "",
        is_bypassed=is_bypassed and not getattr(case, "is_forwarded", True),
        last_position_on=timezone.localdate(max(filed)) if filed else None,
        decided_on=said.closed_on if outcome in {"adopted", "rejected"} else None,
    )


def replied(said: Status, *, today: date) -> bool | None:
    """Whether the replies came within their term; nothing while it runs."""
    kept = [one for one in said.kept if one.step == "replied" and one.last_day]
    told = [
        one.done_on <= one.last_day if one.done_on else None if one.last_day >= today else False
        for one in kept
        if one.last_day
    ]
    if False in told:
        return False
    return True if told and None not in told else None


def _replies(cases: Iterable[Case]) -> dict[int, dict[str, int]]:
    """How many rows of each case have each reply published; the dropped are not counted (one query)."""
    rows = Row.objects.filter(case__in=[case.pk for case in cases], is_dropped=False).order_by()
    published = rows.annotate(is_out=Q(reply__published_at__isnull=False))
    found: dict[int, dict[str, int]] = {}
    for case, kind, is_out, n in published.values_list("case", "reply__kind", "is_out").annotate(
        n=Count("pk")
    ):
        counts, key = found.setdefault(case, {}), kind if is_out else "waiting"
        counts[key] = counts.get(key, 0) + n
    return found


def _rows(replies: dict[str, int], *, is_over: bool) -> dict[str, int]:
    """Rows without a reply are unanswered once the term is over; until then they wait."""
    if not is_over:
        return replies
    answered = {key: n for key, n in replies.items() if key != "waiting"}
    return answered | {"unanswered": replies.get("waiting", 0)}


def bodies_of(keys: Iterable[str]) -> dict[str, Party]:
    """The bodies under these keys (one query)."""
    return {party.key: party for party in Party.objects.filter(key__in=list(keys))}

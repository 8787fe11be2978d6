"""Reads what every case tells of its initiator; a case is judged anew only when something was recorded in it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from itertools import batched

from django.db.models import Count, Max, Q
from django.utils import timezone

from makul.cases.models import Case, Participation, Row
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
# What was reckoned of a case, under the hash of its last entry: the same entries tell the same.
_known: dict[str, tuple[str, list[Course]]] = {}


def courses(*, today: date) -> list[Course]:
    """What each case tells, one line for each of its initiators (four queries where nothing is new)."""
    marks = _marks(today)
    stale = [subject for subject, mark in marks.items() if _known.get(subject, ("",))[0] != mark]
    for some in batched(stale, A_BATCH):
        _reckon(some, marks, today=today)
    again = set(
        Case.objects.filter(previous__isnull=False).values_list("previous__number", flat=True)
    )
    return [
        replace(one, is_brought_back=one.case in again)
        for subject in marks
        for one in _known[subject][1]
    ]


def _marks(today: date) -> dict[str, str]:
    """For each case a mark that changes with its entries, and each day while it is open."""
    cases = Case.objects.order_by("number").values_list("number", "is_closed")
    last = dict(
        Entry.objects.filter(subject__startswith="case:")
        .order_by()
        .values_list("subject")
        .annotate(last=Max("number"))
    )
    heads = Entry.objects.filter(number__in=list(last.values()))
    hashes = dict(heads.values_list("subject", "hash"))
    return {
        subject: f"{hashes.get(subject, '')} {'' if is_closed else today}"
        for number, is_closed in cases
        for subject in [f"case:{number}"]
    }


def _reckon(subjects: Iterable[str], marks: dict[str, str], *, today: date) -> None:
    numbers = [subject.removeprefix("case:") for subject in subjects]
    cases = list(with_road().filter(number__in=numbers).select_related("agreement"))
    facts = facts_of_many(cases)
    replies = _replies(cases)
    bodies = _initiators(cases)
    for case in cases:
        told = facts[case.pk]
        said = status(edition_of(case), told, calendar=calendar(), today=today)
        rows = _rows(replies.get(case.pk, {}), is_over=is_reply_over(said.deemed))
        found = [
            course(case, key, told, said, rows, today=today) for key in bodies.get(case.pk, [])
        ]
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
    """How many rows of each case have each reply published; the dropped are not counted."""
    published = Q(reply__published_at__isnull=False)
    rows = Row.objects.filter(case__in=[case.pk for case in cases], is_dropped=False).order_by()
    found: dict[int, dict[str, int]] = {}
    for case, kind, n in (
        rows.filter(published).values_list("case", "reply__kind").annotate(n=Count("pk"))
    ):
        found.setdefault(case, {})[kind] = n
    for case, n in rows.exclude(published).values_list("case").annotate(n=Count("pk")):
        found.setdefault(case, {})["waiting"] = n
    return found


def _rows(replies: dict[str, int], *, is_over: bool) -> dict[str, int]:
    """Rows without a reply are unanswered once the term is over; until then they wait."""
    if not is_over:
        return replies
    answered = {key: n for key, n in replies.items() if key != "waiting"}
    return answered | {"unanswered": replies.get("waiting", 0)}


def _initiators(cases: Iterable[Case]) -> dict[int, list[str]]:
    seats = Participation.objects.filter(case__in=[case.pk for case in cases], role="initiator")
    found: dict[int, list[str]] = {}
    for case, key in seats.order_by("case", "order", "pk").values_list("case", "party__key"):
        found.setdefault(case, []).append(key)
    return found


def bodies_of(keys: Iterable[str]) -> dict[str, Party]:
    """The bodies under these keys (one query)."""
    return {party.key: party for party in Party.objects.filter(key__in=list(keys))}

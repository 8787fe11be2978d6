"""Reads a body from inside: who acts for it, what each has drafted or was given, who may sign."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from django.db.models import Count

from makul.cases.models import Assignment, Case, Position, Reply
from makul.parties.models import Mandate, Party


@dataclass(frozen=True, slots=True)
class InHand:
    """What one has in hand in a case: a drafted position, or a number of rows to answer."""

    case: Case
    kind: str  # position | drafted | assigned
    count: int = 1


@dataclass
class Colleague:
    """One who acts for the body today."""

    mandate: Mandate
    in_hand: list[InHand] = field(default_factory=list)


def colleagues_of(party: Party, *, today: date) -> list[Colleague]:
    """Everyone of the body, those who may sign first, with what they have in hand (five queries at most)."""
    mandates = Mandate.objects.filter(party=party).select_related("party")
    valid = [one for one in mandates.order_by("-may_sign", "pk") if one.is_valid_on(today)]
    people = {one.pk: Colleague(one) for one in valid}
    for holder, one in [*drafted_positions(party), *rows_in_hand(party)]:
        if holder in people:
            people[holder].in_hand.append(one)
    return list(people.values())


def drafted_positions(party: Party) -> list[tuple[int, InHand]]:
    drafts = Position.objects.filter(
        party=party, state=Position.State.DRAFT, case__is_closed=False
    ).select_related("case")
    return [(one.drafted_by_id, InHand(one.case, "position")) for one in drafts]


def rows_in_hand(party: Party) -> list[tuple[int, InHand]]:
    """Rows given to someone and without a reply yet, and replies drafted and not published."""
    given = Assignment.objects.filter(
        mandate__party=party, row__case__is_closed=False, row__reply__isnull=True
    )
    drafted = Reply.objects.filter(
        drafted_by__party=party, row__case__is_closed=False, published_at__isnull=True
    )
    counts = [
        *((*one, "assigned") for one in counted(given, "mandate")),
        *((*one, "drafted") for one in counted(drafted, "drafted_by")),
    ]
    cases = Case.objects.in_bulk({case for _holder, case, _n, _kind in counts})
    return [(holder, InHand(cases[case], kind, n)) for holder, case, n, kind in counts]


def counted(found: object, holder: str) -> list[tuple[int, int, int]]:
    """Who, in which case, how many (one query)."""
    rows = found.order_by().values_list(holder, "row__case")  # type: ignore[attr-defined]
    return list(rows.annotate(n=Count("pk")))

"""Reads the rows that are open to all: by provision, kind, reply and state, a page at a time."""

from __future__ import annotations

from collections.abc import Mapping

from django.db.models import Count, Q, QuerySet

from makul.cases.models import Case, Position, Remark, Row, RowRemark
from makul.core.procedure import Facts, Status

REPLIED = Q(reply__published_at__isnull=False)
SETTLED = Q(is_dropped=False) & (Q(REPLIED, reply__kind="accepted") | Q(result__is_settled=True))
REPLIES: Mapping[str, Q] = {
    "accepted": Q(REPLIED, reply__kind="accepted"),
    "partly": Q(REPLIED, reply__kind="partly"),
    "declined": Q(REPLIED, reply__kind="declined"),
    "none": ~REPLIED,
}
# Steps after which the rows are no longer the association's draft.
OPENED_BY = frozenset({"association_position", "replied", "protocol"})


def are_rows_open(facts: Facts, status: Status) -> bool:
    """Whether the rows are public: the association has filed them, or its turn has passed."""
    if any(entry.step in OPENED_BY for entry in facts.entries):
        return True
    has_association = "association" in facts.parties.values()
    passed = any(one.step == "association_position" for one in status.without)
    return passed or not has_association


def rows_in(
    case: Case, *, eid: str = "", kind: str = "", reply: str = "", state: str = "", party: str = ""
) -> QuerySet[Row]:
    """The rows that fit the filters, those of the minority last; an unknown value is no filter.

    `party`: the key of a body; the rows its own remarks went into.
    """
    found = case.rows.all()
    if party:
        own = RowRemark.objects.filter(remark__position__party__key=party).values("row")
        found = found.filter(Q(pk__in=own) | Q(author__key=party))
    if eid:
        found = found.filter(Q(eid=eid) | Q(eid__startswith=f"{eid}__"))
    if kind in {"objection", "proposal"}:
        found = found.filter(kind=kind)
    if reply in REPLIES:
        found = found.filter(REPLIES[reply])
    if state == "settled":
        found = found.filter(SETTLED)
    elif state == "dropped":
        found = found.filter(is_dropped=True)
    elif state == "minority":
        found = found.filter(is_minority=True)
    elif state == "unsettled":
        found = found.filter(kind="objection", is_dropped=False, is_minority=False).exclude(SETTLED)
    return found.order_by("is_minority", "number")


def heaviest_rows(case: Case, *, most: int) -> list[int]:
    """The rows that most bodies stand behind, the minority's left out (one query)."""
    counted = case.rows.filter(is_minority=False).annotate(
        n=Count("links__remark__position__party", distinct=True)
    )
    return list(counted.order_by("-n", "number").values_list("pk", flat=True)[:most])


def row_totals(case: Case) -> dict[str, int]:
    """How the rows stand, all counted (one query)."""
    counts = case.rows.aggregate(
        all=Count("pk", distinct=True),
        accepted=Count("pk", filter=REPLIES["accepted"], distinct=True),
        partly=Count("pk", filter=REPLIES["partly"], distinct=True),
        declined=Count("pk", filter=REPLIES["declined"], distinct=True),
        minority=Count("pk", filter=Q(is_minority=True), distinct=True),
        dropped=Count("pk", filter=Q(is_dropped=True), distinct=True),
    )
    counts = {name: int(n) for name, n in counts.items()}
    replied = counts["accepted"] + counts["partly"] + counts["declined"]
    return counts | {"replied": replied, "waiting": counts["all"] - replied}


def filed_remarks(
    case: Case, *, eid: str = "", kind: str = "", party: str = ""
) -> QuerySet[Remark]:
    """The remarks one by one, as they were filed, before they are merged into rows."""
    found = Remark.objects.filter(position__case=case, position__state=Position.State.FILED)
    if eid:
        found = found.filter(Q(eid=eid) | Q(eid__startswith=f"{eid}__"))
    if kind in {"objection", "proposal"}:
        found = found.filter(kind=kind)
    if party:
        found = found.filter(position__party__key=party)
    return found.select_related("position__party").order_by("eid", "position_id", "order")

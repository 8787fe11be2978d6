"""What the judge says of many cases of a mechanism, anew only where something was recorded since."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from makul.cases.models import Case
from makul.cases.queries.many import statuses_of
from makul.core.procedure import Status
from makul.portal.statistics import marks_of

# What was said of a case, under a mark of its last entry: the same entries tell the same.
_known: dict[str, tuple[str, Status]] = {}


def judged(cases: Iterable[Case], *, today: date) -> dict[int, Status]:
    """What the judge says of each case, by its key (one query where nothing is new, else five).

    Agreements are to be selected with the cases.
    """
    wanted = list(cases)
    if not wanted:
        return {}
    marks = marks_of(wanted, today)
    stale = [case for case in wanted if _known.get(case.subject, ("",))[0] != marks[case.subject]]
    said = statuses_of(stale, today=today) if stale else {}
    for case in stale:
        _known[case.subject] = (marks[case.subject], said[case.pk])
    return {case.pk: _known[case.subject][1] for case in wanted}

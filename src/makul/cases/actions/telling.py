"""Tells each author of remarks what became of them: one letter a party, whatever the number of rows."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from datetime import datetime

from makul.cases.models import Case
from makul.cases.queries.table import TableRow, table_of
from makul.notices.actions import Letter, queue_notice
from makul.parties.models import Party

# Which letter one party gets about these rows.
Writer = Callable[[Case, Party, Sequence[TableRow]], Letter]


def tell_authors(case: Case, rows: Collection[int], *, write: Writer, now: datetime) -> int:
    """Queue one letter to each party about all of its rows, and to the associations about every row.

    Returns how many letters. The caller's entry tells what happened; each delivery has its own.
    """
    table = sorted(table_of(case, case.rows.filter(pk__in=rows)), key=lambda one: one.row.number)
    told: dict[Party, list[TableRow]] = {}
    for shown in table:
        for party in authors(shown):
            told.setdefault(party, []).append(shown)
    for seat in case.participations.filter(role="association").select_related("party"):
        told[seat.party] = table
    for party, own in sorted(told.items(), key=lambda one: one[0].key):
        letter = write(case, party, own)
        # The moment and the first row tell this letter from an earlier one to the same party.
        again = f"{now:%Y%m%d%H%M%S%f}-{own[0].row.number}"
        queue_notice(letter=letter, party=party, now=now, again=again)
    return len(told)


def authors(shown: TableRow) -> list[Party]:
    """Everyone behind a row, and whoever put it into words."""
    return list(dict.fromkeys([*shown.parties, shown.row.author]))

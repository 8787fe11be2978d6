"""Keeps the search in step with what is public: a copy, made anew from its sources at any time."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.db.models import Count, Max, QuerySet
from django.utils import timezone

from makul.cases.models import Case
from makul.journal.models import Entry
from makul.parties.models import Party
from makul.portal.lines import lines_of_bodies, lines_of_case
from makul.portal.models import SearchLine, SearchState

MOST_CASES = 20  # cases read anew in one round; the rest in the next
BATCH = 500
JOURNAL, BODIES, DAY = "journal", "bodies", "day"
Key = tuple[str, str, str]
Words = tuple[str, str, str, int | None]


def refresh_search(*, now: datetime) -> int:
    """Read anew what has changed since the last time; doing it again changes nothing.

    Returns how many cases were read (and one for the bodies, where their list changed).
    """
    read = int(_state(JOURNAL) or 0)
    numbers, upto = _changed_since(read)
    day = f"{timezone.localdate(now):%Y-%m-%d}"
    cases = Case.objects.of("npa").select_related("agreement", "protocol")
    found = list(cases.filter(number__in=numbers))
    if day != _state(
        DAY
    ):  # rows are laid open by a term that passes, too: nothing is recorded then
        found += list(cases.filter(is_closed=False).exclude(number__in=numbers))
    for case in found:
        read_case(case, now=now)
    _keep(JOURNAL, str(upto))
    _keep(DAY, day)
    return len(found) + _refresh_bodies()


def _changed_since(read: int) -> tuple[set[str], int]:
    """The numbers of the cases in which something was recorded, and how far that is read."""
    numbers: set[str] = set()
    entries = Entry.objects.filter(number__gt=read).order_by("number")
    for number, subject in entries.values_list("number", "subject").iterator(chunk_size=BATCH):
        kind, _, name = subject.partition(":")
        if kind == "case" and name not in numbers and len(numbers) == MOST_CASES:
            break
        read = number
        if kind == "case":
            numbers.add(name)
    return numbers, read


def read_mark() -> str:
    """How far the search has read: what it finds is the same until this changes (one query)."""
    states = SearchState.objects.order_by("name").values_list("value", flat=True)
    return "-".join(states).replace(" ", "-")


def rebuild_search(*, now: datetime) -> int:
    """Make the whole copy anew. Returns the number of its lines."""
    SearchState.objects.all().delete()
    SearchLine.objects.all().delete()
    for case in (
        Case.objects.of("npa").select_related("agreement", "protocol").iterator(chunk_size=100)
    ):
        read_case(case, now=now)
    last = Entry.objects.order_by("-number").values_list("number", flat=True).first() or 0
    _keep(JOURNAL, str(last))
    _keep(DAY, f"{timezone.localdate(now):%Y-%m-%d}")
    _refresh_bodies()
    return SearchLine.objects.count()


def read_case(case: Case, *, now: datetime) -> int:
    """Write the differences between what is public of a case and its lines; returns how many."""
    wanted = lines_of_case(case, today=timezone.localdate(now))
    return _write(wanted, SearchLine.objects.filter(case=case))


def _refresh_bodies() -> int:
    """Names have no entries of a case: how many bodies there are and the newest tell of a change."""
    counts = Party.objects.aggregate(n=Count("pk"), newest=Max("pk"))
    mark = f"{counts['n']} {counts['newest']}"
    if mark == _state(BODIES):
        return 0
    _write(lines_of_bodies(Party.objects.order_by("pk")), SearchLine.objects.filter(kind="body"))
    _keep(BODIES, mark)
    return 1


def _write(wanted: Iterable[SearchLine], kept: QuerySet[SearchLine]) -> int:
    """The differences only: a busy case of a thousand remarks gains a few lines a minute."""
    fresh = {_key(one): one for one in wanted}
    gone = []
    for one in kept.defer("folded"):
        same = fresh.get(_key(one))
        if same and _words(same) == _words(one):
            del fresh[_key(one)]
        else:
            gone.append(one.pk)
    if gone or fresh:
        with transaction.atomic():
            for start in range(0, len(gone), BATCH):
                SearchLine.objects.filter(pk__in=gone[start : start + BATCH]).delete()
            SearchLine.objects.bulk_create(fresh.values(), batch_size=BATCH)
    return len(gone) + len(fresh)


def _key(one: SearchLine) -> Key:
    return one.kind, one.ref, one.language


def _words(one: SearchLine) -> Words:
    return one.title, one.text, one.place, one.year


def _state(name: str) -> str:
    return SearchState.objects.filter(name=name).values_list("value", flat=True).first() or ""


def _keep(name: str, value: str) -> None:
    if value != _state(name):
        SearchState.objects.update_or_create(name=name, defaults={"value": value})

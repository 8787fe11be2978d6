"""Keeps the search in step with what is public: a copy, made anew from its sources at any time."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from django.db import transaction
from django.db.models import Count, Max, Q, QuerySet
from django.utils import timezone

from makul.bills.models import Bill
from makul.cases.models import Case
from makul.journal.models import Entry
from makul.parties.models import Party
from makul.portal.lines import lines_of_bodies, lines_of_case
from makul.portal.models import SearchLine, SearchState
from makul.portal.parliament.bills import open_bills
from makul.portal.parliament.lines import LINES, lines_of_bills

MOST_CASES = 20  # cases read anew in one round; the rest in the next
MOST_BILLS = 500
BATCH = 500
JOURNAL, BODIES, DAY, BILLS = "journal", "bodies", "day", "bills"
Key = tuple[str, str, str]
Words = tuple[str, str, str, int | None]


@dataclass
class Changed:
    """What entries of the journal speak of, and how far they are read."""

    upto: int
    cases: set[str] = field(default_factory=set)
    bills: set[int] = field(default_factory=set)
    is_taken_in: bool = False  # a file or a feed of bills was read

    @property
    def is_enough(self) -> bool:
        return len(self.cases) == MOST_CASES or len(self.bills) == MOST_BILLS


def refresh_search(*, now: datetime) -> int:
    """Read anew what has changed since the last time; doing it again changes nothing.

    Returns how many cases were read (and one for the bodies, where their list changed).
    """
    changed = _changed_since(int(_state(JOURNAL) or 0))
    day = f"{timezone.localdate(now):%Y-%m-%d}"
    cases = Case.objects.select_related("agreement", "protocol")
    found = list(cases.filter(number__in=changed.cases))
    is_new_day = day != _state(DAY)
    if is_new_day:  # rows are laid open by a term that passes, too: nothing is recorded then
        found += list(cases.filter(is_closed=False).exclude(number__in=changed.cases))
    for case in found:
        read_case(case, now=now)
    _refresh_bills(changed, is_new_day=is_new_day)
    _keep(JOURNAL, str(changed.upto))
    _keep(DAY, day)
    return len(found) + _refresh_bodies()


def _changed_since(read: int) -> Changed:
    """The cases and the bills in which something was recorded, as many as one round reads."""
    changed = Changed(read)
    entries = Entry.objects.filter(number__gt=read).order_by("number")
    for number, subject in entries.values_list("number", "subject").iterator(chunk_size=BATCH):
        kind, _, name = subject.partition(":")
        if kind == "case" and name not in changed.cases and changed.is_enough:
            break
        if kind == "bill" and int(name) not in changed.bills and changed.is_enough:
            break
        changed.upto = number
        if kind == "case":
            changed.cases.add(name)
        elif kind == "bill":
            changed.bills.add(int(name))
        changed.is_taken_in |= kind == "bills"
    return changed


def _refresh_bills(changed: Changed, *, is_new_day: bool) -> None:
    """Bills in which something was recorded, and after a file was taken in those read since."""
    if changed.bills:
        _write_bills(open_bills().filter(pk__in=changed.bills), refs=changed.bills)
    place, _, waits = _state(BILLS).partition(" ")
    if changed.is_taken_in or waits:
        place, is_all = _read_bills(place)
        _keep(BILLS, place if is_all else f"{place} more")
    if is_new_day:
        _forget_bills()


def _read_bills(place: str) -> tuple[str, bool]:
    """The next bills after a place, by when they were read; whether these were the last."""
    at, _, key = place.partition("/")
    found = open_bills().order_by("read_at", "pk")
    if place:
        then = datetime.fromisoformat(at)
        found = found.filter(Q(read_at__gt=then) | Q(read_at=then, pk__gt=int(key)))
    bills = list(found[:MOST_BILLS])
    _write_bills(bills, refs={one.pk for one in bills})
    if bills:
        place = f"{bills[-1].read_at.isoformat()}/{bills[-1].pk}"
    return place, len(bills) < MOST_BILLS


def _write_bills(bills: Iterable[Bill], *, refs: set[int]) -> None:
    kept = SearchLine.objects.filter(kind="bill", ref__in=[str(one) for one in refs])
    _write(lines_of_bills(bills), kept)


def _forget_bills() -> None:
    """Once a day: bills that no longer touch local communities and were never noticed leave the search."""
    there = {str(key) for key in open_bills().values_list("pk", flat=True)}
    lines = SearchLine.objects.filter(kind="bill").values_list("ref", flat=True)
    gone = sorted({ref for ref in lines if ref not in there})
    for start in range(0, len(gone), BATCH):
        SearchLine.objects.filter(kind="bill", ref__in=gone[start : start + BATCH]).delete()


def read_mark() -> str:
    """How far the search has read: what it finds is the same until this changes (one query)."""
    states = SearchState.objects.order_by("name").values_list("value", flat=True)
    return "-".join(states).replace(" ", "-")


def rebuild_search(*, now: datetime) -> int:
    """Make the whole copy anew. Returns the number of its lines."""
    SearchState.objects.all().delete()
    SearchLine.objects.all().delete()
    for case in Case.objects.select_related("agreement", "protocol").iterator(chunk_size=100):
        read_case(case, now=now)
    place, is_all = _read_bills("")
    while not is_all:
        place, is_all = _read_bills(place)
    _keep(BILLS, place)
    last = Entry.objects.order_by("-number").values_list("number", flat=True).first() or 0
    _keep(JOURNAL, str(last))
    _keep(DAY, f"{timezone.localdate(now):%Y-%m-%d}")
    _refresh_bodies()
    return SearchLine.objects.count()


def read_case(case: Case, *, now: datetime) -> int:
    """Write the differences between what is public of a case and its lines; returns how many."""
    own = LINES.get(case.procedure)
    wanted = own(case) if own else lines_of_case(case, today=timezone.localdate(now))
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

"""Reads what a party owes and waits for in all its cases: the page of today."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import cache

from django.db.models import Count, F, Max, Q

from makul.cases.models import Case, Participation, Position
from makul.cases.queries.many import statuses_of
from makul.core.calendar import Reason, working_days_between
from makul.core.errors import LawGap
from makul.core.procedure import Due, Status
from makul.journal.models import Entry
from makul.law.days_off import calendar
from makul.law.procedures import KEYS, editions, procedure
from makul.parties.models import Mandate, Party

MOST_CASES = 100  # judged for one page: a tenth of a second
MOST_AWAITED = 8
# Steps that wait for a party without a term of their own.
NO_TERM = frozenset({"forwarded", "considered", "published"})
ANSWERS = {"position", "association_position"}


@cache
def waiting_times() -> frozenset[str]:
    """The steps of all procedures that come by themselves: nobody owes them, their end is the event."""
    every = (procedure(key, edition) for key in KEYS for edition in editions(key))
    return frozenset(step.key for one in every for step in one.steps if step.waits)


@dataclass(frozen=True, slots=True)
class Task:
    """What a party owes in a case; `is_recorded`: silence is on record, and a filing still taken."""

    case: Case
    step: str
    last_day: date | None = None
    left: int | None = None
    because: tuple[Reason, ...] = ()
    is_recorded: bool = False
    has_draft: bool = False


@dataclass(frozen=True, slots=True)
class Awaited:
    """What others owe in a case: how many of them, and the last of their days."""

    case: Case
    step: str
    count: int
    last_day: date | None


@dataclass
class Agenda:
    """The day of a party, in groups by how soon."""

    past: list[Task] = field(default_factory=list)
    today: list[Task] = field(default_factory=list)
    week: list[Task] = field(default_factory=list)
    later: list[Task] = field(default_factory=list)
    open: list[Task] = field(default_factory=list)
    awaited: list[Awaited] = field(default_factory=list)
    rest: int = 0  # cases past `MOST_CASES`, whose terms are later

    @property
    def count(self) -> int:
        return sum(map(len, (self.past, self.today, self.week, self.later, self.open)))


def working_days_left(today: date, last_day: date | None) -> int | None:
    """Working days until a last day, negative after it; None where the law does not say."""
    if last_day is None:
        return None
    try:
        return working_days_between(today, last_day, calendar=calendar())
    except LawGap:
        return None


# Cases in which something can still fall due.
WAITING = Q(is_closed=False) | Q(outcome="adopted", next_due_on__isnull=False)


def active_cases(party: Party) -> list[Case]:
    """The cases of a party in which something can still fall due, the nearest first (one query)."""
    mine = Case.objects.filter(WAITING, participations__party=party).select_related("agreement")
    nearest = F("next_due_on").asc(nulls_last=True)
    return list(mine.order_by(nearest, "-opened_at")[:MOST_CASES])


def rest_of(party: Party, cases: list[Case]) -> int:
    """How many more cases wait than were read; asked only where the limit is reached."""
    if len(cases) < MOST_CASES:
        return 0
    return Case.objects.filter(WAITING, participations__party=party).count() - len(cases)


def agenda_of(party: Party, *, today: date) -> Agenda:
    """What a party owes and what it waits for, judged today (seven queries at most)."""
    cases = active_cases(party)
    drafts = drafted(party, cases)
    statuses = statuses_of(cases, today=today)
    agenda = Agenda(rest=rest_of(party, cases))
    for case in cases:
        status = statuses[case.pk]
        for task in tasks_of(case, status, party=party, today=today):
            has_draft = case.pk in drafts and task.step in ANSWERS
            put(agenda, task if not has_draft else with_draft(task), today=today)
        agenda.awaited += awaited_of(case, status, party=party)
    agenda.awaited.sort(key=lambda one: one.last_day or date.max)
    del agenda.awaited[MOST_AWAITED:]
    return agenda


def drafted(party: Party, cases: list[Case]) -> set[int]:
    """The cases in which the party's position lies drafted and not released."""
    drafts = Position.objects.filter(case__in=cases, party=party, state=Position.State.DRAFT)
    return set(drafts.values_list("case_id", flat=True))


def with_draft(task: Task) -> Task:
    return replace(task, has_draft=True)


def tasks_of(case: Case, status: Status, *, party: Party, today: date) -> Iterator[Task]:
    """What the party owes in one case, what its silence has left open, and what waits without a term."""
    told = set()
    for due in status.due:
        if due.party == party.key and due.step not in waiting_times():
            told.add(due.step)
            left = working_days_left(today, due.last_day)
            yield Task(case, due.step, due.last_day, left, due.because)
    open_steps = [may.step for may in status.may if may.party == party.key]
    for breach in (*status.breaches, *status.recorded):
        mine = breach.party == party.key and breach.kind == "overdue" and breach.step in open_steps
        if mine and breach.step not in told:  # silence has spoken, and the duty can still be done
            told.add(breach.step)
            left = working_days_left(today, breach.last_day)
            yield Task(case, breach.step, breach.last_day, left)
    ended = {d.step: d.on for d in status.without if d.party == party.key}
    for step in open_steps:
        if step in ANSWERS and step in ended and step not in told and party.key in status.silent:
            left = working_days_left(today, ended[step])
            yield Task(case, step, ended[step], left, is_recorded=True)
        elif step in NO_TERM and step not in told:
            yield Task(case, step)


def owed_in(status: Status) -> Counter[str]:
    """How many steps each party owes in a case: as `tasks_of`, without the silence on record."""
    may = {(one.party, one.step) for one in status.may}
    owed = {(due.party, due.step) for due in status.due if due.step not in waiting_times()}
    late = {
        (one.party, one.step)
        for one in (*status.breaches, *status.recorded)
        if one.kind == "overdue"
    }
    without_term = {pair for pair in may if pair[1] in NO_TERM}
    return Counter(party for party, _step in owed | (late & may) | without_term)


# What was counted of a case stands until its next entry or the next day.
_counted: dict[tuple[str, date], Counter[str]] = {}
MOST_COUNTED = 20_000


def owed_counts(mandates: Iterable[Mandate], *, today: date) -> dict[int, int]:
    """How many steps the party of each mandate owes, by the key of the mandate.

    Three queries where nothing has changed since it was counted, seven where it has.
    """
    wanted = list(mandates)
    parties = {one.party_id: one.party.key for one in wanted}
    seats: dict[int, set[str]] = {}
    of_mine = Participation.objects.filter(
        case__in=Case.objects.filter(WAITING), party__in=list(parties)
    )
    for case, party in of_mine.values_list("case", "party"):
        seats.setdefault(case, set()).add(parties[party])
    owed: Counter[str] = Counter()
    for case, counted in counts_in(list(seats), today=today).items():
        owed.update({key: counted[key] for key in seats[case]})
    return {one.pk: owed[one.party.key] for one in wanted}


def counts_in(keys: list[int], *, today: date) -> dict[int, Counter[str]]:
    """What is owed in each case, judged anew only where an entry came since."""
    if not keys:
        return {}
    subjects = dict(Case.objects.filter(pk__in=keys).values_list("pk", "number"))
    last = last_entries([f"case:{number}" for number in subjects.values()])
    marks = {pk: (last.get(f"case:{number}", ""), today) for pk, number in subjects.items()}
    stale = [pk for pk, mark in marks.items() if mark not in _counted]
    if stale:
        if len(_counted) > MOST_COUNTED:
            _counted.clear()
        cases = Case.objects.filter(pk__in=stale).select_related("agreement")
        for pk, status in statuses_of(cases, today=today).items():
            _counted[marks[pk]] = owed_in(status)
    return {pk: _counted[mark] for pk, mark in marks.items()}


def last_entries(subjects: list[str]) -> dict[str, str]:
    """The hash of the last entry of each subject: it is another as soon as anything happened there."""
    entries = Entry.objects.filter(subject__in=subjects).order_by()
    numbers = entries.values("subject").annotate(last=Max("number")).values("last")
    return dict(Entry.objects.filter(number__in=numbers).values_list("subject", "hash"))


def put(agenda: Agenda, task: Task, *, today: date) -> None:
    """Into its group: past, today, within seven days, later, or without a term."""
    if task.last_day is None:
        agenda.open.append(task)
    elif task.last_day < today:
        agenda.past.append(task)
    elif task.last_day == today:
        agenda.today.append(task)
    elif task.last_day <= today + timedelta(days=7):
        agenda.week.append(task)
    else:
        agenda.later.append(task)


def awaited_of(case: Case, status: Status, *, party: Party) -> list[Awaited]:
    """What others owe, those who owe the same step counted together."""
    by_step: dict[str, list[Due]] = {}
    for due in status.due:
        if due.party != party.key and due.step not in waiting_times():
            by_step.setdefault(due.step, []).append(due)
    return [
        Awaited(case, step, len(dues), max((d.last_day for d in dues if d.last_day), default=None))
        for step, dues in by_step.items()
    ]


def reply_counts(case: Case) -> Mapping[str, int]:
    """How many rows are answered, drafted and without a word (one query)."""
    counts = case.rows.aggregate(
        all=Count("pk"),
        published=Count("pk", filter=Q(reply__published_at__isnull=False)),
        drafted=Count("pk", filter=Q(reply__isnull=False, reply__published_at__isnull=True)),
        unanswered=Count("pk", filter=Q(reply__isnull=True)),
    )
    return {name: int(n) for name, n in counts.items()}

"""Terms in working days, days and months, forwards and backwards, by the rules of the Civil Code."""

from calendar import monthrange
from dataclasses import replace
from datetime import MAXYEAR, date

from makul.core.calendar.days import DAY, Calendar
from makul.core.calendar.reasons import Reason, Term
from makul.core.errors import BadInput, LawGap


def working_days_term(start: date, days: int, *, calendar: Calendar) -> Term:
    """The last day of a term in working days; the day of the event is not counted.

    Units: working days, one or more.
    Raises: LawGap("no_days_off", year); BadInput("bad_term", n).
    Source: Civil Code art. 208 (the count starts the day after the event).

    >>> week = Calendar({}, years=range(2026, 2027))
    >>> working_days_term(date(2026, 3, 6), 2, calendar=week).last_day
    datetime.date(2026, 3, 10)
    """
    if days < 1:
        raise BadInput("bad_term", n=days)
    last_day = calendar.worked_day(start, days)
    rule = calendar.rule(days, "wd", first=start + DAY, last=last_day)
    because = (_start(start, calendar), rule, *calendar.skipped(start + DAY, last_day))
    return Term(start, last_day, because)


def calendar_days_term(start: date, days: int, *, calendar: Calendar) -> Term:
    """The last day of a term in days: each day counts, and a day off at its end moves it on.

    Units: calendar days, one or more.
    Raises: LawGap("no_days_off", year); BadInput("bad_term", n).
    Source: Civil Code art. 208 and 209(5).

    >>> week = Calendar({}, years=range(2026, 2027))
    >>> calendar_days_term(date(2026, 3, 2), 20, calendar=week).last_day  # 22 March is a Sunday
    datetime.date(2026, 3, 23)
    """
    if days < 1:
        raise BadInput("bad_term", n=days)
    nominal = _later(start, days)
    last_day = nominal if calendar.is_working(nominal) else calendar.worked_day(nominal, 1)
    rule = calendar.rule(days, "cd", first=start + DAY, last=last_day)
    return Term(
        start, last_day, (_start(start, calendar), rule, *_moved(nominal, last_day, calendar))
    )


def months_term(start: date, months: int, *, calendar: Calendar) -> Term:
    """The last day of a term in months: the same date, or the month's end, then a working day.

    Units: calendar months, one or more.
    Raises: LawGap("no_days_off", year); BadInput("bad_term", n).
    Source: Civil Code art. 208, 209(3) and 209(5).

    >>> week = Calendar({}, years=range(2026, 2027))
    >>> months_term(date(2026, 1, 31), 1, calendar=week).last_day  # 28 February is a Saturday
    datetime.date(2026, 3, 2)
    """
    if months < 1:
        raise BadInput("bad_term", n=months)
    nominal = _same_date(start, months)
    last_day = nominal if calendar.is_working(nominal) else calendar.worked_day(nominal, 1)
    because = [
        _start(start, calendar),
        calendar.rule(months, "mo", first=start + DAY, last=last_day),
    ]
    if nominal.day != start.day:
        because.append(Reason("month_end", nominal, calendar.cite("month_end", day=start.day)))
    return Term(start, last_day, (*because, *_moved(nominal, last_day, calendar)))


def day_before_event(event: date, days: int, *, calendar: Calendar) -> date:
    """The latest day from which `days` full working days still lie before the event.

    Units: working days, one or more; neither the day found nor the event is counted.
    Raises: LawGap("no_days_off", year); BadInput("bad_term", n).
    Source: the Order, art. 6 (`term.backward`).

    >>> week = Calendar({}, years=range(2026, 2027))
    >>> day_before_event(date(2026, 10, 28), 5, calendar=week)
    datetime.date(2026, 10, 20)
    """
    if days < 1:
        raise BadInput("bad_term", n=days)
    return calendar.worked_day(event, -days) - DAY


def term_before(event: date, days: int, *, calendar: Calendar) -> Term:
    """The same backward term with its reasons; `start` is the event it is counted back from.

    Units: working days, one or more.
    Raises: LawGap("no_days_off", year); BadInput("bad_term", n).
    Source: the Order, art. 6 (`term.backward`).

    >>> week = Calendar({}, years=range(2026, 2027))
    >>> [reason.kind for reason in term_before(date(2026, 3, 4), 3, calendar=week).because]
    ['event', 'rule_before', 'skipped', 'skipped']
    """
    last_day = day_before_event(event, days, calendar=calendar)
    rule = calendar.rule(days, "before", first=last_day, last=event)
    counted = replace(rule, kind="rule_before")
    between = calendar.skipped(last_day + DAY, event - DAY)
    return Term(event, last_day, (Reason("event", event), counted, *between))


def working_days_between(first: date, last: date, *, calendar: Calendar) -> int:
    """Working days after `first` up to and including `last`, counted as a term is.

    Units: working days; negative when `last` lies before `first`.
    Raises: LawGap("no_days_off", year).

    >>> week = Calendar({}, years=range(2026, 2027))
    >>> working_days_between(date(2026, 3, 6), date(2026, 3, 10), calendar=week)
    2
    """
    if last < first:
        return -working_days_between(last, first, calendar=calendar)
    return calendar.count(first, last) if last > first else 0


def _start(day: date, calendar: Calendar) -> Reason:
    """The day of the event, from which the count starts and which is not counted itself."""
    return Reason("start", day, calendar.cite("start"))


def _moved(nominal: date, last_day: date, calendar: Calendar) -> tuple[Reason, ...]:
    """Why a term does not end on the day it runs out: that day and those after it are not worked."""
    if nominal == last_day:
        return ()
    moved = Reason("moved", last_day, calendar.cite("moved", **{"from": nominal}))
    return (*calendar.skipped(nominal, last_day), moved)


def _later(start: date, days: int) -> date:
    """So many days later, or a gap where no calendar reaches."""
    if start.toordinal() + days > date.max.toordinal():
        raise LawGap("no_days_off", year=MAXYEAR)
    return start + days * DAY


def _same_date(start: date, months: int) -> date:
    """The same date so many months later, or the last day of a month that has no such date."""
    years, month = divmod(start.month - 1 + months, 12)
    year = start.year + years
    if year > MAXYEAR:
        raise LawGap("no_days_off", year=year)
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))

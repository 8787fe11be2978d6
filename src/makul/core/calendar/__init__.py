"""Working days and terms, each last day with the reasons a person can check by hand."""

from makul.core.calendar.days import Calendar
from makul.core.calendar.moments import BISHKEK, moment, received_on
from makul.core.calendar.reasons import DayOff, Reason, Term
from makul.core.calendar.terms import (
    calendar_days_term,
    day_before_event,
    months_term,
    term_before,
    working_days_between,
    working_days_term,
)

__all__ = [
    "BISHKEK",
    "Calendar",
    "DayOff",
    "Reason",
    "Term",
    "calendar_days_term",
    "day_before_event",
    "moment",
    "months_term",
    "received_on",
    "term_before",
    "working_days_between",
    "working_days_term",
]

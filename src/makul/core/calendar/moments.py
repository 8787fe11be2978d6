"""Moments in Bishkek time, and the day on which a delivery counts as received."""

from datetime import date, datetime, time, timedelta, timezone

from makul.core.calendar.days import Calendar
from makul.core.calendar.reasons import Reason
from makul.core.errors import BadInput

# Kyrgyzstan has kept UTC+6 the whole year round since 2005; a fixed offset needs no time zone files.
BISHKEK = timezone(timedelta(hours=6), "Asia/Bishkek")


def moment(text: str) -> datetime:
    """An ISO moment in Bishkek time; "24:00" is the last instant of its day, still in time.

    Raises: BadInput("bad_moment", text).
    Source: Civil Code art. 210(1) (an act may be done until 24:00 of the last day).

    >>> moment("2026-03-02T24:00").date(), moment("2026-03-02T10:00").isoformat()
    (datetime.date(2026, 3, 2), '2026-03-02T10:00:00+06:00')
    """
    day, separator, hour = text.partition("T")
    at_end = separator and hour in ("24:00", "24:00:00")
    try:
        read = datetime.fromisoformat(f"{day}T23:59:59.999999" if at_end else text)
    except ValueError:
        raise BadInput("bad_moment", text=text) from None
    return read.replace(tzinfo=BISHKEK) if read.tzinfo is None else read.astimezone(BISHKEK)


def received_on(
    at: datetime, *, evening_hour: int | None, calendar: Calendar
) -> tuple[date, Reason | None]:
    """The day on which a delivery counts as received, and the reason if that is a later day.

    The Order (art. 6, `term.evening`) moves only what is delivered *after* the evening hour: at
    18:00 sharp it is still today's. It says nothing of a delivery by daylight on a day off, so this
    stays the event of its own day (Civil Code art. 208) and the count starts on the next. A moment
    without a time zone is read as Bishkek time. Without an evening hour nothing is moved. The rule
    is for receipts only: what is filed is on time until midnight, so a filing never comes here.
    Raises: LawGap("no_days_off", year) when a late receipt moves past the known lists.

    >>> week = Calendar({}, years=range(2026, 2027))
    >>> received_on(datetime(2026, 3, 6, 18, 1), evening_hour=18, calendar=week)[0]
    datetime.date(2026, 3, 9)
    """
    local = at if at.tzinfo is None else at.astimezone(BISHKEK)
    day = local.date()
    if evening_hour is None or local.time() <= time(evening_hour):
        return day, None
    counted = calendar.worked_day(day, 1)
    params = calendar.cite("evening", hour=evening_hour, to=counted)
    return counted, Reason("evening", day, params)

"""Terms against a plain count of days, for any list of days off."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from makul.core.calendar import (
    BISHKEK,
    Calendar,
    DayOff,
    Reason,
    calendar_days_term,
    day_before_event,
    moment,
    months_term,
    received_on,
    working_days_between,
    working_days_term,
)
from makul.core.errors import BadInput, LawGap

DAY = timedelta(days=1)
NAMES = {"ky": "Майрам", "ru": "Праздник", "en": "Holiday"}
YEARS = range(2026, 2028)
WEEK = Calendar({}, years=YEARS)

days = st.dates(date(2026, 2, 1), date(2027, 6, 30))


@st.composite
def calendars(draw: st.DrawFn) -> Calendar:
    """Any days off, some estimated, and any weekends worked."""
    off = draw(st.lists(st.dates(date(2026, 1, 1), date(2027, 12, 31)), max_size=40))
    worked = [day for day in off if day.weekday() >= 5 and day.day % 2]
    named = [DayOff(day, NAMES, "test", estimated=day.day % 3 == 0) for day in off]
    return Calendar(
        {day.on: day for day in named if day.on not in worked},
        working_weekends=dict.fromkeys(worked, "test"),
        years=YEARS,
    )


def counted(calendar: Calendar, start: date, number: int) -> date:
    """The naive way: step from day to day and count those worked."""
    day = start
    while number:
        day += DAY
        number -= calendar.is_working(day)
    return day


@given(calendars(), days, st.integers(1, 60))
@settings(max_examples=60)
def test_a_term_is_what_counting_day_by_day_gives(calendar: Calendar, start: date, number: int):
    term = working_days_term(start, number, calendar=calendar)
    assert term.last_day == counted(calendar, start, number)


@given(calendars(), days, st.integers(1, 60))
@settings(max_examples=60)
def test_the_explanation_names_every_day_passed_over_and_no_other(calendar, start, number):
    term = working_days_term(start, number, calendar=calendar)
    passed = [start + DAY * n for n in range(1, (term.last_day - start).days + 1)]
    skipped = [reason.on for reason in term.because if reason.kind == "skipped"]
    assert skipped == [day for day in passed if not calendar.is_working(day)]
    assert len(passed) - len(skipped) == number
    assert [reason.kind for reason in term.because[:2]] == ["start", "rule"]


@given(calendars(), days, st.integers(1, 60))
@settings(max_examples=40)
def test_between_is_the_inverse_of_a_term(calendar: Calendar, start: date, number: int):
    last_day = working_days_term(start, number, calendar=calendar).last_day
    assert working_days_between(start, last_day, calendar=calendar) == number
    assert working_days_between(last_day, start, calendar=calendar) == -number
    assert working_days_between(start, start, calendar=calendar) == 0


@given(calendars(), days, st.integers(1, 12))
@settings(max_examples=40)
def test_backward_so_many_full_days_lie_between_and_a_day_later_too_few(calendar, event, number):
    def full_days(day: date) -> int:
        between = (day + DAY * n for n in range(1, (event - day).days))
        return sum(calendar.is_working(each) for each in between)

    try:
        found = day_before_event(event, number, calendar=calendar)
    except LawGap:  # the count would leave the known years
        return
    assert full_days(found) >= number
    assert full_days(found + DAY) == number - 1


@given(calendars(), days, st.integers(1, 4))
@settings(max_examples=60)
def test_a_month_term_ends_on_the_first_working_day_from_its_date(calendar, start, months):
    term = months_term(start, months, calendar=calendar)
    kinds = [reason.kind for reason in term.because]
    nominal = next(
        (reason.on for reason in term.because if reason.kind == "skipped"), term.last_day
    )
    assert calendar.is_working(term.last_day)
    assert (nominal.month - start.month - months) % 12 == 0
    assert nominal.day == start.day or ("month_end" in kinds and (nominal + DAY).day == 1)
    assert ("moved" in kinds) == (nominal != term.last_day)
    assert kinds.count("skipped") == (term.last_day - nominal).days


@given(calendars(), days, st.integers(1, 60))
@settings(max_examples=60)
def test_each_day_of_a_term_in_days_counts_and_only_its_end_is_moved(calendar, start, number):
    term = calendar_days_term(start, number, calendar=calendar)
    nominal = start + DAY * number
    passed = [nominal + DAY * n for n in range((term.last_day - nominal).days)]
    assert calendar.is_working(term.last_day)
    assert not any(calendar.is_working(each) for each in passed)
    assert [reason.on for reason in term.because if reason.kind == "skipped"] == passed
    assert [r.params["from"] for r in term.because if r.kind == "moved"] == passed[:1]


@pytest.mark.parametrize("number", [0, -1])
def test_a_term_of_no_days_is_none(number: int) -> None:
    with pytest.raises(BadInput, match="bad_term"):
        calendar_days_term(date(2026, 3, 2), number, calendar=Calendar({}, years=[2026]))


@given(calendars(), st.datetimes(datetime(2026, 2, 1), datetime(2027, 6, 1)))  # noqa: DTZ001
@settings(max_examples=60)
def test_a_receipt_moves_only_in_the_evening_and_only_forward(calendar: Calendar, at: datetime):
    day, reason = received_on(at, evening_hour=18, calendar=calendar)
    late = (at.hour, at.minute, at.second, at.microsecond) > (18, 0, 0, 0)
    assert (reason is not None) == late
    assert day == (counted(calendar, at.date(), 1) if late else at.date())


def test_without_an_evening_hour_nothing_is_moved():
    assert received_on(moment("2026-03-05T23:59"), evening_hour=None, calendar=WEEK) == (
        date(2026, 3, 5),
        None,
    )


def test_a_late_receipt_says_what_moved_it():
    assert received_on(moment("2026-03-05T18:01"), evening_hour=18, calendar=WEEK)[1] == Reason(
        "evening", date(2026, 3, 5), {"hour": 18, "to": date(2026, 3, 6)}
    )


def test_a_moment_in_another_zone_is_bishkek_time():
    assert moment("2026-03-05T20:00:00+00:00") == datetime(2026, 3, 6, 2, tzinfo=BISHKEK)
    at = datetime(2026, 3, 5, 18, 30, tzinfo=UTC)
    assert received_on(at, evening_hour=18, calendar=WEEK) == (date(2026, 3, 6), None)


def test_the_24th_hour_belongs_to_its_day():
    assert moment("2026-03-31T24:00").date() == date(2026, 3, 31)
    assert moment("2026-03-31T24:00") < moment("2026-04-01T00:00")


@pytest.mark.parametrize("text", ["", "yesterday", "2026-02-30T10:00", "2026-03-02T25:00"])
def test_a_word_that_is_no_moment_is_refused(text: str):
    with pytest.raises(BadInput) as refused:
        moment(text)
    assert (refused.value.code, refused.value.params) == ("bad_moment", {"text": text})


@pytest.mark.parametrize(
    ("ask", "year"),
    [
        (lambda: WEEK.is_working(date(2028, 1, 1)), 2028),
        (lambda: working_days_term(date(2027, 12, 30), 2, calendar=WEEK), 2028),
        (lambda: working_days_term(date(2040, 5, 1), 2, calendar=WEEK), 2040),
        (lambda: working_days_term(date(2020, 5, 1), 2, calendar=WEEK), 2020),
        (lambda: months_term(date(2027, 6, 1), 12, calendar=WEEK), 2028),
        (lambda: months_term(date(2027, 6, 1), 100_000, calendar=WEEK), 10360),
        (lambda: day_before_event(date(2026, 1, 2), 2, calendar=WEEK), 2025),
        (lambda: working_days_between(date(2027, 1, 1), date(2029, 1, 1), calendar=WEEK), 2028),
        (lambda: received_on(moment("2027-12-31T19:00"), evening_hour=18, calendar=WEEK), 2028),
    ],
)
def test_a_year_without_a_list_is_a_gap_never_a_guess(ask, year: int):
    with pytest.raises(LawGap) as gap:
        ask()
    assert (gap.value.code, gap.value.params) == ("no_days_off", {"year": year})


def test_a_gap_between_two_known_years_is_not_jumped_over():
    calendar = Calendar({}, years=[2025, 2027])
    with pytest.raises(LawGap) as gap:
        working_days_term(date(2025, 12, 30), 2, calendar=calendar)
    assert gap.value.params == {"year": 2026}


@pytest.mark.parametrize("number", [0, -1])
def test_a_term_of_nothing_is_refused(number: int):
    for reckon in (working_days_term, months_term, day_before_event):
        with pytest.raises(BadInput) as refused:
            reckon(date(2026, 3, 2), number, calendar=WEEK)
        assert refused.value.params == {"n": number}


def test_why_a_day_is_off():
    holiday = DayOff(date(2026, 3, 9), NAMES, "act")
    guess = DayOff(date(2026, 3, 14), NAMES, "moon", estimated=True)
    calendar = Calendar(
        {holiday.on: holiday, guess.on: guess},
        working_weekends={date(2026, 3, 15): "act"},
        years=YEARS,
    )
    assert [calendar.why_off(date(2026, 3, day)) for day in (8, 9, 10, 14, 15)] == [
        "weekend",
        holiday,
        None,
        "weekend",  # certain, unlike the estimated holiday on the same Saturday
        None,
    ]


def test_an_explanation_is_plain_data():
    holiday = DayOff(date(2026, 3, 9), NAMES, "act", estimated=True)
    calendar = Calendar(
        {holiday.on: holiday}, years=YEARS, provisional=[2026], basis={"start": "civil.208"}
    )
    assert working_days_term(date(2026, 3, 6), 1, calendar=calendar).as_data() == {
        "start": "2026-03-06",
        "last_day": "2026-03-10",
        "because": [
            {"kind": "start", "on": "2026-03-06", "basis": "civil.208"},
            {"kind": "rule", "n": 1, "unit": "wd", "provisional_years": [2026]},
            {"kind": "skipped", "on": "2026-03-07", "why": "weekend"},
            {"kind": "skipped", "on": "2026-03-08", "why": "weekend"},
            {
                "kind": "skipped",
                "on": "2026-03-09",
                "why": "day_off",
                "names": NAMES,
                "source": "act",
                "estimated": True,
            },
        ],
    }


def test_a_term_may_be_a_key():
    assert len({working_days_term(date(2026, 3, 6), 1, calendar=WEEK) for _ in range(2)}) == 1

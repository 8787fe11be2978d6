"""The judge is pure and total: whatever the entries, in whatever order, there is a status."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as some

from makul.core.calendar import Calendar
from makul.core.procedure import (
    Breach,
    ByAll,
    Clock,
    Done,
    Due,
    Either,
    Entry,
    Facts,
    Has,
    Latest,
    Length,
    May,
    Named,
    Over,
    Own,
    Procedure,
    Silence,
    Step,
    Takes,
    status,
)

# A small procedure of another kind: a desk asks every body, the bodies answer, the desk reports.
ASKED = Procedure(
    key="inquiry",
    edition="test",
    roles=("desk", "body"),
    steps=(
        Step("asked", ("desk",), to=("body",), duty="duty.desk"),
        Step(
            "answered",
            ("body",),
            (Clock(Own("asked"), "answer"),),
            each=True,
            silence=Silence("goes_on"),
            right="right.body",
            repeats=True,
        ),
        Step(
            "reported",
            ("desk",),
            (Clock(Over("answered"), "report"),),
            when=Has("remarks"),
            duty="duty.report",
            gate=True,
            closes={"*": "reported"},
        ),
        Step("praised", ("body",), (Clock(Done("reported")),), after_close=True),
    ),
    terms={"answer": Length(3, 2), "report": Length(2, 1)},
    evening_hour=18,
    silent_steps=("answered",),
    reaches="asked",
)
WEEK = Calendar({}, years=range(2026, 2028))
PARTIES = {"desk": "desk", "one": "body", "two": "body"}
MONDAY = datetime(2026, 3, 2, 10, tzinfo=UTC).replace(tzinfo=None)


def facts(*entries: Entry, remarks: int = 1) -> Facts:
    return Facts("ordinary", "law", PARTIES, entries, remarks)


def judged(*entries: Entry, days: int = 0, remarks: int = 1):  # type: ignore[no-untyped-def]
    today = (MONDAY + timedelta(days=days)).date()
    return status(ASKED, facts(*entries, remarks=remarks), calendar=WEEK, today=today)


def asked(to: str | None, *, days: int = 0) -> Entry:
    return Entry("asked", "desk", MONDAY + timedelta(days=days), to)


def test_each_clock_runs_from_its_own_receipt() -> None:
    said = judged(asked("one"), asked("two", days=1), days=1)
    assert [(due.step, due.party, due.last_day) for due in said.due] == [
        ("answered", "one", date(2026, 3, 5)),
        ("answered", "two", date(2026, 3, 6)),
    ]


def test_an_entry_that_names_nobody_reaches_all() -> None:
    assert judged(asked(None)).due == judged(asked("one"), asked("two")).due


def test_silence_of_a_right_is_no_breach_and_the_case_goes_on() -> None:
    said = judged(asked(None), days=4)
    assert (said.silent, said.breaches, said.stage) == (("one", "two"), (), "reported")


def test_a_step_under_a_condition_that_fails_is_not_owed() -> None:
    said = judged(asked(None), days=10, remarks=0)
    assert (said.due, said.breaches) == ((), ())


def test_what_is_owed_and_not_done_stays_due_and_is_overdue() -> None:
    said = judged(asked(None), days=8)
    assert [(due.step, due.last_day) for due in said.due] == [("reported", date(2026, 3, 9))]
    assert said.breaches == (
        Breach("overdue", "reported", "desk", date(2026, 3, 9), "duty.report"),
    )


def test_a_gate_taken_too_early_names_what_it_cut_short_and_who_did_it() -> None:
    early = Entry("reported", "desk", MONDAY + timedelta(days=1))
    said = judged(asked("one"), early, days=1)
    assert [(b.kind, b.step, b.party, b.before, b.by) for b in said.breaches] == [
        ("skipped", "answered", "one", "reported", "desk"),
    ]
    assert (said.closed, said.outcome) == (True, "reported")


def test_after_the_close_only_what_is_foreseen_is_open() -> None:
    said = judged(asked(None), Entry("reported", "desk", MONDAY + timedelta(days=4)), days=5)
    assert said.may == (May("praised", "one"), May("praised", "two"))


def test_an_answer_may_be_replaced_until_its_last_day() -> None:
    answer = Entry("answered", "one", MONDAY + timedelta(days=1))
    assert May("answered", "one") in judged(asked(None), answer, days=3).may
    assert May("answered", "one") not in judged(asked(None), answer, days=4).may


def test_what_was_entered_for_a_later_day_is_left_out() -> None:
    said = judged(asked(None), Entry("reported", "desk", MONDAY + timedelta(days=9)), days=1)
    assert (said.closed, [note.kind for note in said.notes]) == (False, ["to_come"])


def test_a_moment_with_a_zone_is_read_in_bishkek() -> None:
    evening = datetime(2026, 3, 2, 12, 1, tzinfo=UTC)  # 18:01 in Bishkek
    said = judged(Entry("asked", "desk", evening, "one"), days=1)
    assert said.due == (Due("answered", "one", date(2026, 3, 6), said.due[0].because),)


def test_entries_that_cannot_count_are_noted() -> None:
    at = MONDAY
    strange = [
        Entry("danced", "desk", at),
        Entry("asked", "stranger", at),
        Entry("asked", "one", at),
        Entry("asked", "desk", at, "desk"),
    ]
    assert sorted(note.kind for note in judged(*strange).notes) == [
        "no_standing",
        "unknown_party",
        "unknown_step",
        "unknown_to",
    ]


def test_the_short_track_has_its_own_terms() -> None:
    short = replace(facts(asked("one")), track="short")
    said = status(ASKED, short, calendar=WEEK, today=MONDAY.date())
    assert [due.last_day for due in said.due] == [date(2026, 3, 4)]


moments = some.datetimes(
    min_value=datetime.fromisoformat("2026-03-01"), max_value=datetime.fromisoformat("2026-04-30")
)
entries = some.lists(
    some.builds(
        Entry,
        step=some.sampled_from(["asked", "answered", "reported", "praised", "danced", ""]),
        party=some.sampled_from(["desk", "one", "two", "stranger"]),
        at=moments,
        to=some.sampled_from([None, "one", "two", "desk", "stranger"]),
        value=some.sampled_from([None, "", "agreed"]),
    ),
    max_size=12,
)


@given(entries, some.integers(0, 60))
def test_any_list_of_entries_gives_a_status_that_is_plain_data(
    listed: list[Entry], days: int
) -> None:
    said = judged(*listed, days=days)
    assert json.loads(json.dumps(said.as_data()))["stage"] == said.stage


@given(entries.flatmap(lambda listed: some.tuples(some.just(listed), some.permutations(listed))))
def test_the_order_of_the_list_says_nothing(both: tuple[list[Entry], list[Entry]]) -> None:
    one, other = both
    assert judged(*one, days=60) == judged(*other, days=60)


@given(entries, some.integers(0, 59))
def test_entries_of_later_days_change_nothing_but_the_notes(listed: list[Entry], days: int) -> None:
    today = (MONDAY + timedelta(days=days)).date()
    before = [entry for entry in listed if entry.at.date() <= today]
    assert replace(judged(*listed, days=days), notes=()) == replace(
        judged(*before, days=days), notes=()
    )


@given(entries, some.integers(0, 30), some.integers(0, 30))
def test_what_is_on_record_as_overdue_or_skipped_is_never_undone_by_time_alone(
    listed: list[Entry], days: int, more: int
) -> None:
    today = MONDAY + timedelta(days=days)
    known = [entry for entry in listed if entry.at <= today]
    earlier, later = judged(*known, days=days), judged(*known, days=days + more)
    assert set(earlier.breaches) - set(later.breaches) == set()


# A summons: owed so many full working days before a day that is named, and anew where that day moves.
SUMMONS = Procedure(
    key="summons",
    edition="test",
    roles=("desk", "body"),
    steps=(
        Step("planned", ("desk",), duty="duty.plan"),
        Step("moved", ("desk",), (Clock(Done("planned")),), optional=True, repeats=True),
        Step(
            "summoned",
            ("desk",),
            (
                Clock(
                    Latest((Done("planned"), Done("moved", last=True))),
                    "summon",
                    before=Named("planned", moved="moved"),
                ),
            ),
            to=("body",),
            until=Done("met"),
            anew=True,
            duty="duty.summon",
        ),
        Step("met", ("desk",), (Clock(ByAll("summoned")),), gate=True, closes={"*": "met"}),
    ),
    terms={"summon": Length(2, 1)},
)


def summoned(*entries: Entry, days: int = 0):  # type: ignore[no-untyped-def]
    today = (MONDAY + timedelta(days=days)).date()
    return status(SUMMONS, facts(*entries), calendar=WEEK, today=today)


def planned(day: int, *, step: str = "planned", hours: int = 0) -> Entry:
    return Entry(step, "desk", MONDAY + timedelta(hours=hours), None, f"2026-03-{day:02}")


def test_a_term_is_counted_back_from_the_day_named_last() -> None:
    assert [d.last_day for d in summoned(planned(13)).due] == [date(2026, 3, 10)]
    both = (planned(13), planned(20, step="moved", hours=1))
    assert [d.last_day for d in summoned(*both).due] == [date(2026, 3, 17)]


def test_a_gate_that_waits_for_all_is_not_opened_by_a_term_that_ended() -> None:
    met = Entry("met", "desk", MONDAY + timedelta(days=11))
    one = Entry("summoned", "desk", MONDAY + timedelta(days=1), "one")
    said = summoned(planned(13), one, met, days=11)
    assert [(b.kind, b.step, b.to) for b in said.breaches] == [("skipped", "summoned", ("two",))]
    two = Entry("summoned", "desk", MONDAY + timedelta(days=1), "two")
    assert summoned(planned(13), one, two, met, days=11).breaches == ()


def test_what_is_owed_anew_is_not_answered_by_what_was_done_earlier_that_day() -> None:
    early = Entry("summoned", "desk", MONDAY + timedelta(hours=1), None)
    moved = planned(20, step="moved", hours=2)
    assert summoned(planned(13), early).due == ()
    assert [due.to for due in summoned(planned(13), early, moved).due] == [("one", "two")]
    again = Entry("summoned", "desk", MONDAY + timedelta(hours=3), None)
    assert summoned(planned(13), early, moved, again).due == ()


def test_a_day_that_cannot_be_read_is_said_so() -> None:
    said = summoned(Entry("planned", "desk", MONDAY, None, "soon"))
    assert [(d.last_day, d.because[0].kind) for d in said.due] == [(None, "not_named")]
    assert summoned(planned(13), Entry("moved", "desk", MONDAY, None, "later")).due[0].last_day


def test_what_may_no_longer_be_done_is_neither_due_nor_the_stage() -> None:
    late = Procedure(
        key="late",
        edition="test",
        roles=("desk", "body"),
        steps=(
            Step("begun", ("desk",)),
            Step("told", ("desk",), (Clock(Done("begun"), "t"),), until=Done("met"), duty="d"),
            Step("met", ("desk",), (Clock(Done("begun")),)),
            Step("written", ("desk",), (Clock(Done("met"), "t"),), duty="d", closes={"*": "end"}),
        ),
        terms={"t": Length(2, 2)},
    )
    entries = [Entry("begun", "desk", MONDAY), Entry("met", "desk", MONDAY)]
    said = status(late, facts(*entries), calendar=WEEK, today=MONDAY.date())
    assert (said.stage, [due.step for due in said.due]) == ("written", ["written"])


@given(some.integers(1, 9), some.dates(date(2026, 1, 20), date(2027, 12, 20)))
def test_so_many_full_working_days_lie_between_the_last_day_and_the_day_named(
    days: int, event: date
) -> None:
    rules = SUMMONS.with_terms({"summon": Length(days, days)})
    entry = Entry("planned", "desk", datetime(2026, 1, 1, tzinfo=UTC), None, event.isoformat())
    said = status(rules, facts(entry), calendar=WEEK, today=date(2026, 1, 2))
    last_day = said.due[0].last_day
    assert last_day is not None
    between = [last_day + timedelta(days=n) for n in range(1, (event - last_day).days)]
    assert sum(WEEK.is_working(day) for day in between) == days
    assert WEEK.is_working(last_day + timedelta(days=1))  # a day later would be too late


def test_either_of_two_conditions_is_enough_and_none_is_not() -> None:
    def one(*roles: str) -> bool:
        step = Step("heard", ("desk",), when=Either((Takes("body"), Takes("guest"))))
        rules = replace(SUMMONS, roles=("desk", "body", "guest"), steps=(step,))
        parties = {role: role for role in ("desk", *roles)}
        said = status(rules, Facts("ordinary", "", parties, []), calendar=WEEK, today=MONDAY.date())
        return May("heard", "desk") in said.may

    assert (one(), one("body"), one("guest"), one("body", "guest")) == (False, True, True, True)

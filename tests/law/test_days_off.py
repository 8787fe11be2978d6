"""The lists of days off: worked cases a jurist can check, and a comparison with another list."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import holidays
import pytest
import yaml

from makul.core.calendar import (
    day_before_event,
    moment,
    months_term,
    received_on,
    working_days_term,
)
from makul.core.errors import LawGap
from makul.law.data import names_in, read_yaml
from makul.law.days_off import calendar
from makul.law.sources import source

CASES = Path(__file__).parent / "cases"
YEARS = range(2012, 2031)
# Ordinary days the library knows and the law of 2025 agrees on: 1-9 May and 1-7 January.
FIXED_2026 = [(1, day) for day in range(1, 8)] + [(5, day) for day in range(1, 10)]
FIXED_2026 += [(3, 8), (3, 21), (8, 31)]


def cases(name: str) -> list[Any]:
    """The cases of a file, each under the sentence that it shows."""
    rows = yaml.safe_load((CASES / f"{name}.yaml").read_text(encoding="utf-8"))
    return [pytest.param(row, id=row["case"]) for row in rows]


@pytest.mark.parametrize("case", cases("terms"))
def test_worked_terms(case: Mapping[str, Any]):
    number, unit = case["term"].split()
    reckon = {"wd": working_days_term, "mo": months_term}[unit]
    term = reckon(case["event"], int(number), calendar=calendar())
    named = [
        reason for reason in term.because if reason.kind == "skipped" and "names" in reason.params
    ]
    rule = term.because[1]
    found = {
        "last_day": term.last_day,
        "skipped": [reason.on for reason in named],
        "estimated": [reason.on for reason in named if reason.params["estimated"]],
        "provisional": list(rule.params.get("provisional_years", ())),
        "month_end": next((r.on for r in term.because if r.kind == "month_end"), None),
        "moved": term.because[-1].kind == "moved",
    }
    nothing = {"skipped": [], "estimated": [], "provisional": [], "month_end": None, "moved": False}
    assert found == nothing | {key: case[key] for key in found if key in case}


@pytest.mark.parametrize("case", cases("receipts"))
def test_worked_receipts(case: Mapping[str, Any]):
    day, reason = received_on(moment(case["delivered"]), evening_hour=18, calendar=calendar())
    assert (day, reason is not None) == (case["received"], case.get("moved", False))


@pytest.mark.parametrize("case", cases("backward"))
def test_worked_terms_backward(case: Mapping[str, Any]):
    found = day_before_event(case["event"], case["days"], calendar=calendar())
    assert found == case["last_day"]


@pytest.mark.parametrize("year", YEARS)
def test_the_days_off_are_those_of_the_holidays_library(year: int):
    """No differences: both read article 66 and the same yearly decisions.

    The facts of the law name 1-6 January also for 2025, but the Code came into force later that
    month, so for that January both lists follow the yearly decision. From 2027 on the library
    estimates the lunar days as we do, and says so in their names as we do in `estimated`.
    """
    other = holidays.country_holidays("KG", years=year)
    ours = {day.on: day for day in calendar().days_off.values() if day.on.year == year}
    guessed = {on for on, name in other.items() if "болжолдуу" in name and ";" not in name}
    assert set(ours) == set(other)
    assert {on for on, day in ours.items() if day.estimated} == guessed


def test_the_weekends_worked_are_those_of_the_holidays_library():
    other = holidays.country_holidays("KG", years=YEARS).weekend_workdays
    ours = calendar().working_weekends
    assert set(ours) == {day for day in other if day.year in YEARS}
    assert all(day.weekday() >= 5 for day in ours)


def test_2026_is_article_66_and_the_two_lunar_days():
    off = {(day.month, day.day) for day in calendar().days_off if day.year == 2026}
    assert off == {*FIXED_2026, (3, 20), (5, 27)}


@pytest.mark.parametrize("year", range(2025, 2031))
def test_working_holidays_are_worked_unless_they_fall_on_a_weekend(year: int):
    listed = [row["day"] for row in read_yaml("days_off", f"{year}.yaml")["working_holidays"]]
    assert listed == [date(year, 2, 23), date(year, 4, 7), date(year, 11, 7), date(year, 11, 8)]
    assert all(calendar().is_working(day) == (day.weekday() < 5) for day in listed)


def test_every_day_has_its_names_and_a_known_source():
    for day in calendar().days_off.values():
        assert all(day.names[language].strip() for language in ("ky", "ru", "en"))
        assert source(day.source).title("ky")
    assert {source(key).key for key in calendar().basis.values()} == set(calendar().basis.values())


def test_every_weekend_worked_pays_for_a_day_moved_and_cites_the_same_decision():
    rows = [
        row
        for name in names_in("days_off")
        if name[0].isdigit()
        for row in read_yaml("days_off", name)["days_off"]
    ]
    moved = {row["moved_from"]: row["source"] for row in rows if "moved_from" in row}
    weekends = {day: key for day, key in moved.items() if day.weekday() >= 5}
    assert calendar().working_weekends == weekends


def test_only_years_yet_to_be_decided_are_provisional():
    assert sorted(calendar().provisional) == [2027, 2028, 2029, 2030]
    assert sorted(calendar().years) == list(YEARS)


@pytest.mark.parametrize(("event", "year"), [(date(2030, 12, 31), 2031), (date(2011, 6, 1), 2011)])
def test_outside_the_lists_the_law_has_a_gap(event: date, year: int):
    with pytest.raises(LawGap) as gap:
        working_days_term(event, 1, calendar=calendar())
    assert gap.value.params == {"year": year}


def test_the_list_taken_is_the_one_handed_over(shared: Path):
    """Day for day the table of days off that the lists were made from."""
    import csv

    with (shared / "data/calendar/kg_public_holidays_2012_2030.csv").open(encoding="utf-8") as file:
        table = {row["date"] for row in csv.DictReader(file) if row["category"] == "public"}
    assert {day.isoformat() for day in calendar().days_off} == table

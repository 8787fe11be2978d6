"""The days off of the country, one reviewed file a year, as one calendar."""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from typing import Any

from makul.core.calendar import Calendar, DayOff
from makul.law.data import names_in, read_yaml
from makul.law.sources import LANGUAGES

# The rule behind each kind of reason; the keys are explained by `law.sources`.
COUNTING = {
    "start": "civil.208",
    "rule_wd": "proposed",  # the Civil Code has no working day as a unit: the Order, art. 6
    "rule_cd": "civil.208",
    "rule_mo": "civil.209.3",
    "month_end": "civil.209.3",
    "moved": "civil.209.5",
    "rule_before": "proposed",
    "evening": "proposed",
}


@cache
def calendar() -> Calendar:
    """Every year whose list lies in this folder, as one calendar.

    Years with `status: by_law` hold the fixed days of the law, estimated lunar days, and no yearly
    decision yet: terms that run through them name them as provisional.
    Source: Labour Code art. 66 and the yearly decisions, cited day by day in the files.

    >>> calendar().is_working(date(2026, 2, 23)), calendar().is_working(date(2026, 5, 8))
    (True, False)
    """
    lists = [read_yaml("days_off", name) for name in names_in("days_off") if name[0].isdigit()]
    return Calendar(
        {day.on: day for one in lists for day in _days_off(one)},
        working_weekends={row["day"]: row["source"] for one in lists for row in _worked(one)},
        years=[one["year"] for one in lists],
        provisional=[one["year"] for one in lists if one["status"] == "by_law"],
        basis=COUNTING,
    )


def _worked(one: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The weekend days worked in a year."""
    return one["working_weekends"] or []


def _days_off(one: Mapping[str, Any]) -> Iterator[DayOff]:
    """The days off of a year; two holidays on one day become one day off with both names."""
    rows: dict[date, list[dict[str, Any]]] = {}
    for row in one["days_off"]:
        rows.setdefault(row["day"], []).append(row)
    for on, same_day in rows.items():
        named = [_names(row) for row in same_day]
        # A day that the law itself gives off is certain, whatever else may fall on it.
        certain = [row for row in same_day if not row.get("estimated")]
        yield DayOff(
            on,
            {tongue: "; ".join(names[tongue] for names in named) for tongue in LANGUAGES},
            (certain or same_day)[0]["source"],
            estimated=not certain,
        )


def _names(row: Mapping[str, Any]) -> Mapping[str, str]:
    """What a row of the list is called in each language."""
    known = _holidays()
    if "moved_from" in row:
        day = f"{row['moved_from']:%d.%m.%Y}"
        return {tongue: text.format(date=day) for tongue, text in known["moved"].items()}
    if "in_lieu_of" in row:
        name = known[row["in_lieu_of"]]
        return {tongue: text.format(name=name[tongue]) for tongue, text in known["in_lieu"].items()}
    return known[row["holiday"]]


@cache
def _holidays() -> Mapping[str, Mapping[str, str]]:
    """The names of the holidays, kept in one place."""
    names: dict[str, dict[str, str]] = read_yaml("days_off", "holidays.yaml")
    return names

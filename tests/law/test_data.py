"""The reader of the law's YAML files."""

from datetime import date

import pytest

from makul.law.data import names_in, read_yaml


def test_dates_are_read_as_dates():
    assert read_yaml("days_off", "2026.yaml")["days_off"][0]["day"] == date(2026, 1, 1)


def test_only_yaml_files_are_named():
    assert names_in("parameters") == ["counting.yaml"]


@pytest.mark.parametrize("name", [name for name in names_in("days_off") if name[0].isdigit()])
def test_a_list_of_days_off_is_of_its_year_and_in_order(name: str):
    one = read_yaml("days_off", name)
    days = [row["day"] for row in one["days_off"]]
    assert name == f"{one['year']}.yaml"
    assert one["status"] in ("published", "by_law")
    assert days == sorted(days)
    assert {day.year for day in days} == {one["year"]}


def test_every_holiday_of_the_lists_has_its_name():
    names = read_yaml("days_off", "holidays.yaml")
    lists = [read_yaml("days_off", name) for name in names_in("days_off") if name[0].isdigit()]
    rows = [row for one in lists for row in (*one["days_off"], *one.get("working_holidays", ()))]
    used = {row.get("holiday") or row.get("in_lieu_of") for row in rows} - {None}
    assert used | {"moved", "in_lieu"} == set(names)

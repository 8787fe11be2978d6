"""What is assumed of a procedure can be played, and the words for it stand in three languages."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any
from xml.etree import ElementTree

import pytest

from makul.core.simulation import Settings, check_settings, play
from makul.core.simulation.report import report
from makul.law.data import names_in, read_yaml
from makul.law.days_off import calendar
from makul.law.procedures import KEYS, procedure
from makul.law.simulation import assumptions
from makul.law.simulation.picture import picture
from makul.law.simulation.table import busiest, in_text, lines, not_kept
from makul.law.sources import LANGUAGES

ASSUMED = [name.removesuffix(".yaml") for name in names_in("simulation") if name != "words.yaml"]


def test_a_procedure_not_spoken_of_is_played_by_plain_habits() -> None:
    assert assumptions("something_new") == Settings()


@pytest.mark.parametrize("key", ASSUMED)
def test_what_is_assumed_belongs_to_the_procedure(key: str) -> None:
    rules, settings = procedure(key), assumptions(key)
    check_settings(settings)
    assert settings.many in rules.roles
    assert {*settings.offices} == {*rules.roles} - {settings.many}
    for step, habit in settings.habits.items():
        assert set(habit.values) <= set(rules.step(step).values)
        assert {rules.step(other).instead_of for other in habit.instead} <= {step}
        assert habit.after is None or rules.step(habit.after).by == (settings.many,)
    spoken = {*settings.habits, *(k for one in settings.habits.values() for k in one.instead)}
    left = {step.key for step in rules.steps} - spoken
    assert left <= {"submitted", "position", "settled", "lapsed"}  # first, the bodies', not played


@pytest.mark.parametrize("key", KEYS)
def test_every_procedure_can_be_played(key: str) -> None:
    rules = procedure(key)
    settings = replace(assumptions(key), drafts_per_year=4)
    settings = replace(settings, bodies=replace(settings.bodies, parties=5))
    found = report(play(rules, settings, calendar=calendar()))
    assert found["drafts"]["submitted"] == 4
    assert (settings.many in rules.roles) == (found["bodies"]["asks"] > 0)
    for language in LANGUAGES:
        assert in_text([found], heads=["x"], language=language)
        assert drawn([found], language)


def test_every_word_stands_in_every_language_with_the_same_places() -> None:
    for key, said in read_yaml("simulation", "words.yaml").items():
        assert list(said) and {*said} == {*LANGUAGES}, key
        places = {frozenset(re.findall(r"\{\w+\}", text)) for text in said.values()}
        assert len(places) == 1, key


@pytest.fixture(scope="module")
def two() -> list[dict[str, Any]]:
    settings = replace(assumptions("npa"), drafts_per_year=15)
    settings = replace(settings, bodies=replace(settings.bodies, parties=12))
    sets = ({}, {"position": {"ordinary": 25}})
    return [
        report(play(procedure("npa", terms=terms), settings, calendar=calendar())) for terms in sets
    ]


def drawn(reports: list[dict[str, Any]], language: str) -> str:
    heads = [f"set <{n}>" for n in range(len(reports))]
    return picture(reports, title="A & B", heads=heads, note="note", language=language)


def test_two_sets_stand_in_two_columns(two: list[dict[str, Any]]) -> None:
    cells = {len(cells) for _, cells in lines(two, language="en") if cells}
    assert cells == {2}
    text = in_text(two, heads=["edition", "others"], language="en")
    assert text.startswith("[1] edition\n[2] others\n")
    rows = [row for row in text.splitlines() if row.startswith("  drafts submitted")]
    assert rows[0].split()[-2:] == ["15", "15"]
    assert len({len(row) for row in text.splitlines() if row.startswith("  ")}) == 1


def test_letters_to_the_many_do_not_hide_the_other_duties(two: list[dict[str, Any]]) -> None:
    steps = [row for row in two[0]["lateness"] if row["role"] == "facilitator" and row["duty"]]
    whole = sum(row["owed"] for row in steps if not row["letters"])
    found = {(role, duty): owed for role, duty, _, owed in not_kept(two[0])}
    assert found["facilitator", True] == whole > 0


def test_the_busiest_office_of_a_role_is_shown(two: list[dict[str, Any]]) -> None:
    hours = [desk["hours"] for desk in two[0]["desks"] if desk["role"] == "initiator"]
    assert len(hours) == 20
    assert busiest(two[0], "initiator")["hours"] == max(hours)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_picture_is_whole_and_keeps_within_its_width(
    two: list[dict[str, Any]], language: str
) -> None:
    root = ElementTree.fromstring(drawn(two, language))  # noqa: S314 - drawn here
    wide = float(root.attrib["width"])
    assert root.attrib["viewBox"] == f"0 0 {root.attrib['width']} {root.attrib['height']}"
    assert "style" not in {name for one in root.iter() for name in one.attrib}
    assert [one.text for one in root.findall("{*}text")][:2] == ["A & B", "note"]
    for one in (text for column in root.findall("{*}g") for text in column.iter("{*}text")):
        size, start = float(one.attrib["font-size"]), float(one.attrib["x"])
        room = {"start": wide / 2 - 20 - start, "end": start + 10, "middle": 2 * start + 20}
        assert len(one.text or "") * size * 0.52 <= room[one.attrib["text-anchor"]], one.text
    for one in root.iter():
        if one.tag.endswith("rect"):
            assert float(one.attrib["width"]) >= 0
            assert float(one.attrib["height"]) >= 0


def test_the_same_scale_serves_both_sets(two: list[dict[str, Any]]) -> None:
    root = ElementTree.fromstring(drawn(two, "en"))  # noqa: S314 - drawn here
    columns: dict[str, list[str]] = {}
    for group in root.findall("{*}g"):
        place = group.attrib["transform"].split("(")[1].split()[0]
        for one in group.iter():
            if one.tag.endswith("text") and (one.text or "").replace(" ", "").isdigit():
                columns.setdefault(place, []).append(str(one.text))
    left, right = columns.values()
    assert left == right

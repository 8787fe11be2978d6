"""The order of the special protocol, held to law cases a jurist can read (tests/law/cases/special_protocol)."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from makul.core.procedure import Breach, Deemed, Due, Entry, Facts, Status, status
from makul.core.proof import faults_of
from makul.law.days_off import calendar
from makul.law.order import order, print_item
from makul.law.procedures import procedure
from makul.law.procedures.words import names
from makul.law.sources import LANGUAGES, source

RULES = procedure("special_protocol")
ORDER = order(procedure="special_protocol")
FOLDER = Path(__file__).parents[1] / "cases" / "special_protocol"
CASES = yaml.safe_load((FOLDER / "ways.yaml").read_text())
PARTIES = {
    "committee": "committee",
    "union": "association",
    "minfin": "government",
    "desk": "facilitator",
}
IN_TIME = (
    "10-01 10:00 committee budget_opened",
    "10-05 10:00 union items_tabled",
    "10-06 10:00 minfin items_tabled",
    "10-09 10:00 union items_answered",
    "10-12 10:00 minfin items_answered",
    "10-14 10:00 committee conciliation_sat",
    "10-15 10:00 union mandate_given = granted",
    "10-16 10:00 committee special_drawn",
    "10-19 10:00 union special_signed",
    "10-19 11:00 minfin special_signed",
    "10-19 12:00 committee special_signed",
    "10-20 10:00 committee special_attached",
)
PLACE = re.compile(r"\{(\w+):(\w+)\}")


def entry(text: str) -> Entry:
    """An entry from `10-15 10:00 union mandate_given = granted`."""
    found = re.fullmatch(r"([\d-]+) (\d\d:\d\d) (\S+) (\S+)(?: = (\S+))?", text)
    assert found, text
    day, hour, party, step, value = found.groups()
    at = datetime.combine(date.fromisoformat(f"2026-{day}"), time.fromisoformat(hour))
    return Entry(step, party, at, None, value)


def lines_of(case: dict[str, Any]) -> list[str]:
    """What happened in a case: all in time up to `after`, then what is given."""
    done = [number for number, text in enumerate(IN_TIME) if text.split()[3] == case.get("after")]
    return [*IN_TIME[: done[-1] + 1 if done else 0], *case.get("given", ())]


def judged(case: dict[str, Any]) -> Status:
    entries = [entry(text) for text in lines_of(case)]
    facts = Facts(track="ordinary", act_kind="", parties=PARTIES, entries=entries)
    return status(RULES, facts, calendar=calendar(), today=case["today"])


def line(one: Due | Deemed | Breach) -> str:
    if isinstance(one, Breach):
        return f"{one.kind} {one.step} {one.party} {one.last_day or '-'}"
    return f"{one.step} {one.party} {one.on if isinstance(one, Deemed) else one.last_day}"


def found_in(said: Status) -> dict[str, Any]:
    return {
        "stage": said.stage,
        "closed": said.closed,
        "outcome": said.outcome,
        "without": [line(one) for one in said.without],
        "breaches": [line(one) for one in said.breaches if one.duty],
        "recorded": [line(one) for one in (*said.breaches, *said.recorded)],
        "information": [f"{key} {said.information_last_day}" for key in said.information],
        "skipped": any(one.kind == "skipped" for one in said.breaches),
    }


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_law_case(case: dict[str, Any]) -> None:
    said = judged(case)
    found = found_in(said)
    asked = [key for key in found if key in case]
    assert {key: found[key] for key in asked} == {key: case[key] for key in asked}
    may = {f"{one.step} {one.party}" for one in said.may}
    assert set(case.get("may", ())) - may == set()
    assert set(case.get("may_not", ())) & may == set()
    assert set(case.get("due", ())) - {line(one) for one in said.due} == set()


def test_it_is_rightly_put_together() -> None:
    assert list(faults_of(RULES)) == []


@settings(max_examples=60, deadline=None)
@given(day=st.dates(date(2024, 9, 1), date(2027, 11, 30)))
def test_its_terms_run_through_beside_the_days_of_the_committees(day: date) -> None:
    """Silent all along, the protocol is owed to the dossier at most nine days after the frame."""
    at = datetime.combine(day, time(10))
    facts = Facts(
        track="ordinary",
        act_kind="",
        parties=PARTIES,
        entries=[Entry("budget_opened", "committee", at)],
    )
    said = status(RULES, facts, calendar=calendar(), today=day)
    frame = said.information_last_day
    assert frame is not None
    assert day + timedelta(days=20) <= frame
    assert calendar().is_working(frame)
    later = status(RULES, facts, calendar=calendar(), today=day + timedelta(days=40))
    drawing = [one.last_day for one in later.due if one.step == "special_drawn"]
    assert drawing and all(one and one <= frame + timedelta(days=9) for one in drawing)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_step_and_ending_is_said(language: str) -> None:
    for item in ORDER.items:
        text = print_item(item, language=language, terms=ORDER.terms)
        assert text and not re.search(r"[{}\[\]]|  ", text)
    for step in RULES.steps:
        assert names("step")[step.key][language]
    for outcome in {name for step in RULES.steps for name in step.closes.values()}:
        assert names("outcome")[outcome][language]


def test_every_term_and_step_stands_in_a_sentence() -> None:
    for item in ORDER.items:
        forms = {code: sorted(PLACE.findall(item.texts[code])) for code in LANGUAGES}
        assert {k for _, k in forms["ru"]} == {k for _, k in forms["ky"]}
        assert {k for _, k in forms["ru"]} == {k for _, k in forms["en"]}
    used = {key for item in ORDER.items for _, key in PLACE.findall(item.texts["en"])}
    assert used == set(ORDER.terms)
    assert {step for item in ORDER.items for step in item.steps} == {s.key for s in RULES.steps}
    for step in RULES.steps:
        for key in (step.duty, step.right, step.consequence):
            assert key is None or ORDER.item(key)


def test_only_two_sentences_are_law_in_force() -> None:
    cited = {item.key: item.basis for item in ORDER.items if item.basis != "proposed"}
    assert cited == {"special.finance": "const.111", "special.frame": "budget.96"}
    assert not source("budget.96").is_proposed

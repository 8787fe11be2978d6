"""The order of municipal expertise, held to law cases that a jurist can read (tests/law/cases/expertise)."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import pytest
import yaml

from makul.core.procedure import Breach, Deemed, Due, Entry, Facts, Status, status
from makul.core.proof import Setting, faults_of, owing_roles, search
from makul.law.days_off import calendar
from makul.law.order import order, print_item
from makul.law.procedures import procedure
from makul.law.procedures.words import names
from makul.law.sources import LANGUAGES

RULES = procedure("expertise")
ORDER = order(procedure="expertise")
CASES = yaml.safe_load(
    (Path(__file__).parents[1] / "cases" / "expertise" / "ways.yaml").read_text()
)
PARTIES = {
    "committee": "committee",
    "union": "association",
    "desk": "facilitator",
    "ex-1": "lead",
    "minfin": "initiator",
}
ENDINGS = {outcome for step in RULES.steps for outcome in step.closes.values()}
PLACE = re.compile(r"\{(\w+):(\w+)\}")


def entry(line: str) -> Entry:
    """An entry from `03-04 10:00 desk appointed = value > to`."""
    found = re.fullmatch(r"([\d-]+) (\d\d:\d\d) (\S+) (\S+)(?: = (\S+))?(?: > (\S+))?", line)
    assert found, line
    day, hour, party, step, value, to = found.groups()
    at = datetime.combine(date.fromisoformat(f"2026-{day}"), time.fromisoformat(hour))
    return Entry(step, party, at, to, value)


def judged(case: dict[str, Any]) -> Status:
    parties = {**PARTIES, **case.get("parties", {})}
    facts = Facts(
        track=case.get("track", "ordinary"),
        act_kind="",
        parties={k: role for k, role in parties.items() if k not in case.get("leave", ())},
        entries=[entry(line) for line in case["given"]],
    )
    return status(RULES, facts, calendar=calendar(), today=case["today"])


def line(one: Due | Deemed | Breach) -> str:
    if isinstance(one, Breach):
        return f"{one.kind} {one.step} {one.party} {one.last_day or '-'}"
    return f"{one.step} {one.party} {one.on if isinstance(one, Deemed) else one.last_day}"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_law_case(case: dict[str, Any]) -> None:
    said = judged(case)
    found = {
        "stage": said.stage,
        "closed": said.closed,
        "outcome": said.outcome,
        "deemed": [line(one) for one in said.deemed],
        "without": [line(one) for one in said.without],
        "breaches": [line(one) for one in said.breaches],
        "recorded": [line(one) for one in (*said.breaches, *said.recorded)],
        "notes": [note.kind for note in said.notes],
    }
    assert {key: found[key] for key in found if key in case} == {
        key: case[key] for key in found if key in case
    }
    may = {f"{one.step} {one.party}" for one in said.may}
    assert set(case.get("may", ())) - may == set()
    assert set(case.get("may_not", ())) & may == set()
    assert set(case.get("due", ())) - {line(one) for one in said.due} == set()
    assert set(case.get("not_due", ())) & {one.step for one in said.due} == set()


def test_it_is_rightly_put_together_and_every_case_ends() -> None:
    assert list(faults_of(RULES)) == []
    found = search(RULES, Setting(owing_roles(RULES)))
    assert found.dead_ends == []
    assert found.outcomes == ENDINGS


def test_every_step_and_ending_has_its_words() -> None:
    assert {step.key for step in RULES.steps} - set(names("step")) == set()
    assert {v for step in RULES.steps for v in step.values} - set(names("value")) == set()
    assert ENDINGS - set(names("outcome")) == set()
    assert set(RULES.roles) - set(names("role")) == set()


def test_each_step_stands_in_the_order_and_each_sentence_too() -> None:
    named = {key for s in RULES.steps for key in (s.duty, s.right, s.consequence) if key}
    assert {ORDER.item(key).key for key in named} == named
    assert {step.key for step in RULES.steps if not ORDER.items_of_step(step.key)} == set()
    stated = {step for item in ORDER.items for step in item.steps}
    assert stated - {step.key for step in RULES.steps} == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_prints_with_the_same_terms(language: str) -> None:
    texts = [print_item(item, language=language, terms=ORDER.terms) for item in ORDER.items]
    assert [text for text in texts if not text.strip() or re.search(r"[{}\[\]]|  ", text)] == []
    for item in ORDER.items:
        own = sorted(key for _, key in PLACE.findall(item.texts[language]))
        assert own == sorted(key for _, key in PLACE.findall(item.texts["en"])), item.key
    used = {key for item in ORDER.items for _, key in PLACE.findall(item.texts["en"])}
    assert used == set(ORDER.terms)


def test_only_what_is_certain_is_cited() -> None:
    assert {item.basis for item in ORDER.items} == {"proposed", "jk.75-iv", "const.114.4"}

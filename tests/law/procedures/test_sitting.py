"""The order of sittings, held to law cases that a jurist can read (tests/law/cases/sitting)."""

from __future__ import annotations

import json
import re
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as some

from makul.core.calendar import day_before_event
from makul.core.errors import MakulError
from makul.core.procedure import Breach, Deemed, Due, Entry, Facts, Status, status
from makul.core.proof import check
from makul.law.days_off import calendar
from makul.law.order import PLACE, order, print_item
from makul.law.procedures import procedure
from makul.law.sources import LANGUAGES

FOLDER = Path(__file__).parents[1] / "cases" / "sitting"
STARTS = yaml.safe_load((FOLDER / "starts.yaml").read_text())
CASES = [
    case
    for name in ("inviting", "minutes")
    for case in yaml.safe_load((FOLDER / f"{name}.yaml").read_text())
]
PARTIES = {"committee": "committee", "union": "association"}
RULES = procedure("sitting")


def entry(line: str) -> Entry:
    """An entry from `10-12 10:00 committee scheduled = 2026-10-28 > to`."""
    found = re.fullmatch(r"([\d-]+) (\d\d:\d\d) (\S+) (\S+)(?: = (\S+))?(?: > (\S+))?", line)
    assert found, line
    day, hour, party, step, value, to = found.groups()
    at = datetime.combine(date.fromisoformat(f"2026-{day}"), time.fromisoformat(hour))
    return Entry(step, party, at, to, value)


def judged(case: dict[str, Any]) -> Status:
    left_out = {name for name in case.get("without", ()) if " " not in name}
    parties = {k: v for k, v in {**PARTIES, **case.get("parties", {})}.items() if k not in left_out}
    lines = [
        one
        for one in [*STARTS.get(case.get("after"), ()), *case.get("given", ())]
        if not any(f"> {name}" in one for name in left_out)
    ]
    facts = Facts(
        case.get("track", "ordinary"),
        "",
        parties,
        [entry(one) for one in lines],
        binding=case.get("binding", True),
    )
    return status(RULES, facts, calendar=calendar(), today=case["today"])


def line(one: Due | Deemed | Breach) -> str:
    if isinstance(one, Breach):
        return f"{one.kind} {one.step} {one.party} {one.last_day or '-'}"
    return f"{one.step} {one.party} {one.on if isinstance(one, Deemed) else one.last_day}"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_law_case(case: dict[str, Any]) -> None:
    said = judged(case)
    whole = {
        "deemed": [line(one) for one in said.deemed],
        "breaches": [line(one) for one in said.breaches],
        "recorded": [line(one) for one in said.recorded],
        "not_notified": list(said.not_notified),
        "information": list(said.information),
        "notes": [note.kind for note in said.notes],
        "stage": said.stage,
        "closed": said.closed,
        "outcome": said.outcome,
    }
    assert {key: whole[key] for key in whole if key in case} == {
        key: case[key] for key in whole if key in case
    }
    assert {text for text in case.get("without", ()) if " " in text} <= {
        line(one) for one in said.without
    }
    may = {f"{one.step} {one.party}" for one in said.may}
    assert set(case.get("may", ())) - may == set()
    assert set(case.get("may_not", ())) & may == set()
    assert set(case.get("due", ())) - {line(one) for one in said.due} == set()
    assert set(case.get("not_due", ())) & {one.step for one in said.due} == set()


def test_the_procedure_is_sound_and_every_case_ends() -> None:
    report = check(RULES)
    assert (report.is_sound, report.faults, report.dead_ends) == (True, (), ())
    assert report.outcomes == (
        "cancelled",
        "minutes_approved",
        "minutes_deemed",
        "not_held",
        "without_minutes",
    )


def test_a_last_day_counted_back_explains_itself() -> None:
    said = judged({"given": ["10-12 10:00 committee scheduled = 2026-10-28"], "today": D(10, 12)})
    because = next(due.because for due in said.due if due.step == "invited")
    assert [(r.kind, r.on) for r in because] == [
        ("event", D(10, 28)),
        ("rule_before", None),
        ("skipped", D(10, 24)),
        ("skipped", D(10, 25)),
    ]
    assert (because[0].params["step"], because[1].params["n"]) == ("scheduled", 5)


def D(month: int, day: int) -> date:
    return date(2026, month, day)


@given(some.dates(D(2, 1), D(12, 20)), some.integers(0, 3), some.dates(D(2, 1), D(12, 20)))
def test_the_invitation_is_due_where_the_calendar_says_whenever_it_was_scheduled(
    first: date, moves: int, last: date
) -> None:
    """However often it is moved, the day named last decides, and nothing else does."""
    at = datetime.fromisoformat("2026-01-05T10:00")
    named = [first, *[date(2026, 6, 1)] * max(moves - 1, 0), *([last] if moves else [])]
    entries = [
        Entry(
            "postponed" if n else "scheduled", "committee", at.replace(hour=10 + n), None, str(day)
        )
        for n, day in enumerate(named)
    ]
    facts = Facts("ordinary", "", PARTIES, entries)
    said = status(RULES, facts, calendar=calendar(), today=D(1, 5))
    due = next(one for one in said.due if one.step == "invited")
    assert due.last_day == day_before_event(named[-1], 5, calendar=calendar())


@given(
    some.lists(
        some.builds(
            Entry,
            step=some.sampled_from([*(step.key for step in RULES.steps), "nonsense"]),
            party=some.sampled_from(["committee", "union", "second", "stranger"]),
            at=some.datetimes(
                datetime.fromisoformat("2026-01-01"), datetime.fromisoformat("2027-06-30")
            ),
            to=some.sampled_from([None, "union", "second", "stranger"]),
            value=some.sampled_from(
                [None, "touches", "2026-05-05", "2026-13-01", "0001-01-01", "9999-12-31"]
            ),
        ),
        max_size=25,
    ),
    some.dates(date(2010, 1, 1), date(9999, 12, 31)),
)
def test_any_case_gives_a_status(listed: list[Entry], today: date) -> None:
    facts = Facts("ordinary", "", {**PARTIES, "second": "association"}, listed)
    said = status(RULES, facts, calendar=calendar(), today=today)
    assert said.closed == (said.outcome is not None) == (said.stage == "closed")
    json.dumps(said.as_data())


def test_each_sentence_that_a_step_names_stands_in_the_order_and_each_step_is_stated() -> None:
    edition = order(procedure="sitting")
    named = {k for s in RULES.steps for k in (s.duty, s.right, s.consequence) if k}
    named |= {key for notice in RULES.notices for key in notice.items}
    assert {edition.item(key).key for key in named} == named
    assert {step for item in edition.items for step in item.steps} == set(RULES.by_key)


def test_each_term_is_used_and_each_sentence_is_printed_in_three_languages() -> None:
    edition = order(procedure="sitting")
    for language in LANGUAGES:
        used = {k for item in edition.items for _, k in PLACE.findall(item.texts[language])}
        assert used == set(edition.terms) == set(RULES.terms)
        texts = [print_item(i, language=language, terms=edition.terms) for i in edition.items]
        assert [text for text in texts if not text.strip() or re.search(r"[{}\[\]]|  ", text)] == []
        letters = "[Ѐ-ӿ]" if language == "en" else "[A-Za-z]"
        assert [text for text in texts if re.search(letters, text)] == []


def test_no_sentence_claims_a_law_in_force_but_the_code_on_terms() -> None:
    bases = {item.basis for item in order(procedure="sitting").items}
    assert bases == {"proposed", "civil.209.3"}


def test_an_edition_that_is_not_there_is_a_gap() -> None:
    with pytest.raises(MakulError, match="no_edition"):
        procedure("sitting", "2031")

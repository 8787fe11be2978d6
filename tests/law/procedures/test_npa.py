"""The table of the Model Order, held to law cases that a jurist can read (tests/law/cases/npa)."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml

from makul.core.procedure import Breach, Deemed, Due, Entry, Facts, Status, status
from makul.law.days_off import calendar
from makul.law.order import order
from makul.law.procedures import procedure
from makul.law.procedures.npa import STEPS

FOLDER = Path(__file__).parents[1] / "cases" / "npa"
STARTS = yaml.safe_load((FOLDER / "starts.yaml").read_text())
CASES = [
    case
    for path in sorted(FOLDER.glob("*.yaml"))
    if path.name != "starts.yaml"
    for case in yaml.safe_load(path.read_text())
]
PARTIES = {
    "minfin": "initiator",
    "union": "association",
    "ak-talaa": "lsg",
    "desk": "facilitator",
    "cabinet": "decider",
    "panel": "appeal_body",
}


def entry(line: str) -> Entry:
    """An entry from `03-04 10:00 desk notified = value > to`."""
    found = re.fullmatch(r"([\d-]+) (\d\d:\d\d) (\S+) (\S+)(?: = (\S+))?(?: > (\S+))?", line)
    assert found, line
    day, hour, party, step, value, to = found.groups()
    on = date.fromisoformat(day if len(day) > 5 else f"2026-{day}")
    at = time.max if hour == "24:00" else time.fromisoformat(hour)
    return Entry(step, party, datetime.combine(on, at), to, value)


def judged(case: dict[str, Any]) -> Status:
    """The status of a law case."""
    parties = {**PARTIES, **case.get("parties", {})}
    leave_out = [name for name in case.get("without", ()) if name in parties]
    lines = [*STARTS.get(case.get("after"), ()), *case.get("given", ())]
    facts = Facts(
        track=case.get("track", "ordinary"),
        act_kind=case.get("act_kind", "law"),
        parties={key: role for key, role in parties.items() if key not in leave_out},
        entries=[entry(line) for line in lines],
        remarks=case.get("remarks", 14),
        unsettled=case.get("unsettled", 2),
        binding=case.get("binding", True),
    )
    return status(procedure(), facts, calendar=calendar(), today=case["today"])


def line(one: Due | Deemed | Breach) -> str:
    """A line of the status as the law cases write it."""
    if isinstance(one, Breach):
        return f"{one.kind} {one.step} {one.party} {one.last_day or '-'}"
    return f"{one.step} {one.party} {one.on if isinstance(one, Deemed) else one.last_day}"


def expected_lists(case: dict[str, Any]) -> dict[str, list[str]]:
    """The lists that must be met whole."""
    keys = ["deemed", "breaches", "recorded", "silent", "not_notified", "information", "notes"]
    found = {key: case[key] for key in keys if key in case}
    went_on = [text for text in case.get("without", ()) if " " in text]
    return found | ({"without": went_on} if went_on else {})


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_law_case(case: dict[str, Any]) -> None:
    said = judged(case)
    lists = {
        "deemed": [line(one) for one in said.deemed],
        "without": [line(one) for one in said.without],
        "breaches": [line(one) for one in said.breaches],
        "recorded": [line(one) for one in said.recorded],
        "silent": list(said.silent),
        "not_notified": list(said.not_notified),
        "information": list(said.information),
        "notes": [note.kind for note in said.notes],
    }
    plain = {"stage": said.stage, "closed": said.closed, "outcome": said.outcome}
    expected = expected_lists(case)
    assert {key: lists[key] for key in expected} == expected
    assert {key: plain[key] for key in plain if key in case} == {
        key: case[key] for key in plain if key in case
    }
    may = {f"{one.step} {one.party}" for one in said.may}
    assert set(case.get("may", ())) - may == set()
    assert set(case.get("may_not", ())) & may == set()
    assert set(case.get("due", ())) - {line(one) for one in said.due} == set()
    assert set(case.get("not_due", ())) & {one.step for one in said.due} == set()
    if "court_until" in case:
        assert said.information_last_day == case["court_until"]


def test_every_question_has_its_case() -> None:
    asked = {int(number) for case in CASES for number in re.findall(r"^Q(\d+):", case["name"])}
    assert asked == set(range(1, 30))


def test_the_demonstration_has_the_last_days_reckoned_by_hand() -> None:
    """Section 1 of the demonstration gives each last day of its case (2026)."""
    parties = {**PARTIES, "late": "lsg"}
    lines = [
        "09-01 10:00 minfin submitted",
        "09-03 10:00 desk accepted",
        "09-03 10:00 desk screened = affects",
        "09-04 10:00 desk notified > ak-talaa",
        "09-04 10:00 desk notified > union",
        "10-02 10:00 union association_position",
        "10-15 10:00 minfin replied",
        "10-28 10:00 desk meeting",
        "11-02 10:00 desk protocol = disagreements",
        "11-05 10:00 minfin signed",
        "11-06 10:00 union signed",
    ]
    known = [
        (1, "2026-09-01", "accepted", "2026-09-03"),
        (3, "2026-09-03", "notified", "2026-09-04"),
        (5, "2026-09-04", "position", "2026-09-25"),
        (5, "2026-09-04", "association_position", "2026-10-02"),
        (6, "2026-10-02", "replied", "2026-10-16"),
        (7, "2026-10-15", "meeting", "2026-10-29"),
        (8, "2026-10-28", "protocol", "2026-11-02"),
        (9, "2026-11-02", "signed", "2026-11-09"),
        (11, "2026-11-06", "appealed", "2026-11-20"),
    ]
    for count, today, step, last_day in known:
        facts = Facts("ordinary", "law", parties, [entry(one) for one in lines[:count]], 9, 3)
        said = status(procedure(), facts, calendar=calendar(), today=date.fromisoformat(today))
        found = {one.last_day for one in said.due if one.step == step}
        assert found == {date.fromisoformat(last_day)}, step


def test_every_date_explains_itself() -> None:
    case = next(case for case in CASES if case["name"].startswith("Q25: delivered after 18:00"))
    due = next(one for one in judged(case).due if one.step == "position")
    assert [(r.kind, r.on) for r in due.because if r.kind in ("evening", "start", "rule")] == [
        ("evening", date(2026, 3, 4)),
        ("start", date(2026, 3, 5)),
        ("rule", None),
    ]


def test_each_term_of_the_table_stands_in_the_order_and_each_sentence_too() -> None:
    rules, edition = procedure(), order()
    used = {clock.term for step in STEPS for clock in step.clocks if clock.term}
    assert used - set(rules.terms) == set()
    named = {key for s in STEPS for key in (s.duty, s.right, s.consequence) if key}
    named |= {key for notice in rules.notices for key in notice.items}
    assert {edition.item(key).key for key in named} == named


def test_a_year_without_days_off_is_told_and_never_raised() -> None:
    far = date(2026, 3, 2) + timedelta(days=365 * 30)
    entries = [Entry("submitted", "minfin", datetime.combine(far, time(10)))]
    facts = Facts("ordinary", "law", PARTIES, entries)
    said = status(procedure(), facts, calendar=calendar(), today=far)
    assert said.as_data()["due"] == [
        {
            "step": step,
            "party": "desk",
            "last_day": None,
            "because": [{"kind": "law_gap", "year": year}],
        }
        for step, year in (("accepted", far.year), ("screened", far.year))
    ]

"""The printed terms are those the judge uses: in the text, the table, the drawing and the due dates."""

from __future__ import annotations

import re
from datetime import date

import pytest

from makul.core.calendar import moment
from makul.core.procedure import Entry, Facts, Length, Procedure, status
from makul.core.proof import Setting, measure, owing_roles
from makul.law.days_off import calendar
from makul.law.order import PLACE, TRACKS, Item, print_item
from makul.law.procedures import KEYS, procedure
from makul.law.procedures.diagram import sheets, svg
from makul.law.regulation import order_of, terms_of
from makul.law.regulation.lines import lines
from makul.law.regulation.trace import hold_of, places, steps_of, terms_run, unstated, without_clock
from makul.law.sources import LANGUAGES
from makul.law.term_table import table_of_terms

TERM_89 = re.compile(r"[> ]89 (?:раб|кал|мес)")
DIGITS = re.compile(r"\d+")
# Terms of an order that no step of the judge runs, and who counts them instead.
COUNTED_ELSEWHERE = {
    "npa": {
        "invite": "counted back from the meeting, when the invitations are written",
        "short_check": "inside the term of acceptance: the desk's own check",
        "publish_record": "the entry is public the moment it is made",
        "afterwards": "after an urgent adoption, outside the case that it closed",
        "successor": "looks at two cases, a withdrawn one and the next",
    },
}


def numbers_of_judge(rules: Procedure, item: Item, language: str, track: str) -> list[str]:
    """The digits that a sentence must show, with the terms that the judge reckons with."""

    def put(place: re.Match[str]) -> str:
        key = place[2]
        length = rules.terms.get(key)
        return str(length.on(track) if length else terms_of(rules)[key].on(track))

    return DIGITS.findall(PLACE.sub(put, item.texts[language]))


@pytest.mark.parametrize("track", TRACKS)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", KEYS)
def test_every_number_in_a_sentence_is_the_judges(key: str, language: str, track: str) -> None:
    rules = procedure(key)
    terms = terms_of(rules)
    wrong = [
        item.key
        for item in order_of(rules).items
        if DIGITS.findall(print_item(item, language=language, terms=terms, track=track))
        != numbers_of_judge(rules, item, language, track)
    ]
    assert wrong == []


@pytest.mark.parametrize("key", KEYS)
def test_every_step_with_a_term_is_stated_by_an_article(key: str) -> None:
    assert unstated(procedure(key)) == ()


@pytest.mark.parametrize("key", KEYS)
def test_every_term_printed_with_a_step_is_run_by_it_or_counted_elsewhere(key: str) -> None:
    rules = procedure(key)
    elsewhere = COUNTED_ELSEWHERE.get(key, {})
    assert set(without_clock(rules)) == set(elsewhere)
    stray = [
        (item.key, term)
        for item in order_of(rules).items
        if hold_of(rules, item)[0] == "step"
        for term in places(item)
        if term in rules.terms and term not in elsewhere
        if not any(term in terms_run(rules.step(step)) for step in steps_of(rules, item))
    ]
    assert stray == []


@pytest.mark.parametrize("key", KEYS)
def test_every_term_of_the_order_is_used_by_a_sentence_or_by_the_judge(key: str) -> None:
    rules = procedure(key)
    printed = {term for item in order_of(rules).items for term in places(item)}
    assert set(terms_of(rules)) - printed == set()


@pytest.mark.parametrize("key", KEYS)
def test_a_changed_term_shows_in_text_table_drawing_and_annex_and_nowhere_else(key: str) -> None:
    before = procedure(key)
    run = {term for step in before.steps for term in terms_run(step)}
    for term in sorted(run & set(order_of(before).terms)):
        after = before.with_terms({term: Length(89, 83, before.terms[term].unit)})
        changed = {
            item.key
            for item in order_of(before).items
            if print_item(item, language="ru", terms=terms_of(before))
            != print_item(item, language="ru", terms=terms_of(after))
        }
        assert changed == {item.key for item in order_of(before).items if term in places(item)}
        assert changed
        assert rows_with(after, "89") == [term]
        assert sum("89" in line.ordinary for line in lines(after, language="ru")) >= 1
        drawn = sum(clock.term == term for step in after.steps for clock in step.clocks)
        assert len(TERM_89.findall(svg(after, language="ru"))) == drawn
        parted = "".join(sheet.svg for sheet in sheets(after, language="ru"))
        assert len(TERM_89.findall(parted)) == drawn


def rows_with(rules: Procedure, number: str) -> list[str]:
    rows = table_of_terms(order_of(rules), language="ru", terms=terms_of(rules))
    return [row.key for row in rows if number in row.ordinary.split()]


def due_of_a_body(rules: Procedure) -> date | None:
    """The last day for the position of a body that was told on Thursday, 5 March 2026."""
    facts = Facts(
        track="ordinary",
        act_kind="law",
        parties={"minfin": "initiator", "union": "association", "ak": "lsg", "desk": "facilitator"},
        entries=[
            Entry("submitted", "minfin", moment("2026-03-02T10:00")),
            Entry("screened", "desk", moment("2026-03-03T10:00"), None, "affects"),
            Entry("notified", "desk", moment("2026-03-05T10:00"), "ak"),
        ],
    )
    said = status(rules, facts, calendar=calendar(), today=date(2026, 3, 6))
    return next(due.last_day for due in said.due if due.step == "position")


def longest_dispute(rules: Procedure) -> int:
    timely = Setting(owing_roles(rules), is_late=False)
    found = measure(rules, timely, goal=rules.goal, marks=("contested", "revised"))
    return found.ways[frozenset()]


def sentence_on_positions(rules: Procedure) -> str:
    item = order_of(rules).item("step.position.term")
    return print_item(item, language="ru", terms=terms_of(rules))


def test_one_number_changes_the_text_the_table_the_drawing_the_due_date_and_the_proof() -> None:
    """One number of the data, looked at in five places."""
    edition = procedure()
    longer = procedure(terms={"position": {"ordinary": 25}})
    assert [sentence_on_positions(rules) for rules in (edition, longer)] == [
        "Орган МСУ подаёт позицию в течение 15 рабочих дней со дня своего уведомления.",
        "Орган МСУ подаёт позицию в течение 25 рабочих дней со дня своего уведомления.",
    ]
    assert [rows_with(rules, "25") for rules in (edition, longer)] == [[], ["position"]]
    assert [">25 раб. дн.<" in svg(rules, language="ru") for rules in (edition, longer)] == [
        False,
        True,
    ]
    assert [due_of_a_body(rules) for rules in (edition, longer)] == [
        date(2026, 3, 27),
        date(2026, 4, 10),
    ]
    # The association's 20 days now end 5 days after the bodies' 25: ten more than before.
    assert [longest_dispute(rules) for rules in (edition, longer)] == [76, 86]

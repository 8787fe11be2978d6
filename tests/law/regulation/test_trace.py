"""Each sentence of an order has its place in the trace, once; and what holds it is true."""

from __future__ import annotations

import pytest

from makul.law.procedures import KEYS, procedure
from makul.law.regulation import order_of
from makul.law.regulation.trace import hold_of, steps_of, terms_run, trace


@pytest.mark.parametrize("key", KEYS)
def test_every_sentence_stands_in_the_trace_once(key: str) -> None:
    rules = procedure(key)
    traced = [item for one in trace(rules) for item in one.items]
    assert sorted(traced) == sorted(item.key for item in order_of(rules).items)


@pytest.mark.parametrize("key", KEYS)
def test_every_step_is_stated_by_an_article(key: str) -> None:
    rules = procedure(key)
    held = {step for one in trace(rules) for step in one.steps}
    assert held == {step.key for step in rules.steps}


@pytest.mark.parametrize("key", KEYS)
def test_duties_rights_and_consequences_are_held_by_their_step(key: str) -> None:
    rules = procedure(key)
    for step in rules.steps:
        for name in filter(None, (step.duty, step.right, step.consequence)):
            assert step.key in steps_of(rules, order_of(rules).item(name))


def test_points_go_with_their_part() -> None:
    found = [one for one in trace(procedure()) if one.article == 14]
    assert [(one.parts, one.steps, len(one.items)) for one in found] == [
        (("1", "2", "3"), ("submitted",), 9)
    ]


@pytest.mark.parametrize(
    ("item", "hold"),
    [
        ("def.draft", ("text", ())),
        ("term.evening", ("counting", ())),
        ("consequence.court.term", ("notice", ())),
        ("short.check", ("number", ())),
        ("step.appealed.waived", ("step", ("appealed", "waived"))),
        ("step.amended.what", ("step", ("amended", "amendment_position"))),
    ],
)
def test_what_holds_a_sentence(item: str, hold: tuple[str, tuple[str, ...]]) -> None:
    assert hold_of(procedure(), order_of(procedure()).item(item)) == hold


def test_both_terms_of_a_step_that_lapses() -> None:
    assert terms_run(procedure().step("lapsed")) == ("lapse_protocol", "lapse_decider")

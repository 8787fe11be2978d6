"""Every step, role and outcome of the Order has its words; what is not known keeps its key."""

from __future__ import annotations

from makul.cases.views.work.words import (
    OUTCOMES,
    ROLES,
    STEPS,
    outcome_words,
    role_words,
    step_name,
    step_task,
)
from makul.law.procedures import procedure


def test_nothing_of_the_order_is_without_words() -> None:
    order = procedure("npa")
    assert set(STEPS) == {step.key for step in order.steps}
    assert set(ROLES) == set(order.roles)
    assert set(OUTCOMES) == {end for step in order.steps for end in step.closes.values()}


def test_what_is_not_known_keeps_its_key() -> None:
    assert [step_name("x"), step_task("x"), outcome_words("x"), role_words("x")] == ["x"] * 4

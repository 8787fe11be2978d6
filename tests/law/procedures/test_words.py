"""Every step, role and outcome of the procedures has a name in three languages."""

from __future__ import annotations

import re

import pytest

from makul.core.errors import LawGap
from makul.law.procedures import procedure
from makul.law.procedures.words import name, names

GROUPS = ("role", "step", "outcome", "breach", "act_kind", "track")


def test_each_step_of_the_order_is_named() -> None:
    assert {step.key for step in procedure("npa", "2026-proposed").steps} - set(
        names("step")
    ) == set()


def test_each_role_and_each_outcome_of_the_order_is_named() -> None:
    npa = procedure("npa", "2026-proposed")
    outcomes = {outcome for step in npa.steps for outcome in step.closes.values()}
    assert (set(npa.roles), outcomes - set(names("outcome"))) == (set(names("role")), set())


@pytest.mark.parametrize("group", GROUPS)
def test_each_name_stands_in_three_languages_and_holds_no_foreign_letters(group: str) -> None:
    for key, words in names(group).items():
        assert set(words) == {"ky", "ru", "en"}, key
        assert not re.search("[A-Za-z]", words["ky"] + words["ru"]), key


def test_an_unknown_group_is_a_gap() -> None:
    with pytest.raises(LawGap, match="no_words"):
        name("colour", "red", language="ky")

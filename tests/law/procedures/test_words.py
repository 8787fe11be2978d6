"""Every step, role and outcome of the procedures has a name in three languages."""

from __future__ import annotations

import re

import pytest

from makul.core.errors import LawGap
from makul.law.procedures import KEYS, procedure
from makul.law.procedures.words import name, names

GROUPS = ("role", "step", "task", "entry", "value", "outcome", "breach", "act_kind", "track")


@pytest.mark.parametrize("key", KEYS)
def test_each_step_role_and_outcome_of_a_procedure_is_named(key: str) -> None:
    found = procedure(key)
    outcomes = {outcome for step in found.steps for outcome in step.closes.values()}
    assert {step.key for step in found.steps} - set(names("step")) == set()
    assert set(found.roles) - set(names("role")) == set()
    assert outcomes - set(names("outcome")) == set()


@pytest.mark.parametrize("group", GROUPS)
def test_each_name_stands_in_three_languages_and_holds_no_foreign_letters(group: str) -> None:
    for key, words in names(group).items():
        assert set(words) == {"ky", "ru", "en"}, key
        assert not re.search("[A-Za-z]", words["ky"] + words["ru"]), key


def test_an_unknown_group_is_a_gap() -> None:
    with pytest.raises(LawGap, match="no_words"):
        name("colour", "red", language="ky")

"""Every step, role and ending of the Order has its words; what is not known keeps its key."""

from __future__ import annotations

import pytest
from django.utils.translation import override

from makul.cases.views.work.words import TASKS, outcome_words, role_words, step_name, step_task
from makul.law.procedures import procedure
from makul.law.procedures.words import name


def test_nothing_of_the_order_is_without_words() -> None:
    assert set(TASKS) == {step.key for step in procedure("npa").steps}


@pytest.mark.parametrize("language", ["ky", "ru", "en"])
def test_names_are_those_of_the_law_in_the_language_of_the_page(language: str) -> None:
    with override(language):
        said = (step_name("notified"), outcome_words("adopted"), role_words("lsg"))
    law = (("step", "notified"), ("outcome", "adopted"), ("role", "lsg"))
    assert said == tuple(name(group, key, language=language) for group, key in law)


def test_what_is_not_known_keeps_its_key() -> None:
    assert [step_name("x"), step_task("x"), outcome_words("x"), role_words("x")] == ["x"] * 4

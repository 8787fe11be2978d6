"""Each step of the Order has a page where it is done."""

from __future__ import annotations

import pytest
from django.urls import reverse

from makul.cases.models import Case
from makul.cases.views.work.page import address
from makul.cases.views.work.statement_table import STATEMENTS
from makul.cases.views.work.steps import ABOVE, PAGES, page_of_step
from makul.law.procedures import KEYS, procedure
from makul.parties.access import RIGHTS


def test_each_step_is_done_somewhere() -> None:
    steps = {step.key for step in procedure("npa").steps}
    assert steps - set(PAGES) - set(STATEMENTS) == {"submitted"}


def case_of(procedure: str) -> Case:
    return Case(number="2026-0001", procedure=procedure)


def test_a_statement_has_its_own_address() -> None:
    for step in STATEMENTS:
        own = reverse("statement", args=["2026-0001", step])
        assert page_of_step(case_of("npa"), step) == own


def test_a_step_without_a_page_leads_nowhere() -> None:
    assert (page_of_step(case_of("npa"), "submitted"), address("no_such_page")) == ("", "")


@pytest.mark.parametrize("key", sorted(set(KEYS) - {"npa"}))
def test_each_step_of_another_procedure_has_its_page_or_that_of_the_case(key: str) -> None:
    case, own = case_of(key), reverse(f"{key}_case", args=["2026-0001"])
    pages = {step.key: page_of_step(case, step.key) for step in procedure(key).steps}
    assert {step for step, page in pages.items() if not page.startswith(own)} == set()


def test_an_association_that_conducts_alone_is_led_to_the_bodies_and_their_letters() -> None:
    rights = {tool.name: RIGHTS[tool.right].roles for tool in ABOVE}
    shown = {name for name, roles in rights.items() if "association" in roles}
    assert shown == {"circle", "notify"}

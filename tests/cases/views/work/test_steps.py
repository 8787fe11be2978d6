"""Each step of the Order has a page where it is done."""

from __future__ import annotations

from django.urls import reverse

from makul.cases.views.work.page import address
from makul.cases.views.work.statement_table import STATEMENTS
from makul.cases.views.work.steps import ABOVE, PAGES, page_of_step
from makul.law.procedures import procedure
from makul.parties.access import RIGHTS


def test_each_step_is_done_somewhere() -> None:
    steps = {step.key for step in procedure("npa").steps}
    assert steps - set(PAGES) - set(STATEMENTS) == {"submitted"}


def test_a_statement_has_its_own_address() -> None:
    for step in STATEMENTS:
        assert page_of_step("2026-0001", step) == reverse("statement", args=["2026-0001", step])


def test_a_step_without_a_page_leads_nowhere() -> None:
    assert (page_of_step("2026-0001", "submitted"), address("no_such_page")) == ("", "")


def test_an_association_that_conducts_alone_is_led_to_the_bodies_and_their_letters() -> None:
    rights = {tool.name: RIGHTS[tool.right].roles for tool in ABOVE}
    shown = {name for name, roles in rights.items() if "association" in roles}
    assert shown == {"circle", "notify"}

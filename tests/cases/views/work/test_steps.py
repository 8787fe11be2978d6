"""Each step of the Order has a page where it is done."""

from __future__ import annotations

from django.urls import reverse

from makul.cases.views.work.page import address
from makul.cases.views.work.statement_table import STATEMENTS
from makul.cases.views.work.steps import PAGES, page_of_step
from makul.law.procedures import procedure


def test_each_step_is_done_somewhere() -> None:
    steps = {step.key for step in procedure("npa").steps}
    assert steps - set(PAGES) - set(STATEMENTS) == {"submitted"}


def test_a_statement_has_its_own_address() -> None:
    for step in STATEMENTS:
        assert page_of_step("2026-0001", step) == reverse("statement", args=["2026-0001", step])


def test_a_step_without_a_page_leads_nowhere() -> None:
    assert (page_of_step("2026-0001", "submitted"), address("no_such_page")) == ("", "")

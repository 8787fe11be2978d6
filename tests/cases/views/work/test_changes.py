"""How a change is told and where it leads."""

from __future__ import annotations

from collections import Counter

import pytest
from django.urls import reverse
from django.utils import timezone, translation

from makul.cases.models import Case
from makul.cases.queries.changes import Change
from makul.cases.views.work.changes import PAGES, change_words, page_of_change

CASE = Case(number="2026-0001")


def change(step: str, **replies: int) -> Change:
    return Change(CASE, step, timezone.now(), "demo-desk", replies=Counter(replies))


def test_what_people_wait_for_is_a_sentence_and_the_rest_the_name_of_the_step() -> None:
    with translation.override("en"):
        said = [change_words(change(step)) for step in ("protocol", "notified")]
    assert said == ["The protocol is drawn", "Notice"]


@pytest.mark.parametrize(("step", "name"), PAGES.items())
def test_each_leads_to_its_page(step: str, name: str) -> None:
    assert page_of_change(change(step)) == reverse(name, args=["2026-0001"])


def test_replies_lead_to_our_remarks_where_they_are_ours() -> None:
    assert page_of_change(change("replied", accepted=1)).endswith("/work/remarks/")
    assert page_of_change(change("replied")) == reverse("case_work", args=["2026-0001"])

"""What a case tells of its initiator is reckoned from the journal, once for the same entries."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from makul.cases.models import Case
from makul.core.conduct import Course
from makul.journal.actions import record
from makul.portal.statistics import bodies_of, courses

TODAY = timezone.localdate()


def of(case: Case) -> Course:
    [found] = [one for one in courses(today=TODAY) if one.case == case.number]
    return found


def test_a_finished_case(finished: Case) -> None:
    """Filed on days 1, 2 and 20 of the case, replied on day 30, both rows declined."""
    start = timezone.localdate(finished.opened_at)
    one = of(finished)
    assert (one.body, one.opened_on, one.ending) == ("demo-ministry", start, "")
    assert one.rows == {"declined": 2}
    assert one.last_position_on is not None
    assert one.replied is not None
    assert not one.is_short


def test_a_running_case_has_nothing_to_be_blamed_for(running: Case) -> None:
    one = of(running)
    assert (one.replied, one.decided_on, one.days_to_decision) == (None, None, None)
    assert "unanswered" not in (one.rows or {})


def test_an_act_adopted_past_everybody(bypassed: Case) -> None:
    one = of(bypassed)
    assert (one.ending, one.is_bypassed) == ("adopted", True)


def test_a_case_to_which_a_later_one_goes_back(running: Case, finished: Case) -> None:
    Case.objects.filter(pk=running.pk).update(previous=finished)
    assert of(finished).is_brought_back
    assert not of(running).is_brought_back


def test_no_more_queries_for_more_cases_and_two_when_nothing_is_new(
    running: Case, finished: Case, bypassed: Case, django_assert_num_queries
) -> None:
    with django_assert_num_queries(7):
        courses(today=TODAY)
    with django_assert_num_queries(2):
        courses(today=TODAY)


def test_a_new_entry_and_a_new_day_are_reckoned_anew(
    running: Case, django_assert_num_queries
) -> None:
    courses(today=TODAY)
    record(subject=running.subject, action="joined", party="x", at=timezone.now(), data={})
    with django_assert_num_queries(7):
        courses(today=TODAY)
    with django_assert_num_queries(7):
        courses(today=TODAY + timedelta(days=1))


@pytest.mark.django_db
def test_bodies_by_key() -> None:
    assert bodies_of(["nobody"]) == {}

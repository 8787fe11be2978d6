"""One conciliation as the API tells it: parties, papers, what is owed, each provision in both languages."""

from __future__ import annotations

import pytest
from django.db import connection
from django.http import Http404
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from makul.cases.models import Case
from makul.portal.api import reading

pytestmark = pytest.mark.django_db


def test_a_number_that_no_case_has_is_not_there(finished: Case) -> None:
    assert reading.case_of(finished.number) == finished
    with pytest.raises(Http404):
        reading.case_of("1990-0001")


def test_a_running_case_says_what_is_owed_and_by_whom(running: Case) -> None:
    said = reading.detail(reading.case_of(running.number), today=timezone.localdate())
    assert {one.role for one in said.parties} >= {"initiator", "association", "lsg", "facilitator"}
    assert said.due
    assert {one.body for one in said.due} <= {one.body for one in said.parties}


def test_a_provision_bears_both_languages_and_the_remarks_on_it_and_below(finished: Case) -> None:
    records = reading.provision_records(finished.number, reading.draft_provisions(finished.number))
    assert [one.eid for one in records] == list(dict.fromkeys(one.eid for one in records))
    assert all(one.text_ky is not None and one.text_ru is not None for one in records)
    eid = next(one.eid for one in reading.remarks_in(finished) if one.eid)
    with CaptureQueriesContext(connection) as queries:
        told = reading.provision_detail(finished.number, eid.split("__")[0])
    assert eid in {one.eid for one in told.remarks}
    assert len(queries) < 5


def test_a_provision_that_is_not_there_is_not_there(finished: Case) -> None:
    with pytest.raises(Http404):
        reading.provision_detail(finished.number, "art_999")


def test_the_whole_case_holds_its_entries_in_order(finished: Case) -> None:
    whole = reading.whole_case(reading.case_of(finished.number), today=timezone.localdate())
    numbers = [one.number for one in whole.entries]
    assert numbers == sorted(numbers)
    assert {one.number for one in whole.rows} == set(finished.rows.values_list("number", flat=True))

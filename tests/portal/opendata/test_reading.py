"""What open data says of cases, rows, positions, remarks, bodies and terms missed."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from makul.cases.models import Case, Position
from makul.parties.models import Party
from makul.portal.opendata import reading

pytestmark = pytest.mark.django_db


def today() -> date:
    return timezone.localdate()


def test_a_case_says_who_began_it_how_it_ended_and_how_many_answered(finished: Case) -> None:
    (one,) = reading.every_case()
    assert (one.number, one.stage, one.is_closed) == (
        finished.number,
        finished.stage,
        finished.is_closed,
    )
    assert one.initiator == finished.participations.get(role="initiator").party.key
    assert (one.asked, one.answered) == (
        finished.participations.filter(role="lsg").count(),
        finished.positions.filter(state="filed", party__kind="executive").count(),
    )
    assert not one.is_bypassed


def test_an_act_adopted_past_conciliation_is_called_so(bypassed: Case) -> None:
    (one,) = reading.every_case()
    assert one.is_bypassed
    missed = list(reading.every_missed(today=today()))
    assert len(missed) == one.missed > 0
    assert all(miss.duty for miss in missed)


def test_rows_are_open_once_the_order_opens_them(running: Case, finished: Case) -> None:
    rows = list(reading.every_row(today=today()))
    assert {row.case for row in rows} == {finished.number}
    assert [row.number for row in rows] == sorted(finished.rows.values_list("number", flat=True))


def test_a_draft_of_a_position_is_nobodys_data(finished: Case) -> None:
    first = finished.positions.filter(state="filed").first()
    assert first is not None
    before = reading.open_positions().count()
    Position.objects.filter(pk=first.pk).update(state="draft")
    assert reading.open_positions().count() == before - 1
    assert first.pk not in {one.position_id for one in reading.open_remarks()}


def test_a_remark_says_in_which_row_it_went(finished: Case) -> None:
    records = [reading.remark_record(one) for one in reading.open_remarks()]
    assert {one.row for one in records} <= {
        *finished.rows.values_list("number", flat=True),
        None,
    }
    assert all(one.text or one.wording for one in records)


def test_a_body_is_told_without_its_address(finished: Case) -> None:
    body = Party.objects.exclude(email="").first()
    assert body is not None
    said = reading.body_record(body).model_dump(mode="json")
    assert body.email not in str(said)
    assert said["key"] == body.key


def test_cases_cost_the_same_queries_however_many(finished: Case, bypassed: Case) -> None:
    with CaptureQueriesContext(connection) as two:
        list(reading.every_case())
    Case.objects.exclude(pk=finished.pk).update(number="2020-0001")
    with CaptureQueriesContext(connection) as again:
        reading.case_records(list(reading.all_cases()[:1]))
    assert len(two) == len(again)

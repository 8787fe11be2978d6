"""Rows are kept in batches: the queries do not grow with the rows of a batch, and nothing is kept twice."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from makul.bills.intake.keeping import Keeper
from makul.bills.intake.row import BillRow, check_row
from makul.bills.models import Bill, BillEvent, Suggestion
from makul.cases.models import Case
from tests.bills.making import NOW
from tests.scene import build_scene, submitted

pytestmark = pytest.mark.django_db


def row(number: str, **more: Any) -> BillRow:
    said = {
        "number": number,
        "title_ru": f"О налоге № {number}",
        "initiator_kind": "cabinet",
        "registered_on": "2026-09-01",
    }
    found = check_row(said | more, line=2)
    assert isinstance(found, BillRow)
    return found


def keeper() -> Keeper:
    return Keeper("kenesh", is_demonstration=True, now=NOW)


def queries_of(rows: list[BillRow]) -> int:
    one = keeper()
    with CaptureQueriesContext(connection) as queries:
        one.keep(rows)
    return len(queries)


def test_the_queries_of_a_batch_do_not_grow_with_it() -> None:
    few = queries_of([row(str(n), events="2026-09-02 agenda") for n in range(5)])
    many = queries_of([row(f"m{n}", events="2026-09-02 agenda") for n in range(300)])
    assert (few, many) == (few, few) and few <= 8


def test_known_rows_cost_one_query_and_change_nothing() -> None:
    rows = [row(str(n)) for n in range(50)]
    keeper().keep(rows)
    assert queries_of(rows) <= 4
    batch = keeper().keep(rows)
    assert (batch.new, batch.changes, Bill.objects.count()) == (0, [], 50)


def test_a_changed_row_says_what_changed_and_keeps_what_a_person_found() -> None:
    keeper().keep([row("1", events="2026-09-02 agenda")])
    Bill.objects.update(touches="no")
    changed = row(
        "1",
        stage="adopted",
        title_ru="О налоге айыл окмоту",
        events="2026-09-02 agenda | 2026-09-09 adopted",
    )
    batch = keeper().keep([changed])
    assert batch.changes[0]["fields"]["stage"] == ["registered", "adopted"]
    bill = Bill.objects.get()
    assert (bill.stage, bill.touches, bill.interests) == ("adopted", "no", [])
    assert sorted(bill.events.values_list("kind", flat=True)) == ["adopted", "agenda"]


def test_cases_are_found_by_number_by_title_and_suggested_by_likeness() -> None:
    case = submitted(build_scene(bodies=1))
    batch = keeper().keep(
        [
            row("named", case_number=case.number),
            row("titled", title_ru="О проекте закона «Об уличном освещении населённых пунктов»"),
            row("like", title_ru="Об уличном освещении всех населённых пунктов"),
            row("wrong", case_number="2019-0001"),
        ]
    )
    assert [(one.code, one.params) for one in batch.refusals] == [
        ("row_no_case", {"value": "2019-0001"})
    ]
    assert dict(Bill.objects.values_list("number", "matched_by")) == {
        "named": "number",
        "titled": "title",
        "like": "",
    }
    found = Suggestion.objects.get()
    assert (found.bill.number, found.case) == ("like", case) and 60 <= found.likeness < 100


def test_real_bills_are_never_matched_to_invented_cases() -> None:
    submitted(build_scene(bodies=1))
    real = Keeper("kenesh", is_demonstration=False, now=NOW)
    real.keep([row("1", title_ru="Об уличном освещении населённых пунктов")])
    assert (Bill.objects.get().case, Case.objects.count()) == (None, 1)


def test_events_that_are_watched_wait_for_the_watch() -> None:
    told = "2026-09-02 agenda | 2026-09-03 fast_track 2+3"
    keeper().keep([row("1", events=told)])
    assert dict(BillEvent.objects.values_list("kind", "is_watched")) == {
        "agenda": True,
        "fast_track": False,
    }
    assert BillEvent.objects.get(kind="fast_track").on == date(2026, 9, 3)
    assert (Bill.objects.get().track, Bill.objects.get().stage) == ("fast", "registered")


def test_the_events_of_a_row_bring_a_bill_on_where_its_stage_lags_behind() -> None:
    keeper().keep([row("1", events="2026-09-02 reading 1 | 2026-09-03 reading 2+3")])
    keeper().keep(
        [row("1", stage="committee", events="2026-09-03 reading 2+3 | 2026-09-04 adopted")]
    )
    assert (Bill.objects.get().track, Bill.objects.get().stage) == ("fast", "adopted")

"""Rows inserted by hand are the rows the ORM would have written."""

from __future__ import annotations

from datetime import date

import pytest

from makul.bills.intake.inserting import insert_many
from makul.bills.models import Bill, BillEvent
from tests.bills.making import NOW, make_bill

pytestmark = pytest.mark.django_db


def test_the_same_as_through_the_orm() -> None:
    known = make_bill(
        "1", interests=["duty"], hints={"duty": ["«милдет» \\ %s"]}, title_ky="ө'\"\n"
    )
    copy = Bill(**{one.attname: getattr(known, one.attname) for one in Bill._meta.concrete_fields})
    copy.pk, copy.number = None, "2"
    insert_many(Bill, [vars(copy)])
    first, second = Bill.objects.filter(number__in=["1", "2"]).order_by("number").values()
    assert {name for name in first if first[name] != second[name]} == {"id", "number"}


def test_nothing_is_no_query_and_what_breaks_a_constraint_may_be_left_out(
    django_assert_num_queries: object,
) -> None:
    with django_assert_num_queries(0):  # type: ignore[operator]
        insert_many(Bill, [])
    bill = make_bill()
    row = {
        "bill_id": bill.pk,
        "key": "k",
        "kind": "agenda",
        "on": date(2026, 9, 1),
        "readings": "",
        "eids": ("art_1",),
        "text_ky": "",
        "text_ru": "",
        "told_by": "kenesh",
        "read_at": NOW,
        "is_watched": True,
    }
    insert_many(BillEvent, [row, row], ignore=True)
    event = BillEvent.objects.get()
    assert (event.eids, event.on, event.read_at, event.is_watched) == (
        ["art_1"],
        date(2026, 9, 1),
        NOW,
        True,
    )

"""The operations on Parliament's side: filters, bounds, a constant number of queries."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tests.portal.parliament.scene import (
    make_alert,
    make_bill,
    make_expertise,
    make_item,
    make_protocol,
    make_sitting,
)
from tests.scene import Scene

pytestmark = pytest.mark.django_db
API = "/api/v1"
YEAR = timezone.localdate().year
LISTS = ("/bills", "/alerts", "/sittings", "/expertises", "/special-protocols")


def ask(path: str, status: int = 200) -> Any:
    answer = Client().get(f"{API}{path}")
    assert answer.status_code == status, answer.content
    return answer.json()


@pytest.mark.parametrize(
    ("path", "n"),
    [
        ("/bills?touches=yes", 1),
        ("/bills?touches=no", 0),
        ("/bills?initiator_kind=deputies", 1),
        ("/bills?initiator_kind=court", 0),
        (f"/bills?year={YEAR}", 1),
        ("/bills?year=2001", 0),
        ("/alerts?kind=no_case", 1),
        ("/alerts?kind=reopened", 0),
        ("/alerts?year=2001", 0),
        ("/sittings?house=demo-committee", 1),
        ("/sittings?house=nobody", 0),
        ("/sittings?year=2001", 0),
        ("/expertises?verdict=not_acceptable", 1),
        ("/expertises?verdict=acceptable", 0),
        ("/expertises?year=2001", 0),
        ("/special-protocols?outcome=agreed", 1),
        ("/special-protocols?outcome=carried", 0),
        ("/special-protocols?year=2027", 1),
        ("/special-protocols?year=2026", 0),
    ],
)
def test_each_list_is_filtered(house, path: str, n: int) -> None:
    assert ask(path)["count"] == n


def test_a_bill_whole(house) -> None:
    found = ask(f"/bills/{house.pk}")
    assert (found["number"], [one["kind"] for one in found["noticed"]]) == ("6-17", ["no_case"])
    ask("/bills/999999", status=404)


@pytest.mark.parametrize("path", ["/bills?touches=maybe", "/alerts?kind=x", "/bills/0", "/sittings?house=a b"])  # fmt: skip
def test_what_is_out_of_bounds_is_refused(db: None, path: str) -> None:
    assert ask(path, status=422)["detail"]


@pytest.mark.parametrize("path", LISTS)
def test_the_queries_do_not_grow(house, scene: Scene, path: str) -> None:
    def count() -> int:
        with CaptureQueriesContext(connection) as found:
            ask(path)
        return len(found)

    before = count()
    bill = make_bill("7")
    make_alert(bill, "reopened")
    make_sitting(scene, bill)
    make_expertise(scene, bill, "acceptable")
    make_item(scene, make_protocol(scene, 2028), "agreed", lsg=1)
    assert (count() <= before, before <= 12) == (True, True)

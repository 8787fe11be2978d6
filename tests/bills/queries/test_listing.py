"""The list of bills takes the same queries for one bill and for many, and each view says what it says."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from makul.bills.models import Alert
from makul.bills.queries.listing import bills_in, counts
from makul.core.wordforms import searchable
from tests.bills.making import NOW, make_bill
from tests.scene import build_scene, submitted

pytestmark = pytest.mark.django_db


def test_views_and_their_counts_agree() -> None:
    case = submitted(build_scene(bodies=1))
    make_bill("likely")
    make_bill("asked", case=case)
    make_bill("no", touches="no")
    make_bill("passed", stage="adopted")
    make_bill("own", stage="signed", case=case, matched_by="motion")
    noticed = make_bill("noticed", touches="unknown")
    Alert.objects.create(bill=noticed, key="k", kind="no_case", raised_at=NOW)
    found = {
        view: {bill.number for bill in bills_in(view)}
        for view in ("touching", "no_case", "noticed", "passed", "all")
    }
    assert found == {
        "touching": {"likely", "asked", "passed", "own"},
        "no_case": {"likely", "passed"},
        "noticed": {"noticed"},
        "passed": {"passed", "own"},
        "all": {"likely", "asked", "no", "passed", "own", "noticed"},
    }
    assert counts() == {view: len(numbers) for view, numbers in found.items()}


def test_words_in_any_form_stage_and_initiator() -> None:
    make_bill("1", search=searchable("1 Көчө жарыгы жөнүндө Об уличном освещении"))
    make_bill("2", search=searchable("2 Малды каттоо жөнүндө"), stage="adopted")
    assert [bill.number for bill in bills_in("all", text="жарыктын көчөлөр")] == ["1"]
    assert [bill.number for bill in bills_in("all", text="уличное")] == ["1"]
    assert [bill.number for bill in bills_in("all", stage="adopted")] == ["2"]
    assert bills_in("all", initiator="cabinet").count() == 0
    assert bills_in("all", text="%_").count() == 0


def test_a_page_takes_two_queries_however_many_bills() -> None:
    for number in range(20):
        make_bill(str(number))
    with CaptureQueriesContext(connection) as queries:
        assert len([(bill.case, list(bill.alerts.all())) for bill in bills_in("all")]) == 20
    assert len(queries) == 2

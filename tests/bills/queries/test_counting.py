"""What is counted of the watch: each figure against bills made for it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from makul.bills.models import Alert
from makul.bills.queries.counting import alerts_by_month, answers_by_kind, by_initiator
from tests.bills.making import NOW, make_bill

pytestmark = pytest.mark.django_db


def test_counts() -> None:
    first = make_bill("1", stage="adopted")
    make_bill("2", initiator_kind="cabinet")
    make_bill("3", touches="no")
    months = (NOW, NOW - timedelta(days=40), NOW - timedelta(days=800))
    for number, at in enumerate(months):
        answer = "motion" if number else ""
        Alert.objects.create(
            bill=first, key=str(number), kind="no_case", raised_at=at, answer=answer
        )
    assert answers_by_kind() == {("no_case", ""): 1, ("no_case", "motion"): 2}
    found = alerts_by_month(date(2026, 9, 20))
    assert [month for month, _n in found][:2] == [date(2025, 10, 1), date(2025, 11, 1)]
    assert [(month.month, n["no_case"]) for month, n in found if any(n.values())] == [
        (8, 1),
        (9, 1),
    ]
    assert [
        (one.kind, one.touching, one.without_case, one.became_law, one.passed, one.alerts)
        for one in by_initiator()
    ] == [("cabinet", 1, 1, 0, 0, 0), ("deputies", 1, 1, 1, 1, 3)]

"""The desk sees what waits, of its own world only."""

from __future__ import annotations

import pytest

from makul.bills.actions.noticing import notice_pending
from makul.bills.models import Suggestion
from makul.bills.queries.desk import feeds, intakes, open_alerts, to_confirm, to_find
from tests.bills.making import NOW, make_bill
from tests.scene import build_scene, submitted

pytestmark = pytest.mark.django_db


def test_what_waits() -> None:
    case = submitted(build_scene(bodies=1))
    bill = make_bill("1")
    make_bill("2", touches="yes")
    make_bill("3", stage="adopted", touches="likely")
    make_bill("4", is_demonstration=False)
    Suggestion.objects.create(bill=bill, case=case, likeness=70)
    notice_pending(now=NOW)
    assert [alert.bill.number for alert in open_alerts(is_demonstration=True).rows] == [
        "3",
        "2",
        "1",
    ]
    assert [one.number for one in to_find(is_demonstration=True).rows] == ["1"]
    assert [one.bill.number for one in to_confirm(is_demonstration=True).rows] == ["1"]
    assert to_find(is_demonstration=False).total == 1
    assert list(intakes(is_demonstration=True)) == list(feeds(is_demonstration=True)) == []

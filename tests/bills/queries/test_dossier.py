"""A bill is found by its case, and its dossier tells everything in its order."""

from __future__ import annotations

from datetime import date

import pytest

from makul.bills.actions.events import note_event
from makul.bills.queries import bill_of, dossier
from tests.bills.making import NOW, make_bill
from tests.scene import build_scene, submitted

pytestmark = pytest.mark.django_db


def test_events_in_the_order_of_their_days() -> None:
    case = submitted(build_scene(bodies=1))
    bill = make_bill(case=case)
    for day, kind in ((12, "adopted"), (10, "agenda")):
        note_event(
            bill=bill,
            kind=kind,
            on=date(2026, 9, day),
            key=kind,
            told_by="kenesh",
            actor=None,
            now=NOW,
        )
    assert [one.kind for one in dossier(bill).events] == ["agenda", "adopted"]
    assert bill_of(case) == bill
    bill.case = None
    bill.save()
    assert bill_of(case) is None

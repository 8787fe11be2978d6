"""A committee finds its bills, and the record the parties that may be there."""

from __future__ import annotations

import pytest

from makul.bills.models import Bill
from makul.sittings.queries.choosing import bills_for_agenda, parties_at
from tests.scene import Scene, build_scene
from tests.sittings.scene import conciliated, make_bill
from tests.sittings.sitting_scene import put_item, scheduled

pytestmark = pytest.mark.django_db


@pytest.fixture
def scene() -> Scene:
    return build_scene(bodies=3)


def test_bills_that_touch_local_communities_stand_there_without_looking(scene: Scene) -> None:
    sitting = scheduled(scene)
    found = make_bill(number="1")
    make_bill(number="2", touches=Bill.Touches.NO)
    make_bill(number="3", stage=Bill.Stage.ADOPTED)
    assert bills_for_agenda(sitting) == [found]
    put_item(scene, sitting, bill=found)
    assert bills_for_agenda(sitting) == []


def test_the_initiator_of_the_conciliation_may_be_there(scene: Scene) -> None:
    sitting = scheduled(scene)
    put_item(scene, sitting, bill=make_bill(conciliated(scene)))
    assert {one.key for one in parties_at(sitting)} == {
        "demo-committee",
        "demo-union",
        "demo-ministry",
    }

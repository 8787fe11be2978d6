"""Which settled rows an amendment touches, and who is told."""

from __future__ import annotations

import pytest

from makul.bills.actions.raising import associations, reopened
from makul.cases.models import Row
from tests.bills.making import NOW, make_bill
from tests.scene import build_scene, make_party, notified

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("eids", "found"),
    [
        (["art_3"], [1, 2]),
        (["art_3__para_2"], [1]),
        (["art_3__para_2__point_1"], [1]),
        (["art_30"], []),
        ([""], []),
        ([], []),
    ],
)
def test_the_provision_its_parts_and_what_it_is_part_of(eids: list[str], found: list[int]) -> None:
    scene = build_scene(bodies=1)
    case = notified(scene)
    meeting = case.meetings.create(planned_at=NOW)
    for number, eid in ((1, "art_3__para_2"), (2, "art_3__para_1"), (3, "art_4")):
        row = Row.objects.create(
            case=case, number=number, eid=eid, kind="objection", author=scene.union
        )
        meeting.results.create(row=row, is_settled=number != 3)
    assert [row.number for row in reopened(make_bill(case=case), eids)] == found


def test_associations_of_the_same_world_that_exist_today() -> None:
    scene = build_scene(bodies=1)
    make_party("demo-gone", "association", valid_to="2020-01-01")
    bill = make_bill()
    assert associations(bill, now=NOW) == [scene.union]
    bill.is_demonstration = False
    assert associations(bill, now=NOW) == []

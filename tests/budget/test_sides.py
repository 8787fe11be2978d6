"""A party is the side its role in the case makes it; committee and facilitator are none."""

from __future__ import annotations

import pytest

from makul.budget.models import Item
from makul.budget.sides import OTHER, ROLE_OF_SIDE, check_own, side_of, stand_for_side
from makul.core.errors import BadInput, NotAllowed
from tests.budget import special_scene as made
from tests.budget.special_scene import OPENED


def test_roles_and_sides() -> None:
    assert [side_of(one) for one in ("association", "government", "committee", "")] == [
        *("lsg", "government", "", "")
    ]
    assert {ROLE_OF_SIDE[OTHER[one]] for one in OTHER} == {"association", "government"}


def test_only_its_own_item() -> None:
    check_own(Item(side="lsg"), "lsg")
    with pytest.raises(BadInput) as caught:
        check_own(Item(side="lsg", number=4), "government")
    assert (caught.value.code, caught.value.params) == ("not_your_item", {"number": 4})


@pytest.mark.django_db
def test_the_committee_stands_for_no_side() -> None:
    scene = made.build()
    made.opened(scene)
    union = scene.drafter(scene.union)
    assert stand_for_side(scene.own, union, "write_item", now=OPENED) == "lsg"
    with pytest.raises(NotAllowed):
        stand_for_side(scene.own, scene.drafter(scene.committee), "write_item", now=OPENED)

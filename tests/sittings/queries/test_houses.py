"""Which convocation, which undertaking, which associations: read as the day and the item have it."""

from __future__ import annotations

from datetime import date

import pytest

from makul.parties.models import Party
from makul.sittings.models import Convocation, House, Sitting
from makul.sittings.queries.houses import (
    associations_for,
    associations_on,
    convocation_of,
    invited_associations,
    present_parties,
)
from tests.scene import build_scene, make_party
from tests.sittings.scene import conciliated
from tests.sittings.sitting_scene import HELD, hold, put_item, scheduled

pytestmark = pytest.mark.django_db
ON = date(2026, 10, 28)


def test_the_convocation_is_that_of_the_day_and_of_the_house() -> None:
    scene = build_scene()
    assert convocation_of(scene.committee, on=ON) is None
    old = Convocation.objects.create(number="VI", to_on=date(2020, 1, 1))
    new = Convocation.objects.create(number="VIII", from_on=date(2025, 12, 1))
    unknown = Convocation.objects.create(number="V")
    assert convocation_of(scene.committee, on=ON) == new
    assert convocation_of(scene.committee, on=date(2019, 1, 1)) in {old, unknown}
    House.objects.create(convocation=unknown, party=scene.committee, number=1, source="x")
    assert convocation_of(scene.committee, on=ON) == unknown


def test_associations_are_those_of_the_day_and_of_the_same_world() -> None:
    scene = build_scene()
    gone = make_party("demo-gone", Party.Kind.ASSOCIATION, valid_to=date(2026, 1, 1))
    Party.objects.filter(pk=gone.pk).update(valid_from=date(2020, 1, 1))
    assert list(associations_on(ON, is_demonstration=True)) == [scene.union]
    assert list(associations_on(ON, is_demonstration=False)) == []
    assert list(associations_on(date(2025, 1, 1), is_demonstration=True)) == [gone, scene.union]


def test_an_item_concerns_the_association_of_its_conciliation_or_else_each() -> None:
    scene = build_scene()
    second = make_party("demo-second", Party.Kind.ASSOCIATION)
    sitting = scheduled(scene)
    plain = put_item(scene, sitting)
    assert associations_for(plain, on=ON) == [second, scene.union]
    item = put_item(scene, sitting, conciliation=conciliated(scene))
    assert associations_for(item, on=ON) == [scene.union]
    assert invited_associations(sitting) == [second, scene.union]


def test_those_present_are_the_parties_that_came_without_the_house() -> None:
    scene = build_scene()
    sitting = scheduled(scene)
    put_item(scene, sitting)
    hold(scene, sitting, came=False, at=HELD)
    assert list(present_parties(Sitting.objects.get())) == [scene.ministry]

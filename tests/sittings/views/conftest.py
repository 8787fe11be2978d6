"""A sitting to come of a committee that has undertaken to keep the order, about a conciliated bill."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from makul.sittings.models import Sitting
from tests.scene import Scene, build_scene
from tests.sittings.scene import conciliated, make_bill
from tests.sittings.sitting_scene import put_item, scheduled

ITEM = "item"


def at(days: int) -> datetime:
    """So many days from now: pages read the clock."""
    return timezone.now() + timedelta(days=days)


@pytest.fixture
def scene() -> Scene:
    return build_scene(bodies=3, at=at(-100))


@pytest.fixture
def sitting(scene: Scene) -> Sitting:
    found = scheduled(scene, at=at(-10), starts_at=at(9))
    bill = make_bill(conciliated(scene, at=at(-90), reply="declined"))
    put_item(scene, found, bill=bill, at=at(-10))
    return found


def address(sitting: Sitting, name: str, *args: object) -> str:
    """A page of the sitting; `ITEM` stands for its first item."""
    first = sitting.items.order_by("pk").first()
    pk = first.pk if first else 0
    return reverse(name, args=[sitting.number, *(pk if one == ITEM else one for one in args)])

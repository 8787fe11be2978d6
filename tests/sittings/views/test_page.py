"""What the pages of the room share: which entry of the menu is marked, and who may what in its own house."""

from __future__ import annotations

import pytest
from django.http import HttpRequest
from django.utils import timezone

from makul.sittings.views.page import may_in_house, menu_of
from tests.scene import Scene

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("who", "entry"), [("committee", "sitting_list"), ("union", "parliament"), ("", "parliament")]
)
def test_a_committee_has_its_sittings_in_the_menu(scene: Scene, who: str, entry: str) -> None:
    request = HttpRequest()
    request.mandate = scene.drafter(getattr(scene, who)) if who else None  # type: ignore[attr-defined]
    assert menu_of(request) == entry


def test_in_ones_own_house_the_kind_of_body_decides(scene: Scene) -> None:
    today = timezone.localdate()
    who = ("committee", "desk", "union", "ministry", "panel")
    told = {
        one: (
            may_in_house(scene.drafter(getattr(scene, one)), "put_bill_text", on=today),
            may_in_house(scene.drafter(getattr(scene, one)), "record_reading", on=today),
        )
        for one in who
    }
    assert told == {
        "committee": (True, True),
        "desk": (True, True),
        "union": (False, True),
        "ministry": (False, False),
        "panel": (False, False),
    }
    assert not may_in_house(None, "record_reading", on=today)

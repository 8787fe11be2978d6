"""Each work page of a sitting opens for whose role it is, and asks few questions."""

from __future__ import annotations

import pytest

from makul.sittings.actions.opining import prepare_opinion
from makul.sittings.models import Sitting
from tests.scene import Scene, browser
from tests.sittings.sitting_scene import invite
from tests.sittings.views.conftest import ITEM, address, at

pytestmark = pytest.mark.django_db
COMMITTEE = (
    ("sitting_work", ()),
    ("sitting_agenda_changed", ()),
    ("sitting_item_new", ()),
    ("sitting_item_edit", (ITEM,)),
    ("sitting_item_off", (ITEM,)),
    ("sitting_invited", ()),
    ("sitting_postponed", ()),
    ("sitting_cancelled", ()),
    ("sitting_held", ()),
    ("sitting_presence", ()),
    ("sitting_item", (ITEM,)),
    ("sitting_dissent", ()),
    ("sitting_minutes_drafted", ()),
)
UNION = (
    ("sitting_work", ()),
    ("sitting_item_opinion", (ITEM,)),
    ("sitting_opinion_release", (ITEM,)),
    ("sitting_note", (ITEM,)),
    ("sitting_dissent", ()),
)


@pytest.mark.parametrize(("name", "args"), COMMITTEE)
def test_each_page_of_the_committee(
    scene: Scene, sitting: Sitting, name: str, args: tuple[object, ...]
) -> None:
    url = address(sitting, name, *args)
    assert browser(scene.drafter(scene.committee)).get(url).status_code == 200
    others = {"sitting_work": 200, "sitting_dissent": 200}
    got = browser(scene.drafter(scene.union)).get(url).status_code
    assert got == others.get(name, 403)


@pytest.mark.parametrize(("name", "args"), UNION)
def test_each_page_of_the_association(
    scene: Scene, sitting: Sitting, name: str, args: tuple[object, ...]
) -> None:
    item = sitting.items.get()
    prepare_opinion(item=item, actor=scene.drafter(scene.union), now=at(-10))
    url = address(sitting, name, *args)
    assert browser(scene.drafter(scene.union)).get(url).status_code == 200
    assert browser(scene.drafter(scene.ministry)).get(url).status_code in {200, 403}


def test_pages_ask_no_more_than_twenty_times(
    scene: Scene, sitting: Sitting, django_assert_max_num_queries: object
) -> None:
    invite(scene, sitting, at=at(-10))
    client = browser(scene.drafter(scene.committee))
    for name, args in COMMITTEE:
        with django_assert_max_num_queries(20):  # type: ignore[operator]
            client.get(address(sitting, name, *args))

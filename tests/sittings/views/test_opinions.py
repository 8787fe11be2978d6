"""An opinion is drawn up, changed, and handed in by one who may sign."""

from __future__ import annotations

import pytest

from makul.sittings.models import Opinion, Sitting
from tests.scene import Scene, browser
from tests.sittings.sitting_scene import invite
from tests.sittings.views.conftest import ITEM, address, at

pytestmark = pytest.mark.django_db


def test_an_opinion_is_drawn_up_changed_and_handed_in(scene: Scene, sitting: Sitting) -> None:
    invite(scene, sitting, at=at(-10))
    drafter = browser(scene.drafter(scene.union))
    url = address(sitting, "sitting_item_opinion", ITEM)
    assert drafter.post(url).status_code == 303
    sent = {"text_ky": "Макул эмеспиз.", "text_ru": "", "note_ky": "Урматтуу төрага!"}
    on = drafter.post(url, sent)["Location"]
    assert on == address(sitting, "sitting_opinion_release", ITEM)
    assert (
        "It is handed in by the one of your body who may sign." in drafter.get(on).content.decode()
    )
    assert browser(scene.signatory(scene.union)).post(on).status_code == 303
    opinion = Opinion.objects.get()
    assert (opinion.text_ky, opinion.released_at is not None) == ("Макул эмеспиз.", True)
    assert "Handed in" in drafter.get(url).content.decode()

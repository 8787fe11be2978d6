"""Minutes go from their draft to their approval, with each correction answered."""

from __future__ import annotations

import pytest

from makul.sittings.models import Sitting
from tests.scene import Scene, browser
from tests.sittings.sitting_scene import hold, invite, put_item, scheduled
from tests.sittings.views.conftest import address, at

pytestmark = pytest.mark.django_db


def test_minutes_go_from_draft_to_approved_with_each_correction_answered(scene: Scene) -> None:
    sitting = scheduled(scene, at=at(-20), starts_at=at(-3))
    put_item(scene, sitting, at=at(-20))
    invite(scene, sitting, at=at(-19))
    hold(scene, sitting, at=at(-3))
    clerk = browser(scene.drafter(scene.committee))
    clerk.post(address(sitting, "sitting_minutes_drafted"))
    union = browser(scene.drafter(scene.union))
    sent = {"language": "ky", "text": "Үч мүнөт сүйлөдүк.", "item": ""}
    assert union.post(address(sitting, "sitting_minutes_corrected"), sent).status_code == 303
    url = address(sitting, "sitting_minutes_approved")
    sitting = Sitting.objects.get()
    correction = sitting.minutes.corrections.get()
    said = {"do": correction.pk, "taken": "no", "answer": ""}
    assert clerk.post(url, said).status_code == 422
    assert clerk.post(url, said | {"answer": "Жазуу туура."}).status_code == 303
    chair = browser(scene.signatory(scene.committee))
    assert chair.post(url, {"do": "approve"}).status_code == 303
    sitting.minutes.refresh_from_db()
    assert sitting.minutes.approved_at

"""A sitting is scheduled in three fields, its agenda set, and what is called off says why."""

from __future__ import annotations

import pytest
from django.urls import reverse

from makul.sittings.models import AgendaItem, Sitting
from tests.scene import Scene, browser
from tests.sittings.sitting_scene import convocation, put_item
from tests.sittings.views.conftest import ITEM, address, at

pytestmark = pytest.mark.django_db


def test_a_committee_schedules_in_three_fields(scene: Scene) -> None:
    convocation()
    client = browser(scene.drafter(scene.committee))
    sent = {"starts_at": f"{at(9):%Y-%m-%d}T10:00", "place": "305", "language": "ky"}
    response = client.post(reverse("sitting_new"), sent)
    found = Sitting.objects.get()
    assert response["Location"] == reverse("sitting_agenda_changed", args=[found.number])
    assert (found.house, found.place) == (scene.committee, "305")


def test_others_schedule_none(scene: Scene) -> None:
    client = browser(scene.drafter(scene.union))
    assert client.get(reverse("sitting_new")).status_code == 403


def test_of_a_bill_that_touches_nobody_the_reason_is_asked(scene: Scene, sitting: Sitting) -> None:
    url = address(sitting, "sitting_item_edit", ITEM)
    response = browser(scene.drafter(scene.committee)).post(url, {"touches": "no", "readings": "1"})
    assert response.status_code == 422
    assert "Write why this bill does not touch local communities." in response.content.decode()


def test_items_change_places_with_one_button(scene: Scene, sitting: Sitting) -> None:
    second = put_item(scene, sitting, at=at(-10), touches=False)
    url = address(sitting, "sitting_agenda_changed")
    browser(scene.drafter(scene.committee)).post(url, {"up": second.pk})
    first = AgendaItem.objects.filter(sitting=sitting).order_by("order").first()
    assert first == second


def test_cancelled_and_postponed_ask_for_a_reason(scene: Scene, sitting: Sitting) -> None:
    clerk = browser(scene.drafter(scene.committee))
    assert clerk.post(address(sitting, "sitting_cancelled"), {"reason": ""}).status_code == 422
    moved = {"starts_at": f"{at(16):%Y-%m-%d}T10:00", "reason": "Кворум жок"}
    assert clerk.post(address(sitting, "sitting_postponed"), moved).status_code == 303
    assert clerk.post(address(sitting, "sitting_cancelled"), {"reason": "Жок"}).status_code == 303
    sitting.case.refresh_from_db()
    assert sitting.case.outcome == "cancelled"

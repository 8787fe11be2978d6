"""The papers of a sitting as files: for whom, and which."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from makul.sittings.actions.minutes import approve_minutes
from makul.sittings.models import Sitting
from tests.scene import Scene, browser
from tests.sittings.sitting_scene import drafted, hold, invite, put_item, scheduled
from tests.sittings.views.conftest import at

pytestmark = pytest.mark.django_db


def test_approved_minutes_are_files_for_all_and_a_draft_is_for_those_there(scene: Scene) -> None:
    sitting = scheduled(scene, at=at(-30), starts_at=at(-6))
    put_item(scene, sitting, at=at(-30))
    invite(scene, sitting, at=at(-30))
    minutes = drafted(scene, hold(scene, sitting, at=at(-6)), at=at(-5))
    address = reverse("sitting_minutes_file", args=[sitting.number, "ky", "docx"])
    assert Client().get(address).status_code == 404
    assert browser(scene.drafter(scene.union)).get(address).status_code == 200
    approve_minutes(minutes=minutes, actor=scene.signatory(scene.committee), now=at(0))
    assert Client().get(address)["Content-Type"].endswith("wordprocessingml.document")


def test_the_agenda_is_a_file_for_all(sitting: Sitting) -> None:
    address = reverse("sitting_agenda_file", args=[sitting.number, "ky-ru", "pdf"])
    response = Client().get(address)
    assert (response.status_code, response["Content-Type"]) == (200, "application/pdf")
    assert response.content.startswith(b"%PDF-")

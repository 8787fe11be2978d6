"""A case on the association's own motion, through its page."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from makul.cases.models import Case
from makul.cases.queries.texts import draft_versions
from tests.scene import DRAFT_RU, Scene, browser

pytestmark = pytest.mark.django_db


def test_the_association_opens_a_case_on_a_draft_not_submitted(scene: Scene) -> None:
    client = browser(scene.drafter(scene.union))
    data = {
        "act_kind": "sub_statutory",
        "title_ru": "О порядке",
        "initiator": scene.ministry.key,
        "deciders": [scene.committee.key],
    }
    without = client.post(reverse("own_motion"), data | {"title_ru": ""})
    assert (without.status_code, Case.objects.count()) == (422, 0)
    text = SimpleUploadedFile("draft.txt", DRAFT_RU.encode())
    done = client.post(reverse("own_motion"), data | {"text_ru": text})
    case = Case.objects.get()
    assert done.url == reverse("case_work", args=[case.number])
    assert (set(draft_versions(case)), case.act_kind) == ({"ru"}, "sub_statutory")


def test_nobody_else_does(scene: Scene) -> None:
    for party in (scene.ministry, scene.desk, scene.bodies[0]):
        assert browser(scene.signatory(party)).get(reverse("own_motion")).status_code == 403

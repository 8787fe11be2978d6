"""The page of the desk's queue: what is due with one button a case; empty, it says what will come."""

from __future__ import annotations

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.scene import browser, build_scene, screened, submitted

pytestmark = pytest.mark.django_db
URL = reverse("screening_queue")


def test_an_empty_queue_says_what_will_come() -> None:
    scene = build_scene(bodies=1)
    page = browser(scene.drafter(scene.desk)).get(URL)
    assert (page.status_code, "No package waits" in page.content.decode()) == (200, True)


def test_each_case_has_the_button_of_its_step() -> None:
    scene = build_scene(bodies=1)
    first, second = submitted(scene, at=timezone.now()), screened(scene, at=timezone.now())
    client = browser(scene.drafter(scene.desk))
    page = client.get(URL).content.decode()
    urls = [reverse("package_check", args=[first.number]), reverse("notify", args=[second.number])]
    assert [f'class="btn s" href="{url}"' in page for url in urls] == [True, True]
    found = client.get(URL + "?step=notified").context["tasks"]
    assert [one["case"] for one in found] == [second]


def test_who_conducts_no_case_has_no_queue() -> None:
    scene = build_scene(bodies=1)
    assert browser(scene.drafter(scene.ministry)).get(URL).status_code == 403

"""The circle is chosen by kinds and oblasts or one by one, and adding twice adds once."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from makul.cases.models import Case
from makul.parties.models import Party
from tests.scene import Scene, browser

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(scene: Scene) -> Client:
    Party.objects.filter(kind="executive").update(body_kind="aiyl_small")
    return browser(scene.drafter(scene.desk))


def bodies_in(case: Case) -> int:
    return case.participations.filter(role="lsg").count()


def test_bodies_of_a_kind_are_added_and_stay(scene: Scene, case: Case, desk: Client) -> None:
    url = reverse("circle", args=[case.number])
    for _ in range(2):
        assert desk.post(url, {"kinds": "aiyl_small", "do": "add"}).status_code == 303
    assert bodies_in(case) == len(scene.bodies)


def test_looking_first_keeps_nothing(case: Case, desk: Client) -> None:
    page = desk.post(reverse("circle", args=[case.number]), {"kinds": "aiyl_small", "do": "look"})
    assert (page.status_code, bodies_in(case)) == (200, 0)


def test_bodies_are_ticked_one_by_one(scene: Scene, case: Case, desk: Client) -> None:
    Party.objects.filter(pk=scene.bodies[0].pk).update(search="алыскы аймак")
    found = f"{reverse('circle', args=[case.number])}?q=Алыскы"
    said = {"bodies": scene.bodies[0].key, "do": "bodies"}
    assert desk.post(found, said).status_code == 303
    assert bodies_in(case) == 1


def test_nobody_chosen_is_said(case: Case, desk: Client) -> None:
    assert desk.post(reverse("circle", args=[case.number]), {"do": "add"}).status_code == 422


def test_a_body_may_not_choose_who_is_told(scene: Scene, case: Case) -> None:
    other = browser(scene.signatory(scene.bodies[0]))
    assert other.post(reverse("circle", args=[case.number]), {}).status_code == 403

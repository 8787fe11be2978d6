"""A party sees the desks of the mechanisms that are its own, and none that no room serves."""

from __future__ import annotations

import pytest

from makul.cases.models import Participation
from makul.cases.views.work.desks import DESKS, desks_of, procedures_of
from makul.cases.views.work.page import address
from makul.parties.models import Party
from tests.scene import browser, build_scene, screened

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("kind", sorted(DESKS))
def test_every_desk_shown_has_its_address(kind: str) -> None:
    party = Party.objects.create(key="demo-one", kind=kind, is_demonstration=True)
    expected = [address(one.name) for one in DESKS[kind] if not one.takes_part]
    assert [one["url"] for one in desks_of(party)] == [url for url in expected if url]


def test_a_ministry_sees_the_desk_of_a_mechanism_it_takes_part_in() -> None:
    scene = build_scene()
    case = screened(scene)
    assert procedures_of(scene.ministry) == ("npa",)
    assert desks_of(scene.ministry) == []
    type(case).objects.filter(pk=case.pk).update(procedure="special_protocol")
    assert Participation.objects.filter(party=scene.ministry).exists()
    shown = [one["url"] for one in desks_of(scene.ministry)]
    assert shown == [url for url in [address("special_protocol_list")] if url]


def test_today_of_a_committee_leads_to_its_sittings() -> None:
    scene = build_scene()
    page = browser(scene.drafter(scene.committee)).get("/today/").content.decode()
    assert address("sitting_list") in page
    assert "Our desks" in page

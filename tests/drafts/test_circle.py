"""Whom a case may concern, by kind, by oblast and by name."""

from __future__ import annotations

from datetime import date

import pytest

from makul.cases.models import Case
from makul.drafts.circle import (
    Count,
    candidates,
    chosen_keys,
    counts_by_kind,
    counts_by_oblast,
    found_bodies,
    kind_name,
    kind_of,
    oblast_names,
    picked,
)
from makul.parties.models import Party, Territory
from makul.parties.searching import searchable
from tests.scene import Scene, make_party

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 20)


def test_a_demonstration_concerns_invented_bodies_that_still_exist(
    scene: Scene, case: Case
) -> None:
    make_party("demo-gone", "executive", body_kind="aiyl_small", valid_to=date(2020, 1, 1))
    Party.objects.create(key="real", kind="executive", name_ky="Чыныгы", name_ru="Настоящий")
    assert list(candidates(case, on=TODAY)) == scene.bodies
    assert chosen_keys(case) == frozenset()


def test_counts_tell_how_many_there_are_and_how_many_are_chosen(scene: Scene) -> None:
    kenesh = make_party("demo-kenesh", "kenesh", body_kind="aiyl_small", oblast="03")
    bodies, chosen = [*scene.bodies, kenesh], frozenset({"demo-aa-01"})
    assert counts_by_kind(bodies, chosen, language="en") == [
        Count("aiyl_small", "aiyl aimak: small", 3, 1),
        Count("kenesh-aiyl_small", "aiyl aimak: small — local kenesh", 1, 0),
    ]
    assert counts_by_oblast(bodies, chosen, language="en") == [
        Count("02", "02", 3, 1),
        Count("03", "03", 1, 0),
    ]
    assert picked(bodies, kinds=["kenesh-aiyl_small"], oblasts=[]) == [kenesh]
    assert picked(bodies, kinds=[], oblasts=["03"]) == [kenesh]
    assert picked(bodies, kinds=["aiyl_small"], oblasts=["03"]) == []
    assert (kind_of(kenesh), kind_name("unknown", "en")) == ("kenesh-aiyl_small", "unknown")


def test_an_oblast_bears_its_name_whole_code_or_short() -> None:
    Territory.objects.create(
        code="41703000000000",
        kind="oblast",
        name_ky="Жалал-Абад",
        name_ru="Джалал-Абад",
        source="list",
        edition_on=date(2025, 1, 1),
    )
    names = oblast_names(["41703000000000", "03", "99"], language="ru")
    assert names == {"41703000000000": "Джалал-Абад", "03": "Джалал-Абад", "99": "99"}


def test_bodies_are_found_by_name_and_none_without_one(scene: Scene, case: Case) -> None:
    body = scene.bodies[1]
    body.search = searchable("Өзгөн")
    body.save()
    assert list(found_bodies(case, "озгон", on=TODAY)) == [body]
    assert list(found_bodies(case, "", on=TODAY)) == []

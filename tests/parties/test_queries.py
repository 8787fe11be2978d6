"""What stands on a day follows the newest list that covers each kind."""

from __future__ import annotations

import pytest

from makul.parties import queries
from makul.parties.actions import import_registry
from makul.parties.models import Territory
from tests.parties.scene import NEW, NOW, OLD, TODAY, body, office

pytestmark = pytest.mark.django_db


@pytest.fixture
def lists() -> None:
    for one in (OLD, NEW):
        import_registry(edition=one, actor=None, now=NOW)


@pytest.mark.usefixtures("lists")
def test_kinds_the_newer_list_leaves_out_stand_as_the_older_had_them() -> None:
    standing = queries.standing(on=TODAY).order_by("code")
    assert [(one.name_ru, one.edition_on.year) for one in standing] == [
        ("Страна", 2025),
        ("Область", 2025),
        ("Район новый", 2025),
        ("Аймак три", 2021),
        ("Город", 2025),
    ]
    assert [(kind, one.edition_on.year) for kind, one in queries.kinds_behind()] == [
        ("aimak", 2021)
    ]


@pytest.mark.usefixtures("lists")
@pytest.mark.parametrize("text", ["Өзгөн", "озгон", "ӨЗГӨН ОБЛУСУ", "област", "110"])
def test_names_are_found_in_any_language_case_and_spoiled_letters(text: str) -> None:
    found = queries.search_territories(text, on=TODAY)
    assert "11000000000000" in [one.code for one in found]


@pytest.mark.usefixtures("lists")
def test_what_does_not_stand_is_found_and_said_to_be_gone() -> None:
    found = queries.search_territories("Аймак", on=TODAY).order_by("code")
    assert [(one.name_ru, one.is_standing) for one in found] == [  # type: ignore[attr-defined]
        ("Аймак один", False),
        ("Аймак два", False),
        ("Аймак три", True),
    ]


@pytest.mark.usefixtures("lists")
def test_counts_reach_two_steps_down() -> None:
    counts = queries.counts_within(["11000000000000", "11100000000000"], on=TODAY)
    assert counts == {
        "11000000000000": {"raion": 1, "aimak": 1, "city_raion": 1},
        "11100000000000": {"aimak": 1, "city_raion": 1},
    }
    assert queries.totals(on=TODAY)["aimak"] == 1


@pytest.mark.usefixtures("lists")
def test_the_way_up_begins_with_the_country() -> None:
    city = Territory.objects.get(code="11190000000000")
    assert [one.name_ru for one in queries.above(city)] == ["Страна", "Область", "Район новый"]


def test_local_bodies_are_those_that_exist_on_the_day() -> None:
    body("ministry")
    alive = body("executive", "demo-aa-01")
    body("executive", "demo-aa-02", valid_to=TODAY.replace(year=2025))
    assert list(queries.local_bodies(on=TODAY)) == [alive]


def test_signatories_are_valid_today() -> None:
    party = body("ministry")
    head = office(party, may_sign=True)
    office(party)
    office(party, user="former", may_sign=True, to_on=TODAY.replace(month=8))
    assert list(queries.signatories(party, on=TODAY)) == [head]
    assert [one.may_sign for one in queries.mandates_of(party)] == [True, True, False]

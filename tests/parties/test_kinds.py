"""Every kind has its word."""

from makul.parties.kinds import PARTY_KINDS, TERRITORY_KINDS, kinds_in_order
from makul.parties.models import Party, Territory


def test_each_kind_has_a_word() -> None:
    assert set(TERRITORY_KINDS) == set(Territory.Kind.values)
    assert set(PARTY_KINDS) == set(Party.Kind.values)


def test_counts_stand_from_large_to_small() -> None:
    found = kinds_in_order({"aimak": 3, "raion": 2, "village": 0})
    assert found == [(TERRITORY_KINDS["raion"], 2), (TERRITORY_KINDS["aimak"], 3)]

"""Two editions compared: what is new, gone, renamed, moved, and what passed into what."""

from __future__ import annotations

from datetime import date

from makul.parties.registry.difference import Changed, Succeeded, difference
from makul.parties.registry.reading import Edition, shipped
from makul.parties.registry.rows import TerritoryRow

DAY = date(2025, 10, 31)


def row(code: str, *, name: str = "", kind: str = "aimak", parent: str = "", of: str = "") -> TerritoryRow:  # fmt: skip
    return TerritoryRow(
        code, kind, name, "Имя", "", parent, None, None, tuple(of.split()), "by hand", DAY
    )


def edition(*rows: TerritoryRow, covers: str = "aimak") -> Edition:
    return Edition("Үлгү", DAY, "by hand", tuple(covers.split()), rows)


def test_an_aimak_that_passed_into_another_is_not_said_to_be_gone() -> None:
    old = edition(row("1"), row("2"), row("3"))
    new = edition(row("4", of="1 2"), row("5"))
    found = difference(old, new=new)
    assert found.succeeded == (Succeeded("1", "4"), Succeeded("2", "4"))
    assert [gone.code for gone in found.removed] == ["3"]
    assert [come.code for come in found.added] == ["5"]
    assert found.count == 4


def test_one_that_takes_in_another_and_keeps_its_code_goes_on() -> None:
    found = difference(edition(row("1"), row("2")), new=edition(row("1", of="1 2")))
    assert found.succeeded == (Succeeded("2", "1"),)
    assert found.count == 1


def test_a_list_of_cities_removes_no_aimak() -> None:
    old = edition(row("1"), row("2", kind="city_raion"))
    found = difference(old, new=edition(covers="city_raion"))
    assert [gone.code for gone in found.removed] == ["2"]


def test_a_name_may_change_become_known_or_not_be_given() -> None:
    old = edition(row("1", name="Исфана"), row("2"), row("3", name="Талас"))
    new = edition(row("1", name="Раззаков"), row("2", name="Манас"), row("3"))
    found = difference(old, new=new)
    assert found.renamed == (Changed("1", "name_ky", "Исфана", "Раззаков"),)
    assert found.learned == (Changed("2", "name_ky", "", "Манас"),)
    assert found.count == 2


def test_a_move_to_another_raion_and_a_new_status_are_told_apart() -> None:
    old = edition(row("1", parent="8"), row("2", kind="city_raion"))
    new = edition(row("1", parent="9"), row("2", kind="city_oblast"))
    found = difference(old, new=new)
    assert found.moved == (Changed("1", "parent_code", "8", "9"),)
    assert found.regraded == (Changed("2", "kind", "city_raion", "city_oblast"),)


def test_an_edition_does_not_differ_from_itself() -> None:
    assert [difference(one, new=one).count for one in shipped()] == [0, 0]


def test_what_the_reform_changed_is_found_between_the_shipped_editions() -> None:
    before, after = shipped()
    found = difference(before, new=after)
    assert [change.new for change in found.renamed if change.what == "name_ru"] == [
        "Манас",
        "Раззаков",
        "Айтматовский район",
        "Кайынды",
    ]
    assert {gone.kind for gone in found.removed} == {"urban_settlement"}
    assert sum(step.new == "41711000000000" for step in found.succeeded) == 8
    assert found.added == ()

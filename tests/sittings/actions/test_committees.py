"""A list of committees is entered once; the same list again changes nothing, a better one is followed."""

from __future__ import annotations

from pathlib import Path

import pytest

from makul.journal.models import Entry
from makul.parties.models import Party
from makul.sittings.actions.committees import load_committees
from makul.sittings.models import Convocation, House
from tests.sittings.sitting_scene import SET

pytestmark = pytest.mark.django_db
HEAD = "convocation,as_of,no,name_en,name_ru,name_ky,completeness,source\n"
LIST = HEAD + (
    'VIII,2025-12-17,1,Local Government,,"ЖӨБ боюнча комитет",complete,https://example.org\n'
    "VIII,2025-12-17,6,Budget,,,complete,https://example.org\n"
)


def test_committees_are_keyed_by_convocation_and_number_and_missing_names_stay_missing() -> None:
    loaded = load_committees(data=LIST.encode(), now=SET)
    assert (loaded.rows, loaded.new, loaded.changed, loaded.refused) == (2, 2, 0, [])
    assert loaded.unnamed == [("jk-viii-01", ["ru"]), ("jk-viii-06", ["ky", "ru"])]
    party = Party.objects.get(key="jk-viii-01")
    assert (party.kind, party.name_ky, party.name_ru) == ("committee", "ЖӨБ боюнча комитет", "")
    assert party.name("ru") == "ЖӨБ боюнча комитет"
    assert Party.objects.get(key="jk-viii-06").name("ky") == "Budget"
    house = House.objects.get(number=6)
    assert (house.unnamed, house.convocation.number) == (["ky", "ru"], "VIII")


def test_the_same_list_again_changes_nothing() -> None:
    load_committees(data=LIST.encode(), now=SET)
    again = load_committees(data=LIST.encode(), now=SET)
    assert (again.new, again.changed) == (0, 0)
    assert Entry.objects.filter(action="committees_loaded").count() == 1
    assert (Convocation.objects.count(), House.objects.count()) == (1, 2)


def test_a_name_that_was_missing_is_filled_in_and_none_is_taken_away() -> None:
    load_committees(data=LIST.encode(), now=SET)
    better = LIST.replace("Budget,,,", "Budget,Комитет по бюджету,,").replace(
        "ЖӨБ боюнча комитет", ""
    )
    changed = load_committees(data=better.encode(), now=SET)
    assert (changed.new, changed.changed) == (0, 1)
    assert Party.objects.get(key="jk-viii-06").name_ru == "Комитет по бюджету"
    assert Party.objects.get(key="jk-viii-01").name_ky == "ЖӨБ боюнча комитет"


def test_the_list_as_it_was_gathered_is_taken_but_for_its_row_without_a_number(
    shared: Path,
) -> None:
    data = (shared / "data/institutions/jk_committees.csv").read_bytes()
    loaded = load_committees(data=data, now=SET)
    assert (loaded.rows, loaded.new) == (28, 28)
    assert [(one.line, one.error.code) for one in loaded.refused] == [(30, "committee_bad_number")]
    assert House.objects.filter(convocation__number="VIII").count() == 8

"""Lists are loaded beside each other, and mandates are given and ended with one entry each."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from makul.core.errors import BadInput, NotAllowed
from makul.journal.models import Entry
from makul.parties.actions import (
    MandateInput,
    difference_from_known,
    end_mandate,
    give_mandate,
    import_registry,
    is_loaded,
    open_account,
)
from makul.parties.models import ListEdition, Mandate, Territory
from makul.parties.registry.reading import shipped
from tests.parties.scene import NEW, NOW, OLD, TODAY, body, office

pytestmark = pytest.mark.django_db
CONTENT = MandateInput("new-clerk", "адис", "специалист", TODAY)


def test_a_newer_list_stands_beside_the_older_and_nothing_is_written_over() -> None:
    import_registry(edition=OLD, actor=None, now=NOW)
    before = list(Territory.objects.order_by("pk").values())
    import_registry(edition=NEW, actor=None, now=NOW)
    assert list(Territory.objects.order_by("pk").values())[: len(before)] == before
    raion = Territory.objects.filter(code="11100000000000").order_by("edition_on")
    assert [one.name_ru for one in raion] == ["Район", "Район новый"]
    assert [one.parent.edition_on for one in raion if one.parent] == [date(2021, 4, 30), date(2025, 10, 31)]  # fmt: skip


def test_what_passed_into_another_is_its_predecessor() -> None:
    import_registry(edition=OLD, actor=None, now=NOW)
    import_registry(edition=NEW, actor=None, now=NOW)
    city = Territory.objects.get(code="11190000000000")
    assert [one.name_ru for one in city.predecessors.all()] == ["Аймак один", "Аймак два"]


def test_loading_again_changes_nothing_and_each_load_is_one_entry() -> None:
    first = import_registry(edition=OLD, actor=None, now=NOW)
    assert import_registry(edition=OLD, actor=None, now=NOW) == first
    entry = Entry.objects.get()
    assert (entry.action, entry.party, entry.data["rows"], entry.data["added"]) == (
        "registry_loaded",
        "operator",
        6,
        6,
    )
    assert entry.data["sha256"] == first.sha256
    assert is_loaded(OLD)
    assert not is_loaded(NEW)


def test_another_list_of_the_same_day_may_not_contradict() -> None:
    import_registry(edition=OLD, actor=None, now=NOW)
    other = replace(OLD, rows=(replace(OLD.rows[0], name_ru="Иная"), *OLD.rows[1:]))
    with pytest.raises(BadInput) as refused:
        import_registry(edition=other, actor=None, now=NOW)
    assert refused.value.code == "territories_edition_taken"
    assert ListEdition.objects.count() == 1


def test_the_changes_are_shown_against_what_is_known() -> None:
    import_registry(edition=OLD, actor=None, now=NOW)
    found = difference_from_known(NEW)
    assert [(one.old, one.new) for one in found.renamed if one.what == "name_ru"] == [
        ("Район", "Район новый")
    ]
    assert [one.old[:4] for one in found.succeeded] == ["1111", "1112"]
    assert (found.added, found.removed) == ((), ())


def test_the_lists_that_come_with_makul_load() -> None:
    for one in shipped():
        import_registry(edition=one, actor=None, now=NOW)
    assert Territory.objects.count() == sum(len(one.rows) for one in shipped())
    bishkek = Territory.objects.get(code="41711000000000", edition_on=date(2025, 10, 31))
    assert bishkek.predecessors.count() == 8


def test_a_signatory_gives_a_mandate_of_the_own_body() -> None:
    party = body("ministry")
    head = office(party, may_sign=True)
    office(body("desk"), user="new-clerk")
    given = give_mandate(party=party, content=CONTENT, actor=head, now=NOW)
    entry = Entry.objects.get()
    assert (entry.action, entry.subject, entry.data["mandate"]) == (
        "mandate_given",
        "party:demo-ministry",
        given.pk,
    )
    assert "new-clerk" not in str(entry.line())


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"user_name": "nobody"}, "no_such_user"),
        ({"office_ky": " "}, "no_office"),
        ({"to_on": date(2026, 8, 1)}, "days_reversed"),
        ({"user_name": "demo-ministry-clerk"}, "mandate_twice"),
    ],
)
def test_a_mandate_that_does_not_hold_together_is_refused(
    change: dict[str, object], code: str
) -> None:
    party = body("ministry")
    head = office(party, may_sign=True)
    office(party)
    office(body("desk"), user="new-clerk")
    with pytest.raises(BadInput) as refused:
        give_mandate(party=party, content=replace(CONTENT, **change), actor=head, now=NOW)  # type: ignore[arg-type]
    assert (refused.value.code, Entry.objects.count()) == (code, 0)


@pytest.mark.parametrize("who", ["clerk", "stranger", "ended"])
def test_only_a_signatory_of_the_body_gives_mandates(who: str) -> None:
    party = body("ministry")
    actors = {
        "clerk": lambda: office(party),
        "stranger": lambda: office(body("desk"), may_sign=True),
        "ended": lambda: office(party, may_sign=True, to_on=date(2026, 8, 31)),
    }
    with pytest.raises(NotAllowed) as refused:
        give_mandate(party=party, content=CONTENT, actor=actors[who](), now=NOW)
    expected = {"clerk": "may_not_sign", "stranger": "not_your_body", "ended": "mandate_ended"}
    assert refused.value.code == expected[who]


def test_a_mandate_ends_with_a_day_and_the_last_signatory_stays() -> None:
    party = body("ministry")
    head, clerk = office(party, may_sign=True), office(party)
    end_mandate(mandate=clerk, last_on=TODAY, actor=head, now=NOW)
    assert Mandate.objects.get(pk=clerk.pk).to_on == TODAY
    assert Entry.objects.get().action == "mandate_ended"
    with pytest.raises(BadInput) as refused:
        end_mandate(mandate=head, last_on=TODAY, actor=head, now=NOW)
    assert refused.value.code == "last_signatory"


def test_the_operator_opens_the_account_of_a_first_signatory() -> None:
    party = body("ministry")
    content = replace(CONTENT, user_name=" first.head ", may_sign=True)
    given = open_account(party=party, content=content, password="a long pass phrase", now=NOW)
    assert given.person.user.get_username() == "first.head"
    assert given.person.user.check_password("a long pass phrase")
    entry = Entry.objects.get()
    assert (entry.action, entry.party) == ("mandate_given", "operator")


@pytest.mark.parametrize(
    ("name", "password", "code"),
    [
        ("New-Clerk", "a long pass phrase", "user_twice"),
        ("", "a long pass phrase", "bad_user_name"),
        ("the head", "a long pass phrase", "bad_user_name"),
        ("head", "short", "weak_password"),
    ],
)
def test_an_account_that_cannot_be_leaves_nothing(name: str, password: str, code: str) -> None:
    party = body("ministry")
    office(body("desk"), user="new-clerk")
    content = replace(CONTENT, user_name=name)
    with pytest.raises(BadInput) as refused:
        open_account(party=party, content=content, password=password, now=NOW)
    assert (refused.value.code, Entry.objects.count()) == (code, 0)

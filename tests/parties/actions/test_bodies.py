"""A body is entered and changed with one entry each, by whom it may be, and only where it holds together."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import date

import pytest

from makul.core.errors import BadInput, NotAllowed
from makul.journal.models import Entry
from makul.parties.actions import PartyInput, change_party, enter_party, import_registry
from makul.parties.actions.bodies import said_of
from makul.parties.models import Party
from tests.parties.scene import NOW, OLD, body, office

pytestmark = pytest.mark.django_db
CONTENT = PartyInput(
    key="ao-demo",
    kind="executive",
    name_ky="№ 7 айыл өкмөтү",
    name_ru="Айыл окмоту № 7",
    body_kind="aiyl_small",
    email="Seven@example.test",
)


def test_a_body_is_entered_with_one_entry_that_holds_no_address() -> None:
    party = enter_party(content=CONTENT, actor=None, now=NOW)
    assert said_of(Party.objects.get(key="ao-demo")) == CONTENT
    entry = Entry.objects.get()
    assert (entry.subject, entry.action, entry.party, entry.value) == (
        *("party:ao-demo", "party_entered"),
        *("operator", "executive"),
    )
    assert entry.data["email_sha256"] == hashlib.sha256(b"seven@example.test").hexdigest()
    assert "example.test" not in str(entry.line())
    assert "айыл" in party.search


def test_its_oblast_is_the_one_its_territory_lies_in() -> None:
    import_registry(edition=OLD, actor=None, now=NOW)
    content = replace(CONTENT, territory="11110000000000")
    party = enter_party(content=content, actor=None, now=NOW)
    assert party.territory is not None
    assert (party.territory.name_ru, party.oblast) == ("Аймак один", "11000000000000")


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"key": "Ао 1"}, "party_bad_key"),
        ({"key": "a-" * 20 + "a" * 30}, "party_too_long"),
        ({"key": ""}, "party_lacks"),
        ({"name_ru": " "}, "party_lacks"),
        ({"kind": "king"}, "party_unknown_value"),
        ({"body_kind": ""}, "party_unknown_value"),
        ({"kind": "desk"}, "party_unknown_value"),
        ({"language": "en"}, "party_unknown_value"),
        ({"email": "nowhere"}, "party_bad_email"),
        ({"territory": "99"}, "party_no_territory"),
        ({"name_ky": "а" * 301}, "party_too_long"),
        ({"valid_from": date(2026, 2, 1), "valid_to": date(2026, 1, 1)}, "days_reversed"),
    ],
)
def test_a_body_that_does_not_hold_together_is_refused(
    change: dict[str, object], code: str
) -> None:
    with pytest.raises(BadInput) as refused:
        enter_party(content=replace(CONTENT, **change), actor=None, now=NOW)  # type: ignore[arg-type]
    assert (refused.value.code, Entry.objects.count(), Party.objects.count()) == (code, 0, 0)


def test_a_key_is_given_once() -> None:
    enter_party(content=CONTENT, actor=None, now=NOW)
    with pytest.raises(BadInput, match="party_twice"):
        enter_party(content=CONTENT, actor=None, now=NOW)


def test_a_facilitator_enters_bodies_and_nobody_else_of_those_who_sign_in() -> None:
    with pytest.raises(NotAllowed, match="wrong_role"):
        enter_party(content=CONTENT, actor=office(body("ministry"), may_sign=True), now=NOW)
    enter_party(content=CONTENT, actor=office(body("desk")), now=NOW)
    assert Entry.objects.get().party == "demo-desk"


def test_what_changes_is_recorded_and_what_stays_is_not() -> None:
    party = enter_party(content=CONTENT, actor=None, now=NOW)
    same = change_party(party=party, content=CONTENT, actor=None, now=NOW)
    assert (same, Entry.objects.count()) == (party, 1)
    other = replace(CONTENT, name_ru="Айыл окмоту № 8", email="")
    assert said_of(change_party(party=party, content=other, actor=None, now=NOW)) == other
    entry = Entry.objects.order_by("number").last()
    assert entry is not None
    assert (entry.action, entry.data) == (
        "party_changed",
        {"name_ru": "Айыл окмоту № 8", "email_sha256": ""},
    )


@pytest.mark.parametrize("change", [{"key": "ao-other"}, {"kind": "kenesh"}])
def test_key_and_kind_never_change(change: dict[str, str]) -> None:
    party = enter_party(content=CONTENT, actor=None, now=NOW)
    with pytest.raises(BadInput, match="party_fixed"):
        change_party(party=party, content=replace(CONTENT, **change), actor=None, now=NOW)  # type: ignore[arg-type]


def test_a_body_changes_what_is_known_of_itself_only() -> None:
    party = enter_party(content=CONTENT, actor=None, now=NOW)
    other = replace(CONTENT, email="new@example.test")
    with pytest.raises(NotAllowed, match="not_your_body"):
        change_party(party=party, content=other, actor=office(body("desk"), may_sign=True), now=NOW)
    change_party(party=party, content=other, actor=office(party, may_sign=True), now=NOW)
    assert Party.objects.get(key="ao-demo").email == "new@example.test"

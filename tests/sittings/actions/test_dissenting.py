"""A dissent is kept exactly as it was handed in, by whom, and once."""

from __future__ import annotations

import pytest

from makul.core.errors import BadInput, NotAllowed
from makul.journal.models import Entry
from makul.sittings.actions.dissenting import DissentInput, hand_in_dissent
from makul.sittings.models import AgendaItem, Dissent
from tests.scene import Scene, build_scene
from tests.sittings.sitting_scene import HELD, hold, put_item, scheduled

pytestmark = pytest.mark.django_db
TEXT = "  Мен макул эмесмин:\n\n— каражат  жок. "


def begun() -> tuple[Scene, AgendaItem]:
    scene = build_scene()
    sitting = scheduled(scene)
    item = put_item(scene, sitting)
    hold(scene, sitting)
    return scene, AgendaItem.objects.get(pk=item.pk)


def test_not_a_letter_of_it_changes_and_twice_is_once() -> None:
    scene, item = begun()
    content = DissentInput(text=TEXT, language="ky")
    for _twice in range(2):
        hand_in_dissent(item=item, content=content, actor=scene.signatory(scene.union), now=HELD)
    dissent = Dissent.objects.get()
    assert (dissent.text, dissent.party, dissent.office) == (TEXT, scene.union, "")
    entries = Entry.objects.filter(action="dissent")
    assert [(one.party, one.data["sha256"]) for one in entries] == [("demo-union", dissent.sha256)]


def test_the_house_enters_that_of_a_member_by_office() -> None:
    scene, item = begun()
    actor = scene.drafter(scene.committee)
    with pytest.raises(BadInput, match="nobody_named"):
        hand_in_dissent(item=item, content=DissentInput(text=TEXT), actor=actor, now=HELD)
    content = DissentInput(text=TEXT, office="комитеттин мүчөсү")
    hand_in_dissent(item=item, content=content, actor=actor, now=HELD)
    dissent = Dissent.objects.get()
    assert (dissent.party, dissent.office) == (None, "комитеттин мүчөсү")


def test_a_party_signs_its_own_and_a_stranger_has_none() -> None:
    scene, item = begun()
    content = DissentInput(text=TEXT)
    with pytest.raises(NotAllowed, match="may_not_sign"):
        hand_in_dissent(item=item, content=content, actor=scene.drafter(scene.union), now=HELD)
    with pytest.raises(NotAllowed, match="wrong_role"):
        hand_in_dissent(item=item, content=content, actor=scene.signatory(scene.panel), now=HELD)
    hand_in_dissent(item=item, content=content, actor=scene.signatory(scene.ministry), now=HELD)
    assert Dissent.objects.get().party == scene.ministry


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (DissentInput(text=" \n"), "no_text_given"),
        (DissentInput(text="а" * 20_001), "too_long"),
        (DissentInput(text=TEXT, language="en"), "unknown_language"),
    ],
    ids=["none", "long", "language"],
)
def test_it_says_something_in_a_language_of_the_minutes(content: DissentInput, code: str) -> None:
    scene, item = begun()
    with pytest.raises(BadInput, match=code):
        hand_in_dissent(item=item, content=content, actor=scene.signatory(scene.union), now=HELD)

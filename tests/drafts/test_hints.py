"""What the search for words suggests: places and words by kind, in the order of the text."""

from __future__ import annotations

from makul.drafts.hints import Hint, Place, hints_of
from makul.law.screening import KINDS
from tests.drafts.conftest import act
from tests.scene import DRAFT_KY, DRAFT_RU


def test_each_kind_has_its_hint_even_where_nothing_was_found() -> None:
    hints = hints_of({})
    assert set(hints) == set(KINDS)
    assert not any(hint.places for hint in hints.values())


def test_both_languages_are_told_of_one_place() -> None:
    hints = hints_of({"ru": act(DRAFT_RU), "ky": act(DRAFT_KY)})
    places = {place.eid: place for place in hints["money"].places}
    assert set(places["art_3__part_2"].words) == {"ru", "ky"}
    assert "местного бюджета" in hints["money"].words("ru")
    assert places["art_3__part_2"].label("en").startswith("Article 3")


def test_places_follow_the_text_and_words_come_once() -> None:
    hints = hints_of({"ru": act(DRAFT_RU)})
    for hint in hints.values():
        eids = [place.eid for place in hint.places]
        assert eids == sorted(eids)
    twice = Hint("duty", [Place("art_1", {"ru": ("ведёт",)}), Place("art_2", {"ru": ("ведёт",)})])
    assert (twice.words("ru"), twice.words("ky")) == ("ведёт", "")

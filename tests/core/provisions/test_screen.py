"""Screening finds words and kinds of interest in both languages, and decides nothing."""

import pytest

from makul.core.provisions import Act, Line, Vocabulary, affects_hint, screen, split
from makul.law.screening import KINDS, vocabulary
from tests.core.provisions.test_split import fixture

# The screening card of the demonstration: kind -> provisions it must name.
CARD = {
    "duty": {"art_3__part_1", "art_6__part_2"},
    "money": {"art_4__part_3", "art_5__part_2"},
    "property": {"art_5__part_1"},
    "borders": set(),
    "staff": {"art_8__part_1"},
    "control": {"art_10__part_1", "art_10__part_2"},
    "reporting": {"art_9__part_1"},
}


def places(act: Act) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {kind: set() for kind in KINDS}
    for interest in screen(act, vocabulary()):
        found[interest.kind].add(interest.eid)
    return found


@pytest.mark.parametrize("language", ["ru", "ky"])
def test_the_demonstration_is_screened_as_its_card_says(language: str) -> None:
    act = fixture(f"draft_law_{language}.txt")
    found = places(act)
    assert {kind: found[kind] & eids for kind, eids in CARD.items()} == CARD
    assert (found["borders"], affects_hint(act, vocabulary())) == (set(), True)


@pytest.mark.parametrize("language", ["ru", "ky"])
def test_the_words_stand_as_in_the_text(language: str) -> None:
    words = {
        "ru": ("в муниципальную собственность", "муниципальную собственность"),
        "ky": ("муниципалдык менчикке", "муниципалдык менчикке"),
    }
    act = fixture(f"draft_law_{language}.txt")
    said = [
        one.words
        for one in screen(act, vocabulary())
        if (one.kind, one.eid) == ("property", "art_5__part_1")
    ]
    assert words[language][1] in said[0]


def act_of(text: str) -> Act:
    return split([Line(line) for line in text.splitlines()])


def test_an_act_that_names_no_local_body_is_not_hinted_at() -> None:
    act = act_of("Статья 1. Суд\nСуд проверяет расходы сторон. Жогорку Кенеш утверждает бюджет.")
    assert {one.kind for one in screen(act, vocabulary())} == {"control", "money"}
    assert not affects_hint(act, vocabulary())


def test_a_duty_counts_where_a_local_body_is_named_above() -> None:
    words = Vocabulary(
        bodies=("айылн кенеш",), kinds={"duty": ("ведет",)}, needs_body=frozenset({"duty"})
    )
    text = "Статья 1. Учёт\n1. Айылный кенеш:\n1) ведёт учёт;\n2. Суд ведёт учёт."
    assert [one.eid for one in screen(act_of(text), words)] == ["art_1__part_1__point_1"]


def test_words_are_found_in_spoiled_letters() -> None:
    words = Vocabulary(bodies=(), kinds={"money": ("жергиликтүү бюджет",)})
    assert screen(act_of("Статья 1. А\nжepгиликтүү бюджеттин эсебинен"), words)[0].words == (
        "жepгиликтүү бюджеттин",
    )

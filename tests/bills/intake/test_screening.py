"""Words of a bill point to local communities, or they do not; nothing is decided."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from makul.bills.intake.screening import finder, quick_normal, screened
from makul.core.provisions import Line, normal, screen, split
from makul.law.screening import vocabulary


@pytest.mark.parametrize(
    ("title", "more", "touches", "kinds"),
    [
        ("Об ответственности главы айыл окмоту", "", "likely", []),
        ("Айыл өкмөттөрүнүн милдеттери жөнүндө", "", "likely", []),
        ("О пчеловодстве", "", "unknown", []),
        ("О Жогорку Кенеше", "", "unknown", []),
        ("О пчеловодстве", "Расходы несёт местный бюджет.", "likely", ["money"]),
        ("Бал челек жөнүндө", "Чыгымдар жергиликтүү бюджеттин эсебинен.", "likely", ["money"]),
    ],
)
def test_what_the_words_suggest(title: str, more: str, touches: str, kinds: list[str]) -> None:
    found, hints = screened(title, more)
    assert (found, [kind for kind in hints if kind in kinds]) == (touches, kinds)


@given(st.text(alphabet="абвөүңАБ ӊё-«»1a", max_size=60).filter(lambda text: "  " not in text))
def test_word_by_word_is_the_same_as_the_whole(text: str) -> None:
    """But for letters set apart by spaces, which only the whole text shows."""
    if all(len(word) > 1 for word in text.split()):
        assert quick_normal(text) == normal(text)


@given(
    st.lists(
        st.sampled_from(
            ["айыл окмоту", "местный бюджет", "инспектор", "о пчёлах", "мэрия", "отчёт"]
        ),
        max_size=6,
    )
)
def test_patterns_made_once_find_what_the_screening_of_an_act_finds(words: list[str]) -> None:
    """As long as a local body is named, which a kind of interest may ask for."""
    text = f"Айыл окмоту: {', '.join(words)}."
    act = split([Line("Статья 1. Предмет"), Line(text)])
    found = {one.kind for one in screen(act, vocabulary()) if one.eid == "art_1"}
    assert set(finder().words(normal(text))) == found

"""A provision named in a person's own way is found, and what is not there is not guessed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from makul.cases.forms.places import place_of
from makul.core.provisions import label

KNOWN = frozenset(
    {
        "art_3", "art_3__part_1", "art_3__part_2", "art_7", "art_7__part_2",
        "art_7__part_2__point_1", "art_12__point_4__subpoint_a", "art_222_2", "point_5",
        "point_5__subpoint_2", "annex_1", "annex_1__point_3",
    }
)  # fmt: skip


@pytest.mark.parametrize(
    ("said", "eid"),
    [
        ("7-берене", "art_7"),
        ("7-берене 2-бөлүк", "art_7__part_2"),
        ("7-берененин 2-бөлүгүнүн 1-пункту", "art_7__part_2__point_1"),
        ("7 берене", "art_7"),
        ("7-бер.", "art_7"),
        ("ст. 7", "art_7"),
        ("ст.7 ч.2", "art_7__part_2"),
        ("Статья 7", "art_7"),
        ("часть 2 статьи 7", "art_7__part_2"),
        ("п. 2 ст. 7", "art_7__part_2"),
        ("пункт 1 части 2 статьи 7", "art_7__part_2__point_1"),
        ("art_7__part_2", "art_7__part_2"),
        ("art_7__part_2 — 7-берене, 2-бөлүк", "art_7__part_2"),
        ("cт. 7", "art_7"),
        ("7-бepeнe", "art_7"),
        ("7-берене, 2-бљлїк", None),
        ("статья 222²", "art_222_2"),
        ("7", "art_7"),
        ("5", "point_5"),
        ("5-пункт", "point_5"),
        ("подпункт 2 пункта 5", "point_5__subpoint_2"),
        ("приложение 1", "annex_1"),
        ("бүт долбоор", "-"),
        ("Проект в целом", "-"),
        ("статья 70", None),
        ("ст. 3 и 7", None),
        ("ушундай", None),
        ("", None),
    ],
)
def test_ways_of_naming_a_place(said: str, eid: str | None) -> None:
    assert place_of(said, KNOWN) == eid


@given(st.sampled_from(sorted(KNOWN)), st.sampled_from(("ky", "ru")))
def test_what_the_form_itself_prints_is_found_again(eid: str, language: str) -> None:
    assert place_of(label(eid, language=language), KNOWN) == eid


@given(st.text(max_size=60))
def test_any_text_gives_a_place_of_the_draft_or_none(said: str) -> None:
    assert place_of(said, KNOWN) in {None, "-", *KNOWN}

"""The same words are the same act, likeness is only a suggestion, and usual words open no door."""

from __future__ import annotations

import pytest

from makul.bills.intake.matching import Titles, core_of

CASES = [
    (1, "Көчө жарыгы жөнүндө", "Об уличном освещении населённых пунктов"),
    (2, "Таштандыларды жыйноо жөнүндө", "О сборе отходов в населённых пунктах"),
    (3, "", "О племенном животноводстве"),
    (4, "Малды каттоо жөнүндө", "О регистрации скота"),
    (5, "Малды каттоо жөнүндө", "О регистрации скота"),
]


@pytest.fixture(scope="module")
def titles() -> Titles:
    return Titles(CASES)


@pytest.mark.parametrize(
    ("ky", "ru", "pk"),
    [
        ("Көчө жарыгы жөнүндө", "", 1),
        ("", "О проекте Закона Кыргызской Республики «Об уличном освещении населённых пунктов»", 1),
        ("«Таштандыларды жыйноо жөнүндө» мыйзам долбоору", "", 2),
        ("", "О  ПЛЕМЕННОМ животноводстве.", 3),
    ],
)
def test_the_same_words(titles: Titles, ky: str, ru: str, pk: int) -> None:
    best = titles.match(ky, ru)[0]
    assert (best.case_id, best.likeness) == (pk, 1.0)


def test_two_cases_of_one_title_are_both_named(titles: Titles) -> None:
    assert {one.case_id for one in titles.match("Малды каттоо жөнүндө", "")} == {4, 5}


def test_other_forms_of_the_words_are_like_but_not_the_same(titles: Titles) -> None:
    found = titles.match("", "Об освещении улиц и уличном освещении населённых пунктов")
    assert found[0].case_id == 1 and 0.6 <= found[0].likeness < 1


@pytest.mark.parametrize(
    "title", ["О пчеловодстве", "О населённых пунктах", "", "О", "о проекте закона"]
)
def test_nothing_like_it(titles: Titles, title: str) -> None:
    assert titles.match("", title) == []


def test_no_cases_no_match() -> None:
    assert Titles([]).match("Көчө жарыгы жөнүндө", "Об освещении") == []


def test_the_frame_of_a_title_is_cut_off() -> None:
    assert core_of("Кыргыз Республикасынын мыйзамы") != core_of("Об отходах")
    assert core_of("О проекте закона Кыргызской Республики «Об отходах»") == core_of("Об отходах")

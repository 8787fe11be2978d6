"""References to provisions in running text, in both languages."""

import pytest

from makul.core.provisions.references import Reference, readings, reference_in


@pytest.mark.parametrize(
    ("text", "eids"),
    [
        ("часть 1 статьи 7", ("art_7__part_1",)),
        ("пункт 13 части 1 статьи 27", ("art_27__part_1__point_13",)),
        ("абзацем вторым", ("par_2",)),
        ("подпункте «а» пункта 1 статьи 2", ("art_2__point_1__subpoint_a",)),
        ("части 1, 2 и 5 статьи 7¹", tuple(f"art_7_1__part_{n}" for n in (1, 2, 5))),
        ("статьи 17-19", ("art_17", "art_18", "art_19")),
        ("статью 222-2", ("art_222_2",)),
        ("статью 5 главы 2", ("art_5",)),
        ("7-берененин 1-бөлүгү", ("art_7__part_1",)),
        ("12-берененин 2-бөлүгүндөгү", ("art_12__part_2",)),
        ("1-бөлүктүн экинчи абзацындагы", ("part_1__par_2",)),
        ("222²-берененин 1 жана 3-пункттары", ("art_222_2__point_1", "art_222_2__point_3")),
        ("11-1-берене", ("art_11_1",)),
        ("2-берененин 1-пунктунун «а» пунктчасында", ("art_2__point_1__subpoint_a",)),
        ("слова без места", ()),
    ],
)
def test_places_are_read(text: str, eids: tuple[str, ...]) -> None:
    assert reference_in(text).eids == eids


def test_a_place_takes_from_the_outer_one_what_it_does_not_say() -> None:
    outer = reference_in("в части 2 статьи 44")
    assert reference_in("пункт 3").within(outer).eids == ("art_44__part_2__point_3",)
    assert reference_in("статью 5").within(outer).eids == ("art_5",)
    assert Reference().within(outer).eids == ("art_44__part_2",)


def test_other_readings_of_a_number() -> None:
    assert readings("art_7__part_72") == ("art_7__part_7_2",)
    assert readings("art_7__part_70") == ()
    assert readings("art_5_1") == ()

"""Whether the two languages of an act say as much, and what changed in one of them only."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from makul.core.provisions import Act, Line, split
from makul.core.provisions.parity import Gap, changed_alone, changed_articles, parity
from makul.documents.reading import read_act
from tests.fixtures.word_files import ACTS

RU = "Статья 1. Предмет\n1. Первая.\n2. Вторая до 5 дней.\nСтатья 2. Срок\nЗа 10 000 сом."
KY = "1-берене. Предмети\n1. Биринчи.\n2. Экинчи 5 күнгө чейин.\n2-берене. Мөөнөт\n10 000 сом үчүн."


def act(text: str, language: str) -> Act:
    return split([Line(line) for line in text.splitlines()], language=language)


def gaps(ru: str, ky: str) -> tuple[Gap, ...]:
    return parity(act(ru, "ru"), act(ky, "ky")).gaps


def test_two_texts_that_say_as_much_have_no_gap() -> None:
    found = parity(act(RU, "ru"), act(KY, "ky"))
    assert (found.ru, found.ky, found.both, found.gaps) == (2, 2, 2, ())
    assert found.is_whole


@pytest.mark.parametrize(
    ("ru", "ky", "expected"),
    [
        (RU + "\nСтатья 3. Ещё", KY, Gap("art_3", "missing", "ky")),
        (RU, KY + "\n3-берене. Дагы", Gap("art_3", "missing", "ru")),
        (RU, KY.replace("2. Экинчи 5 күнгө чейин.\n", ""), Gap("art_1", "parts", "ky", ("art_1__part_2",))),
        (RU, KY.replace("5 күн", "6 күн"), Gap("art_1", "figures", "", ("art_1__part_2",))),
        (RU.replace(". Срок", ""), KY, Gap("art_2", "heading", "ru")),
        (RU, KY.replace("2-берене", "3-берене"), Gap("art_2", "number")),
    ],
)  # fmt: skip
def test_each_kind_of_gap_is_named(ru: str, ky: str, expected: Gap) -> None:
    assert gaps(ru, ky) == (expected,)


def test_thousands_set_apart_otherwise_are_the_same_number() -> None:
    assert gaps(RU.replace("10 000", "10\u00a0000"), KY.replace("10 000", "10000")) == ()


def test_a_text_of_points_is_compared_by_its_points() -> None:
    found = parity(act("1. Утвердить.\n2. Опубликовать.", "ru"), act("1. Бекитилсин.", "ky"))
    assert [(gap.kind, gap.lacks) for gap in found.gaps] == [("missing", "ky")]


@given(st.lists(st.integers(1, 40), unique=True, max_size=12), st.data())
def test_what_one_language_lacks_is_named_once_and_nothing_else(
    numbers: list[int], data: st.DataObject
) -> None:
    numbers.sort()
    gone = set(
        data.draw(st.lists(st.sampled_from(numbers), max_size=1) if numbers else st.just([]))
    )
    ru = act("\n".join(f"Статья {n}. Имя" for n in numbers), "ru")
    ky = act("\n".join(f"{n}-берене. Аты" for n in numbers if n not in gone), "ky")
    found = parity(ru, ky)
    assert {gap.eid for gap in found.gaps if gap.kind == "missing"} == {f"art_{n}" for n in gone}
    assert found.both == len(numbers) - len(gone)


def test_what_one_language_changed_and_the_other_did_not() -> None:
    old = {"ru": act(RU, "ru"), "ky": act(KY, "ky")}
    new = {"ru": act(RU.replace("Первая", "Иная"), "ru"), "ky": old["ky"]}
    assert changed_alone(old, new) == (Gap("art_1", "changed", "ky"),)
    both = {**new, "ky": act(KY.replace("Биринчи", "Башка"), "ky")}
    assert changed_alone(old, both) == ()
    only = {"ru": old["ru"], "ky": both["ky"]}
    assert changed_alone(old, only) == (Gap("art_1", "changed", "ru"),)


def test_changed_articles_are_named_in_the_order_of_the_new_text() -> None:
    new = RU.replace("10 000", "20 000").replace("Первая", "Иная") + "\nСтатья 3. Новая"
    assert changed_articles(act(RU, "ru"), act(new, "ru")) == ("art_1", "art_2", "art_3")
    assert changed_articles(act(RU, "ru"), act(RU, "ru")) == ()


def test_demonstration_acts_say_as_much_in_both_languages() -> None:
    ru, ky = (
        split(read_act((ACTS / f"draft_law_{one}.txt").read_bytes(), name="a.txt"))
        for one in ("ru", "ky")
    )
    found = parity(ru, ky)
    assert (found.ru, found.ky, found.both) == (len(ru.articles),) * 3
    assert [gap.kind for gap in found.gaps if gap.kind != "figures"] == []


def test_the_land_code_lacks_nothing_and_writes_two_numbers_as_words(shared) -> None:
    ru, ky = (
        split(
            read_act((shared / "texts" / f"land_code_2025_{one}.docx").read_bytes(), name="a.docx")
        )
        for one in ("ru", "ky")
    )
    found = parity(ru, ky)
    assert (found.ru, found.ky, found.both) == (131, 131, 131)
    assert found.gaps == (
        Gap("art_51", "figures", "", ("art_51__part_1__point_8",)),
        Gap("art_63", "figures", "", ("art_63__point_7",)),
    )

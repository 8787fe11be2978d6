"""Amending formulas in both languages: what is changed, where, and by what words."""

import pytest

from makul.core.provisions import Act, Amendment, Line, amendments, split
from makul.documents.reading import read_act
from tests.core.provisions.test_split import fixture

TARGETS = [
    ("art_11__point_1", "art_7__part_1__point_5", "add"),
    ("art_11__point_2", "art_12__part_2", "replace_words"),
    ("art_11__point_3", "art_15", "restate"),
]


def found_in(*lines: str) -> list[tuple[str, str, str, str]]:
    """Amendments of a law «О дворах» made of these clauses."""
    head = ["Статья 1. О внесении изменений", "Внести в Закон «О дворах» следующие изменения:"]
    return told(split([Line(line) for line in [*head, *lines]]))


def found_in_kyrgyz(*lines: str) -> list[tuple[str, str, str, str]]:
    head = [
        "1-берене. Өзгөртүүлөр",
        "«Короолор жөнүндө» Мыйзамга төмөнкүдөй өзгөртүүлөр киргизилсин:",
    ]
    return told(split([Line(line) for line in [*head, *lines]]))


def told(act: Act) -> list[tuple[str, str, str, str]]:
    return [
        (one.operation, one.target_eid, one.old_words, one.new_words) for one in amendments(act)
    ]


@pytest.mark.parametrize("language", ["ru", "ky"])
def test_the_draft_law_amends_three_places_alike_in_both_languages(language: str) -> None:
    found = amendments(fixture(f"draft_law_{language}.txt"))
    assert [(one.eid, one.target_eid, one.operation) for one in found] == TARGETS


def test_the_words_of_the_draft_law() -> None:
    russian, kyrgyz = (amendments(fixture(f"draft_law_{one}.txt")) for one in ("ru", "ky"))
    assert {one.target_act for one in russian} == {
        "Закон Кыргызской Республики «О благоустройстве населённых пунктов (демонстрационный)»"
    }
    assert {one.target_act for one in kyrgyz} == {
        "«Калктуу конуштарды көрктөндүрүү жөнүндө (көрсөтмө)» Кыргыз Республикасынын Мыйзамы"
    }
    assert (russian[1].old_words, russian[1].new_words) == (
        "по мере необходимости",
        "не реже одного раза в год",
    )
    assert (kyrgyz[1].old_words, kyrgyz[1].new_words) == (
        "зарылдыгына жараша",
        "жылына бир жолудан кем эмес",
    )
    assert russian[0].new_words == "5) ведут реестр уличного освещения населённых пунктов."
    assert kyrgyz[2].new_words.splitlines()[0] == "15-берене. Көчөлөрдү жарыктандырууну күтүү"


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        (
            "1) в статье 5 слова «а» заменить словами «б», слова «в» исключить;",
            [("replace_words", "art_5", "а", "б"), ("delete_words", "art_5", "в", "")],
        ),
        (
            "1) в статье 5 слова «а» и «в» заменить соответственно словами «б» и «г»;",
            [("replace_words", "art_5", "а", "б"), ("replace_words", "art_5", "в", "г")],
        ),
        (
            "1) часть 2 статьи 5 после слов «а» дополнить словами «, б»;",
            [("insert_words", "art_5__part_2", "а", ", б")],
        ),
        (
            "1) части 1 и 3 статьи 5 исключить;",
            [("delete", f"art_5__part_{n}", "", "") for n in (1, 3)],
        ),
        (
            "1) статьи 5-7 признать утратившими силу;",
            [("repeal", f"art_{n}", "", "") for n in (5, 6, 7)],
        ),
        ("1) статью 5-1 признать утратившей силу;", [("repeal", "art_5_1", "", "")]),
        (
            "1) абзац второй части 1 статьи 5 исключить;",
            [("delete", "art_5__part_1__par_2", "", "")],
        ),
        (
            "1) часть 1 статьи 5 дополнить словами «и дети»;",
            [("append_words", "art_5__part_1", "", "и дети")],
        ),
        (
            "1) подпункт «б» пункта 2 статьи 5 изложить в следующей редакции: «б) иное;»;",
            [("restate", "art_5__point_2__subpoint_b", "", "б) иное;")],
        ),
        (
            "1) цифры «10» в части 1 статьи 5 заменить цифрами «20»;",
            [("replace_words", "art_5__part_1", "10", "20")],
        ),
    ],
)
def test_russian_formulas(clause: str, expected: list[tuple[str, str, str, str]]) -> None:
    assert found_in(clause) == expected


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        (
            "1) 5-берененин 2-бөлүгүндө «а» деген сөз «б» деген сөзгө алмаштырылсын;",
            [("replace_words", "art_5__part_2", "а", "б")],
        ),
        (
            "1) 5-статьяда «а» деген сөздөр «б» деген сөздөр менен алмаштырылсын;",
            [("replace_words", "art_5", "а", "б")],
        ),
        (
            "1) 5-беренеде «а» деген сөздөрдөн кийин «б» деген сөздөр менен толукталсын;",
            [("insert_words", "art_5", "а", "б")],
        ),
        ("1) 5-беренедеги «а» деген сөздөр алып салынсын;", [("delete_words", "art_5", "а", "")]),
        (
            "1) 5-берененин 1 жана 3-бөлүктөрү алып салынсын;",
            [("delete", f"art_5__part_{n}", "", "") for n in (1, 3)],
        ),
        ("1) 5²-берене күчүн жоготту деп таанылсын;", [("repeal", "art_5_2", "", "")]),
        (
            "1) 5-берененин экинчи абзацы төмөнкү редакцияда баяндалсын: «Жаңы.»;",
            [("restate", "art_5__par_2", "", "Жаңы.")],
        ),
        (
            "1) төмөнкүдөй мазмундагы 5-1-берене менен толукталсын: «5-1-берене. Аты»;",
            [("add", "art_5_1", "", "5-1-берене. Аты")],
        ),
    ],
)
def test_kyrgyz_formulas(clause: str, expected: list[tuple[str, str, str, str]]) -> None:
    assert found_in_kyrgyz(clause) == expected


def test_a_place_said_above_holds_for_the_clauses_below() -> None:
    assert found_in(
        "1) в статье 44:",
        "а) часть 4 исключить;",
        "б) дополнить частью 5 следующего содержания:",
        "«5. Иное.»;",
    ) == [
        ("delete", "art_44__part_4", "", ""),
        ("add", "art_44__part_5", "", "5. Иное."),
    ]


def test_a_block_that_gives_two_parts_is_cut_in_two() -> None:
    clause = "1) статью 5 дополнить частями 3 и 4 следующего содержания:"
    assert found_in(clause, "«3. Третья.", "Её абзац.", "4. Четвёртая.»;") == [
        ("add", "art_5__part_3", "", "3. Третья.\nЕё абзац."),
        ("add", "art_5__part_4", "", "4. Четвёртая."),
    ]


def test_a_block_that_gives_two_articles_is_cut_at_the_articles() -> None:
    clause = "1) главу 2 дополнить статьями 15-1 и 15-2 следующего содержания:"
    block = [
        "«Статья 15-1. Первая",
        "1. Текст первой.",
        "Статья 15-2. Вторая",
        "1. Текст второй.»;",
    ]
    assert found_in(clause, *block) == [
        ("add", "art_15_1", "", "Статья 15-1. Первая\n1. Текст первой."),
        ("add", "art_15_2", "", "Статья 15-2. Вторая\n1. Текст второй."),
    ]


@pytest.mark.parametrize(
    "clause",
    [
        "Признать утратившим силу Закон «О заборах» (Ведомости, 2010 г.).",
        "Закон «О заборах» күчүн жоготту деп таанылсын.",
    ],
)
def test_an_act_repealed_whole_is_named(clause: str) -> None:
    (found,) = amendments(split([Line("Статья 2."), Line(clause)]))
    assert (found.operation, found.target_act, found.target_eid) == (
        "repeal",
        "Закон «О заборах»",
        "",
    )


def test_formulas_inside_quotations_are_not_clauses() -> None:
    clause = "1) статью 5 изложить в следующей редакции: «Статья 5. Слова «а» исключить.»;"
    assert found_in(clause) == [("restate", "art_5", "", "Статья 5. Слова «а» исключить.")]


def test_a_law_that_amends_nothing_has_no_amendments() -> None:
    assert amendments(fixture("amended_law_ru.txt")) == ()


def test_a_printed_law_keeps_its_numbers_and_names_the_doubt() -> None:
    found = amendments(fixture("printed_law_ru.txt"))
    told = [(one.operation, one.target_eid, one.other_readings) for one in found]
    assert told == [
        ("add", "art_37__part_11", ("art_37__part_1_1",)),
        ("insert_words", "art_108__part_1__point_3", ()),
        ("restate", "art_44__part_1__point_13", ("art_44__part_1__point_1_3",)),
        ("repeal", "art_44__part_4", ()),
        ("insert_words", "art_4__part_1", ()),
        ("delete_words", "art_4__part_2", ()),
        ("delete_words", "art_4__part_2", ()),
    ]
    assert {one.target_act for one in found} == {
        "Кодекс о дворах (демонстрация)",
        "Закон «О садах (демонстрация)»",
    }


def test_every_clause_of_the_law_of_2025_is_understood(shared) -> None:
    data = (shared / "texts" / "law_257_2025_ru.txt").read_bytes()
    found = amendments(split(read_act(data, name="law.txt")))
    assert len(found) == 27
    assert len({one.target_act for one in found}) == 7
    assert all(
        one.target_eid.startswith("art_") and (one.new_words or one.operation == "repeal")
        for one in found
    )
    doubted = [one for one in found if one.operation == "add" and one.other_readings]
    assert len(doubted) == 12
    assert isinstance(found[0], Amendment)

"""Splitting an act: stable ids, nothing lost, nothing doubled, quoted law not taken for its own."""

import re

from hypothesis import given
from hypothesis import strategies as st

from makul.core.provisions import Act, Line, split
from makul.core.provisions.marks import mark_of
from makul.documents.reading import read_act
from tests.fixtures.word_files import ACTS, code

MARKS = [
    "Статья 7. Имя",
    "7-берене. Аты",
    "1. ",
    "2) ",
    "а) ",
    "- ",
    "§ 1. ",
    "Глава 2. ",
    "(В редакции Закона КР от 1 мая 2024 года № 3)",
]
MARKS += [
    "«Статья 5. Чужая",
    "текст.»;",
    "Приложение 1",
    "РАЗДЕЛ II",
    "Внимание! ",
    "Begin_nocompare",
    "End_nocompare",
    "дополнить:",
    "",
]
lines = st.lists(
    st.builds(
        Line,
        st.builds("{}{}".format, st.sampled_from(MARKS), st.text('абв гд1².:;»«"(', max_size=12)),
        style=st.sampled_from([None, "heading", "title"]),
        table=st.booleans(),
    ),
    max_size=25,
)


def act_of(text: str, **more: str) -> Act:
    return split([Line(line) for line in text.strip().splitlines()], **more)


def ids(text: str) -> list[str]:
    return [provision.eid for provision in act_of(text).provisions]


def fixture(name: str) -> Act:
    return split(read_act((ACTS / name).read_bytes(), name=name))


@given(lines)
def test_no_text_is_lost_and_no_id_stands_twice(given_lines: list[Line]) -> None:
    act = split(given_lines)
    eids = [provision.eid for provision in act.provisions]
    assert len(eids) == len(set(eids))
    kept = {word for one in act.provisions for word in words(f"{one.heading} {one.text}")}
    assert [word for line in given_lines for word in words(said(line)) if word not in kept] == []


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text)


def said(line: Line) -> str:
    """What a line says after its mark; in a row of a table nothing is a mark."""
    mark = mark_of(" ".join(line.text.split()))
    return mark.rest if mark and not line.table else line.text


@given(lines)
def test_every_parent_stands_in_the_act(given_lines: list[Line]) -> None:
    act = split(given_lines)
    known = {provision.eid for provision in act.provisions}
    assert [one.eid for one in act.provisions if one.parent and one.parent not in known] == []


def test_ids_grow_from_article_to_subpoint() -> None:
    assert ids(
        """
        Статья 7. Имя
        1. Первая часть:
        1) первый пункт:
        а) подпункт;
        б) подпункт.
        2) второй пункт.
        Второй абзац части.
        2. Вторая часть.
        """.replace("        ", "")
    ) == [
        "art_7",
        "art_7__part_1",
        "art_7__part_1__point_1",
        "art_7__part_1__point_1__subpoint_a",
        "art_7__part_1__point_1__subpoint_b",
        "art_7__part_1__point_2",
        "art_7__part_1__par_2",
        "art_7__part_2",
    ]


def test_one_article_written_four_ways_has_one_id() -> None:
    headings = ["Статья 222-2. Имя", "Статья 222². Имя", "222²-берене. Аты", "222-2-берене. Аты"]
    assert {ids(heading)[0] for heading in headings} == {"art_222_2"}


def test_superscripts_lost_in_pdf_are_found_by_their_neighbours() -> None:
    text = "Статья 222. А\nСтатья 2221. Б\nСтатья 2222. В\nСтатья 223. Г"
    assert ids(text) == ["art_222", "art_222_1", "art_222_2", "art_223"]
    assert ids("Статья 1. А\n1. А.\n11. Б.\n2. В.")[1:] == [
        "art_1__part_1",
        "art_1__part_1_1",
        "art_1__part_2",
    ]


def test_a_number_without_proof_stays_as_it_is() -> None:
    assert ids("Статья 1. А\nСтатья 11. Б\nСтатья 12. В") == ["art_1", "art_11", "art_12"]


def test_a_lost_full_stop_is_found_by_its_neighbours() -> None:
    assert ids("5-берене. Аты\n1 Автомобиль жолу.\n2. Темир жол.")[1:] == [
        "art_5__part_1",
        "art_5__part_2",
    ]
    assert ids("5-берене. Аты\n1 Автомобиль жолу.")[1:] == []


def test_the_second_of_one_id_gets_a_suffix() -> None:
    assert ids("Статья 3. А\n1. Раз.\nСтатья 3. Б\n1. Два.") == [
        "art_3",
        "art_3__part_1",
        "art_3-2",
        "art_3-2__part_1",
    ]


def test_a_sentence_that_begins_with_a_reference_is_no_article() -> None:
    text = "Статья 4. Имя\nСтатья 5 настоящего Кодекса применяется ко всем.\n7-берененин талаптары."
    assert ids(text) == ["art_4", "art_4__par_2"]


def test_headings_on_the_next_line() -> None:
    act = act_of("ГЛАВА 1\nОБЩИЕ ПОЛОЖЕНИЯ\nСтатья 1\nПредмет закона\nТекст статьи.")
    assert [(one.eid, one.heading, one.text) for one in act.provisions] == [
        ("chp_1", "ОБЩИЕ ПОЛОЖЕНИЯ", ""),
        ("art_1", "Предмет закона", "Текст статьи."),
    ]


def test_an_article_without_a_heading_keeps_its_text() -> None:
    act = act_of("Статья 1.\nВнести в Закон изменения:\n1) слово исключить.")
    assert [(one.heading, one.text) for one in act.articles] == [("", "Внести в Закон изменения:")]


def test_notes_are_kept_apart() -> None:
    act = act_of(
        "Статья 1. Имя\n(В редакции Закона КР от 1 мая 2024 года № 3)\n1. Текст.\n"
        "Көңүл буруңуздар! КР Мыйзамына ылайык бөлүк күчүнө кирет."
    )
    assert [(one.eid, one.kind) for one in act.provisions] == [
        ("art_1", "article"),
        ("art_1__note_1", "note"),
        ("art_1__part_1", "part"),
        ("art_1__part_1__note_1", "note"),
    ]


def test_structure_has_ids_of_its_own_and_articles_stay_flat() -> None:
    russian = ids("РАЗДЕЛ II. А\nГлава 3. Б\n§ 1. В\nСтатья 9. Г")
    kyrgyz = ids("II бөлүм. А\n3-глава. Б\n§ 1. В\n9-берене. Г")
    assert russian == kyrgyz == ["sec_2", "chp_3", "chp_3__subchp_1", "art_9"]


def test_a_resolution_without_articles_has_points() -> None:
    text = "ТОКТОМ\nСуу жөнүндө\nКеңеш токтом кылат:\n1. Бекитилсин:\n1) тартип;\n2. Жарыялансын.\n1-тиркеме\n1. Тартип."
    assert ids(text) == [
        "requisite_1",
        "title",
        "preamble",
        "point_1",
        "point_1__subpoint_1",
        "point_2",
        "annex_1",
        "annex_1__point_1",
    ]


def test_the_draft_law_reads_alike_in_both_languages() -> None:
    russian, kyrgyz = fixture("draft_law_ru.txt"), fixture("draft_law_ky.txt")
    assert [one.eid for one in russian.provisions] == [one.eid for one in kyrgyz.provisions]
    assert (len(russian.articles), russian.language, kyrgyz.language) == (12, "ru", "ky")
    assert russian.title == "О реестре уличного освещения населённых пунктов"
    assert kyrgyz.title == "Калктуу конуштардын көчөлөрүн жарыктандыруу реестри жөнүндө"
    kinds = [one.kind for one in russian.provisions]
    assert (kinds.count("part"), kinds.count("point")) == (24, 7)


def test_articles_quoted_in_an_amending_law_are_not_its_own() -> None:
    act = fixture("draft_law_ru.txt")
    quoted = [one.eid for one in act.provisions if one.kind == "quoted"]
    assert quoted == ["art_11__point_1__par_2", "art_11__point_3__par_2", "art_11__point_3__par_3"]


def test_a_table_of_contents_is_not_counted() -> None:
    listed = "РАЗДЕЛ I. А\nСтатья 1. Первая\nСтатья 2. Вторая\nСтатья 3. Третья"
    whole = re.sub(r"(?m)^(Статья.*)$", r"\1\nТекст.", listed)
    act = act_of(f"КОДЕКС О ДВОРАХ\n{listed}\n{whole}")
    assert [one.eid for one in act.articles] == ["art_1", "art_2", "art_3"]
    assert [one.kind for one in act.provisions].count("contents") == 4
    assert act.title == "КОДЕКС О ДВОРАХ"


def test_headings_with_latin_letters_inside() -> None:
    assert ids("12-бepeнe. Аты\nCтатья 13. Имя\n4-глaва. Аты") == ["art_12", "art_13", "chp_4"]


def test_a_list_of_editions_over_several_lines_is_a_note() -> None:
    act = act_of(
        "КЫРГЫЗ РЕСПУБЛИКАСЫНЫН КОДЕКСИ\n(Кыргыз Республикасынын\n2019-жылдын 15-майындагы № 62,\n"
        "2020-жылдын 1-июнундагы № 7 Мыйзамдарынын редакцияларына ылайык)\n1-берене. Аты\n1. Текст."
    )
    assert [one.kind for one in act.provisions] == [
        "title",
        "note",
        "note",
        "note",
        "article",
        "part",
    ]


def test_an_act_no_longer_in_force_keeps_its_title() -> None:
    act = act_of(
        "КР 2021-жылдын 28-октябрындагы № 126 Мыйзамына ылайык\nКҮЧҮН ЖОГОТТУ\nКОРООЛОР ЖӨНҮНДӨ КОДЕКС\n"
        "2016-жылдын 22-декабрында\nКыргыз Республикасынын\nЖогорку Кеңеши тарабынан\nкабыл алынган\n1-берене. Аты"
    )
    assert act.title == "КОРООЛОР ЖӨНҮНДӨ КОДЕКС"
    assert [one.kind for one in act.provisions][:3] == ["note", "note", "title"]


def test_a_page_head_is_no_title_where_the_form_stands_below() -> None:
    act = act_of(
        "Закон КР от 3 марта 2029 года № 00 «О дворах»\nЗАКОН КЫРГЫЗСКОЙ РЕСПУБЛИКИ\nО дворах\nСтатья 1. А"
    )
    assert act.title == "О дворах"


def test_definitions_in_quotation_marks_swallow_nothing() -> None:
    text = "Статья 1. Понятия\nПонятия:\n«двор» – место у дома;\n«сад» – место у двора.\nСтатья 2. Иное\nГазета «Сад»."
    assert ids(text) == ["art_1", "art_1__par_2", "art_1__par_3", "art_2"]


def test_a_resolution_of_a_local_council_in_free_layout() -> None:
    act = act_of(
        "Т О К Т О М\n№ 5\n2025-жылдын 1-марты\nАйылдык кеңештин VIII чакырылышынын 5-сессиясы\n"
        "Суу пайдалануу тартиби жөнүндө\nАйылдык кеңеш Т О К Т О М   К Ы Л А Т:\n1. Тартип бекитилсин.\n"
        "Кеңештин төрагасы А. Асанов\nАйылдык кеңештин № 5 токтомуна тиркеме\nТАРТИП\n1. Суу берилет."
    )
    assert act.title == "Суу пайдалануу тартиби жөнүндө"
    assert [one.eid for one in act.provisions][-4:] == [
        "point_1",
        "signature",
        "annex_1",
        "annex_1__point_1",
    ]


def test_a_sentence_that_is_all_of_an_article_is_its_text() -> None:
    act = act_of("Статья 1. Имя\n1. Текст.\nСтатья 2. Закон вступает в силу со дня опубликования.")
    assert [(one.heading, one.text) for one in act.articles] == [
        ("Имя", ""),
        ("", "Закон вступает в силу со дня опубликования."),
    ]


def test_a_range_of_repealed_articles_pairs() -> None:
    assert (
        ids("Статьи 45-47. (Утратили силу)")
        == ids("45-47-беренелер. (Күчүн жоготту)")
        == ["art_45_47"]
    )


def test_a_small_code_reads_alike_in_both_languages() -> None:
    russian, kyrgyz = (split(read_act(code(one), name=f"{one}.docx")) for one in ("ru", "ky"))
    expected = [
        "title",
        "requisite_1",
        "note_1",
        "preamble",
        "sec_1",
        "chp_1",
        "art_1",
        "art_1__point_1",
        "art_1__point_2",
        "art_1__point_2__note_1",
        "art_1_2",
        "art_1_2__part_1",
        "art_2",
        "art_2__part_1",
        "art_2__part_1__par_2",
        "art_2__part_2",
        "signature",
        "signature_2",
    ]
    assert [one.eid for one in russian.provisions] == expected
    assert [one.eid for one in kyrgyz.provisions] == expected
    area = russian.find("art_1_2__part_1")
    assert area is not None
    assert area.text == "Площадь двора не более 36 м² на дом."


def test_the_land_code_has_131_articles_with_their_headings(shared) -> None:
    texts = shared / "texts"
    acts = [
        split(read_act((texts / f"land_code_2025_{one}.docx").read_bytes(), name="code.docx"))
        for one in ("ru", "ky")
    ]
    for act in acts:
        kinds = [one.kind for one in act.provisions]
        assert [one.eid for one in act.articles] == [f"art_{n}" for n in range(1, 132)]
        assert all(article.heading for article in act.articles)
        assert (kinds.count("part"), kinds.count("point"), kinds.count("chapter")) == (360, 370, 22)
    bodies = [
        {one.eid for one in act.provisions if one.eid.startswith("art_") and one.kind != "note"}
        for act in acts
    ]
    assert bodies[0] == bodies[1]


def test_the_amending_law_has_8_articles_and_its_points(shared) -> None:
    data = (shared / "texts" / "law_257_2025_ru.txt").read_bytes()
    act = split(read_act(data, name="law.txt"))
    kinds = [one.kind for one in act.provisions]
    assert [one.eid for one in act.articles] == [f"art_{n}" for n in range(1, 9)]
    assert (kinds.count("point"), kinds.count("subpoint"), kinds.count("quoted")) == (19, 7, 20)

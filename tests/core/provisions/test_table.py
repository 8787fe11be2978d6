"""The comparative table: the demonstration's rows, and what is said when a text cannot be found."""

import pytest

from makul.core.provisions import Act, Amendment, Line, Row, amendments, comparative_table, split
from tests.core.provisions.test_split import fixture

TARGET = [
    "Статья 5. Имя",
    "1. Работа идёт по мере необходимости.",
    "Второй абзац.",
    "2. Список:",
    "1) сад;",
    "2) двор.",
]


def target() -> Act:
    return split([Line(line) for line in TARGET])


def row(
    operation: str, eid: str, *, old: str = "", new: str = "", other: tuple[str, ...] = ()
) -> Row:
    amendment = Amendment("art_1", "Закон", eid, operation, old, new, other)
    return comparative_table([amendment], target=target())[0]


def rows(language: str) -> tuple[Row, ...]:
    found = amendments(fixture(f"draft_law_{language}.txt"))
    return comparative_table(found, target=fixture(f"amended_law_{language}.txt"))


def marked(one: Row) -> tuple[str, str]:
    """What went and what came."""
    return (
        "".join(span.text for span in one.spans if span.op == "del"),
        "".join(span.text for span in one.spans if span.op == "ins"),
    )


def test_the_demonstration_in_russian() -> None:
    first, second, third = rows("ru")
    assert first.place == "Статья 7, часть 1, пункт 5"
    assert first.old.splitlines()[-1] == "4) содержат места общего пользования."
    assert first.new.splitlines()[-2:] == [
        "4) содержат места общего пользования;",
        "5) ведут реестр уличного освещения населённых пунктов.",
    ]
    assert (second.place, second.old) == (
        "Статья 12, часть 2",
        "2. Осмотр объектов благоустройства проводится по мере необходимости.",
    )
    assert marked(second) == ("по мере необходимости", "не реже одного раза в год")
    assert (third.place, third.new.splitlines()[0]) == (
        "Статья 15",
        "Статья 15. Содержание уличного освещения",
    )
    assert [one.problem for one in (first, second, third)] == ["", "", ""]


def test_the_demonstration_in_kyrgyz() -> None:
    first, second, third = rows("ky")
    assert [one.place for one in (first, second, third)] == [
        "7-берене, 1-бөлүк, 5-пункт",
        "12-берене, 2-бөлүк",
        "15-берене",
    ]
    assert (
        first.new.splitlines()[-1]
        == "5) калктуу конуштардын көчөлөрүн жарыктандыруу реестрин жүргүзөт."
    )
    assert second.new == "2. Көрктөндүрүү объектилери жылына бир жолудан кем эмес каралат."
    assert [one.problem for one in (first, second, third)] == ["", "", ""]


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (
            row("insert_words", "art_5__part_1", old="идёт", new=", как прежде,"),
            "1. Работа идёт, как прежде, по мере",
        ),
        (row("delete_words", "art_5__part_1", old="по мере необходимости"), "1. Работа идёт."),
        (row("append_words", "art_5__part_1__par_2", new="и третий"), "Второй абзац и третий."),
        (row("append_words", "art_5__part_1__par_2", new="Ещё одно."), "Второй абзац. Ещё одно."),
        (
            row("replace_words", "art_5__part_1__par_1", old="идет", new="стоит"),
            "1. Работа стоит по мере",
        ),
        (
            row("add", "art_5__part_2__point_1_1", new="1¹) парк;"),
            "2. Список:\n1) сад;\n1¹) парк;\n2) двор.",
        ),
        (row("add", "art_6", new="Статья 6. Новая"), "Статья 6. Новая"),
        (row("repeal", "art_5__part_2__point_2"), ""),
    ],
)
def test_each_operation(made: Row, expected: str) -> None:
    assert made.problem == ""
    assert made.new.startswith(expected) if expected else made.new == ""


def test_what_cannot_be_found_is_said() -> None:
    assert row("restate", "art_9", new="Иное").problem == "not_found"
    assert row("replace_words", "art_5", old="море", new="река").problem == "words_not_found"
    assert comparative_table(amendments(fixture("draft_law_ru.txt")))[0].problem == "no_target"


def test_the_amended_act_decides_what_a_lost_superscript_was() -> None:
    assert (
        row("add", "art_5__part_11", new="11. Иное.", other=("art_5__part_1_1",)).place
        == "Статья 5, часть 1¹"
    )
    assert row("add", "art_5__part_3", new="3. Иное.").place == "Статья 5, часть 3"
    undecided = comparative_table(
        [Amendment("art_1", "", "art_5__part_11", "add", "", "11.", ("art_5__part_1_1",))]
    )
    assert undecided[0].doubt == ("art_5__part_1_1",)

"""Comparative tables as papers: places at left, what went and what came marked."""

from makul.core.provisions import Line, amendments, comparative_table, compare, split
from makul.documents.comparing import paper_of_changes, paper_of_rows
from makul.documents.paper import Run, Table, plain

OLD = split([Line("Статья 1. Имя"), Line("1. Раз в год.")])
NEW = split([Line("Статья 1. Имя"), Line("1. Раз в месяц.")])


def rows(paper: object) -> tuple[tuple[object, ...], ...]:
    (table,) = paper.blocks  # type: ignore[attr-defined]
    assert isinstance(table, Table)
    return table.rows


def test_what_went_is_marked_at_left_and_what_came_at_right() -> None:
    ((place, left, right),) = rows(paper_of_changes(compare(OLD, NEW), language="ru"))
    assert place == "Статья 1, часть 1"
    assert left == (Run("Раз в "), Run("год", "del"), Run("."))
    assert right == (Run("Раз в "), Run("месяц", "ins"), Run("."))


def test_versions_that_do_not_differ_say_so() -> None:
    ((_, left, _),) = rows(paper_of_changes(compare(OLD, OLD), language="ky"))
    assert left == "Редакциялардын ортосунда айырма жок."


def test_a_moved_provision_names_both_places() -> None:
    new = split([Line("Статья 2. Имя"), Line("1. Раз в год.")])
    ((place, left, right),) = rows(paper_of_changes(compare(OLD, new), language="ru"))
    assert (place, plain(left), plain(right)) == ("Статья 1 → Статья 2", "Имя", "Имя")  # type: ignore[arg-type]


def test_an_amendment_names_the_act_the_place_and_the_doubt() -> None:
    law = split(
        [
            Line("Статья 1. О внесении"),
            Line("Внести в Закон «О дворах» следующие изменения:"),
            Line("1) дополнить статью 5 частью 11 следующего содержания: «11. Иное.»;"),
        ]
    )
    ((place, _, right),) = rows(paper_of_rows(comparative_table(amendments(law)), language="ru"))
    assert str(place).splitlines() == [
        "Закон «О дворах»",
        "Статья 5, часть 11",
        "Статья 5, часть 1¹?",
    ]
    assert plain(right) == "11. Иное."  # type: ignore[arg-type]

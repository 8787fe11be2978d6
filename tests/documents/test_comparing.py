"""Comparative tables as papers: places at left, what went and what came marked."""

from makul.core.provisions import Act, Line, amendments, comparative_table, compare, split
from makul.documents.comparing import by_article, paper_of_changes, paper_of_rows
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


def act(text: str) -> Act:
    return split([Line(line) for line in text.splitlines()])


def test_changes_are_gathered_by_article() -> None:
    old = act("Статья 1. Имя\n1. Раз в год.\n2. Лишнее правило.\nСтатья 2. Срок\nДень.")
    new = act("Статья 1. Имя\n1. Раз в месяц.\nСтатья 2. Срок\nДень.\nСтатья 3. Новая")
    found = by_article(compare(old, new))
    assert [(one.eid, one.kind) for one in found] == [
        ("art_1", "changed"),
        ("art_2", "same"),
        ("art_3", "added"),
    ]
    assert [(one.eid, one.kind) for one in found[0].differing] == [
        ("art_1__part_1", "changed"),
        ("art_1__part_2", "removed"),
    ]


def test_a_renumbered_article_keeps_its_removed_parts() -> None:
    body = "1. Первое правило о дворах.\n2. Второе правило о дворах."
    old = act(f"Статья 1. Дворы и улицы\n{body}\n3. Лишнее.")
    new = act(f"Статья 1. Совсем иное\nСлова.\nСтатья 2. Дворы и улицы\n{body}")
    found = by_article(compare(old, new))
    assert [(one.eid, one.kind, one.old_eid) for one in found] == [
        ("art_1", "added", ""),
        ("art_2", "moved", "art_1"),
    ]
    assert [one.kind for one in found[1].differing] == ["moved", "removed"]

"""Comparing two versions: what stayed, changed, came, went and moved, to the word."""

from collections import Counter

from hypothesis import given, settings

from makul.core.provisions import Act, Change, Line, compare, split
from makul.core.provisions.words import same, without_notes
from tests.core.provisions.test_split import fixture, lines

OLD = "Статья 1. Имя\n1. Раз в год.\n2. Работу ведёт орган.\nСтатья 2. Срок\nДесять дней."


def act_of(text: str) -> Act:
    return split([Line(line) for line in text.splitlines()])


def kinds(old: str, new: str) -> dict[str, str]:
    return {
        change.eid: change.kind
        for change in compare(act_of(old), act_of(new))
        if change.kind != "same"
    }


@given(lines)
@settings(max_examples=60)
def test_an_act_is_the_same_as_itself(given_lines: list[Line]) -> None:
    act = split(given_lines)
    found = Counter((change.eid, change.kind) for change in compare(act, act))
    assert found == Counter((eid, "same") for eid in eids(act))


@given(lines, lines)
@settings(max_examples=60)
def test_nothing_of_either_version_is_left_out(
    old_lines: list[Line], new_lines: list[Line]
) -> None:
    old, new = split(old_lines), split(new_lines)
    changes = compare(old, new)
    assert Counter(c.old_eid for c in changes if c.kind != "added") == eids(old)
    assert Counter(c.eid for c in changes if c.kind != "removed") == eids(new)


def eids(act: Act) -> Counter[str]:
    return Counter(one.eid for one in act.provisions if one.kind != "note")


def test_each_kind_of_change() -> None:
    assert kinds(OLD, OLD.replace("Раз в год", "Раз в месяц")) == {"art_1__part_1": "changed"}
    assert kinds(OLD, OLD + "\nСтатья 3. Иное\nНовое.") == {"art_3": "added"}
    assert kinds(OLD, OLD.replace("\n2. Работу ведёт орган.", "")) == {"art_1__part_2": "removed"}


def test_a_new_article_moves_those_after_it() -> None:
    new = OLD.replace("Статья 2.", "Статья 2. Деньги\nРасходы покрываются.\nСтатья 3.")
    assert kinds(OLD, new) == {"art_2": "added", "art_3": "moved"}
    moved = next(one for one in compare(act_of(OLD), act_of(new)) if one.kind == "moved")
    assert (moved.old_eid, moved.old == moved.new) == ("art_2", True)


def test_spoiled_letters_dashes_and_notes_are_no_change() -> None:
    old = "1-берене. Аты\nКеӊеш — орган. (КР 2024-жылдын 1-майындагы № 3 Мыйзамынын редакциясына ылайык)"
    assert kinds(old, "1-берене. Аты\nКеңеш - орган.") == {}
    assert same("учёт", "учет")
    assert without_notes("А (Введен Законом КР от 1 мая 2024 года № 3).") == "А."


def test_the_adopted_law_differs_where_it_was_agreed() -> None:
    draft = fixture("draft_law_ru.txt")
    old = "обновляются ежеквартально"
    changed = [
        Line(one.text.replace("за счёт средств местного бюджета", "за счёт трансфертов"))
        for one in (Line(line) for line in lines_of("draft_law_ru.txt"))
    ]
    found = [one for one in compare(draft, split(changed)) if one.kind != "same"]
    assert [(one.eid, one.kind) for one in found] == [
        ("art_4__part_3", "changed"),
        ("art_8__part_2", "changed"),
    ]
    assert old in (draft.find("art_3__part_3") or Change("", "")).text  # type: ignore[union-attr]


def lines_of(name: str) -> list[str]:
    from tests.fixtures.word_files import ACTS

    return [line for line in (ACTS / name).read_text(encoding="utf-8").splitlines() if line.strip()]

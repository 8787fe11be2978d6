"""The comparative table made from amending formulas, as rows and as a Word file."""

from __future__ import annotations

from makul.drafts.models import DraftAct
from makul.drafts.tables import marked, rows_of, table_files, table_paper
from makul.parties.models import Party
from tests.drafts.conftest import AMENDING, act
from tests.scene import DRAFT_RU

TARGET = """ЗАКОН

О благоустройстве (демонстрационный)

Статья 4. Отчёт
1. Отчёт представляется ежегодно.

Статья 5. Плата
1. Плата не взимается.
"""


def draft() -> DraftAct:
    initiator = Party(key="demo", is_demonstration=True)
    return DraftAct(initiator=initiator, title_ru="О внесении изменений", title_ky="")


def test_each_change_is_a_row_in_the_words_of_the_act_in_force() -> None:
    rows = rows_of(act(AMENDING), target=act(TARGET))
    assert [row.target_eid for row in rows] == ["art_4__part_1", "art_5"]
    assert (rows[0].old, rows[0].new) == (
        "1. Отчёт представляется ежегодно.",
        "1. Отчёт представляется ежеквартально.",
    )
    assert rows_of(act(DRAFT_RU)) == ()


def test_a_side_of_a_row_marks_what_went_and_what_came() -> None:
    row = rows_of(act(AMENDING), target=act(TARGET))[0]
    assert [run.text.strip(" .") for run in marked(row, "del") if run.kind == "del"] == ["ежегодно"]
    assert [run.text.strip(" .") for run in marked(row, "ins") if run.kind == "ins"] == [
        "ежеквартально"
    ]


def test_a_table_is_made_for_each_language_that_changes_something() -> None:
    acts = {"ru": act(AMENDING), "ky": act("1-берене. Бир\nТекст.")}
    (file,) = table_files(draft(), acts, targets={})
    assert (file.language, file.name, file.data[:2]) == ("ru", "сравнительная-таблица.docx", b"PK")
    paper = table_paper(draft(), "ru", rows_of(acts["ru"]))
    assert paper.mark == "ДЕМОНСТРАЦИЯ"
    assert paper.title == "Сравнительная таблица. О внесении изменений"

"""A blank form keeps every field of its form, with room to write or boxes to tick."""

from __future__ import annotations

import pytest

from makul.documents.paper import Block, Fields, Heading, Para, Table, plain
from makul.documents.regulation.blank_forms import blank, blank_form, label
from makul.law.forms import FORMS, form
from makul.law.procedures import procedure
from makul.law.sources import LANGUAGES


def blocks(key: str, language: str) -> list[Block]:
    return list(blank_form(key, rules=procedure(), language=language))


def labels(found: list[Block]) -> list[str]:
    """Everything that is asked, in order."""
    asked: list[str] = []
    for one in found:
        if isinstance(one, Fields):
            asked += [text for text, _ in one.lines]
        elif isinstance(one, Table):
            asked += [column.title for column in one.columns]
        elif isinstance(one, Heading) and one.level == 3:
            asked.append(one.text)
    return asked


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", FORMS)
def test_every_field_is_asked_once_and_in_order(key: str, language: str) -> None:
    wanted = [label(one, language) for field in form(key).fields for one in (field, *field.columns)]
    assert labels(blocks(key, language)) == wanted


def test_a_listed_kind_has_a_line_for_each_of_its_values() -> None:
    table = next(one for one in blocks("F2", "ru") if isinstance(one, Table))
    assert [plain(row[0]) for row in table.rows][:2] == [
        "новая или изменённая обязанность",
        "расходы или выпадающие доходы",
    ]
    assert len(table.rows) == 8


def test_choices_have_boxes_and_texts_have_room() -> None:
    intake = form("F1")
    assert blank(intake.field("intake.result"), "ky").count("☐") == 2
    assert blank(intake.field("intake.text_ky"), "ru") == "☐ да     ☐ нет"
    assert blank(intake.field("intake.track_reason"), "ru").count("\n") == 3
    assert blank(intake.field("intake.initiator"), "ru") == ""


def test_what_is_required_and_what_the_system_fills_in_is_marked() -> None:
    asked = labels(blocks("F1", "ru"))
    assert asked[:2] == ["Дело № °", "Название проекта *"]


def test_printed_sentences_stand_below_and_buttons_of_the_screen_do_not() -> None:
    said = [plain(one.words) for one in blocks("F4", "ru") if isinstance(one, Para)]
    assert said == [
        "Заполняется на шаге: Позиция органа МСУ.",
        "Если вы не ответите, запишем «мнение не представлено». Это не согласие.",
    ]

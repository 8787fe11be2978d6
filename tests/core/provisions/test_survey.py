"""The first look over all lines of an act."""

from makul.core.provisions.act import Line
from makul.core.provisions.survey import survey


def test_what_is_not_compared_is_a_note() -> None:
    texts = ["Статья 1. Имя", "Begin_nocompare", "Реклама банка данных", "End_nocompare", "Текст."]
    roles = [one.role for one in survey([Line(text) for text in texts])]
    assert roles == ["mark", "note", "note", "note", "text"]


def test_from_the_signature_to_the_end_but_annexes() -> None:
    texts = [
        "Статья 1. Имя",
        "1. Текст.",
        "Президент Кыргызской Республики",
        "С. Ф.",
        "Приложение 1",
        "1. Ещё.",
    ]
    roles = [one.role for one in survey([Line(text) for text in texts])]
    assert roles == ["mark", "mark", "signature", "signature", "mark", "mark"]

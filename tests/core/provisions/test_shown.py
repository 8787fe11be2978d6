"""Provisions written out again."""

from makul.core.provisions import Line, line_of, split, text_of

TEXT = [
    "Статья 7. Имя",
    "1. Первая:",
    "1) пункт;",
    "а) подпункт.",
    "(В редакции Закона КР от 1 мая 2024 года № 3)",
]


def test_a_provision_is_written_out_as_it_stands() -> None:
    act = split([Line(line) for line in TEXT])
    assert text_of(act, "art_7").splitlines() == TEXT[:-1]
    assert line_of(act.provisions[0], language="ky") == "7-берене. Имя"

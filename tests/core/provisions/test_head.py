"""What stands before the first article and after the last one."""

import pytest

from makul.core.provisions.act import Line
from makul.core.provisions.head import head_kinds, is_last_rite, is_note, is_signature


def kinds(*texts: str) -> tuple[str, ...]:
    return head_kinds([Line(text) for text in texts])


def test_a_law() -> None:
    assert kinds(
        "Проект", "ЗАКОН КЫРГЫЗСКОЙ РЕСПУБЛИКИ", "О дворах", "и садах", "Настоящий Закон действует."
    ) == (
        "requisite",
        "requisite",
        "title",
        "title",
        "preamble",
    )


def test_a_kyrgyz_code() -> None:
    assert kinds(
        "Бишкек шаары",
        "ЖЕР КОДЕКСИ",
        "2025-жылдын 18-июлу № 149",
        "Ушул Кодекс жөнгө салат.",
        "Ал милдеттүү.",
    ) == (
        "requisite",
        "title",
        "requisite",
        "preamble",
        "preamble",
    )


@pytest.mark.parametrize(
    "text",
    [
        "(В редакции Закона КР от 1 мая 2024 года № 3)",
        "(Утратила силу в соответствии с Законом КР от 1 мая 2024 года № 3)",
        "(КР 2024-жылдын 1-майындагы № 3 Мыйзамынын редакциясына ылайык)",
        "Внимание! Статья вступает в силу позже.",
        "Көңүл бургула! Берене кийин күчүнө кирет.",
        "Begin_nocompare",
    ],
)
def test_notes(text: str) -> None:
    assert is_note(Line(text))


@pytest.mark.parametrize(
    "text", ["(далее - реестр)", "(при наличии закона)", "1. В редакции закона нет ошибок."]
)
def test_no_notes(text: str) -> None:
    assert not is_note(Line(text))


def test_signatures() -> None:
    assert is_signature(Line("Кыргыз Республикасынын Президенти"))
    assert is_signature(Line("Президент | Ф.И.О.", table=True))
    assert not is_signature(Line("Председатель суда ведёт заседание."))
    assert is_last_rite(Line("Принят Жогорку Кенешем 4 июня 2025 года"))

"""Plain text: encodings, the furniture of printed pages, lines broken to a width."""

import pytest

from makul.core.provisions import amendments, split
from makul.documents.reading import read_act
from makul.documents.reading.plain import decode, lines_of_text
from tests.fixtures.word_files import ACTS

RUSSIAN = "Статья 1. Предмет\nНастоящий Закон регулирует отношения."
KYRGYZ = "7-берене. Өзгөчө жоболор"


def texts(text: str) -> list[str]:
    return [line.text for line in lines_of_text(text)]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1251", "koi8-r", "cp866"])
def test_russian_in_any_encoding(encoding: str) -> None:
    assert decode(RUSSIAN.encode(encoding)) == RUSSIAN


def test_kyrgyz_in_unicode() -> None:
    assert [decode(KYRGYZ.encode(one)) for one in ("utf-8", "utf-16")] == [KYRGYZ, KYRGYZ]


def test_bytes_that_are_no_text() -> None:
    assert decode(b"\x00\x01\x02") is None
    assert decode(b"\x01\x02\x03\x04" * 20) is None


def test_each_line_is_a_paragraph_where_lines_are_not_broken() -> None:
    assert texts("Статья 1. Имя\n1. Первая.\n\n2. Вторая.") == [
        "Статья 1. Имя",
        "1. Первая.",
        "2. Вторая.",
    ]


def test_a_printed_law_is_put_together_again() -> None:
    found = texts((ACTS / "printed_law_ru.txt").read_text(encoding="utf-8"))
    assert [text for text in found if "minjust" in text or text.startswith("Закон КР")] == []
    assert found[:4] == [
        "Настоящий Закон вступает в силу с 1 января 2030 года.",
        "ЗАКОН КЫРГЫЗСКОЙ РЕСПУБЛИКИ",
        "от 3 марта 2029 года № 00",
        "О внесении изменений в некоторые акты в сфере дворов (демонстрация)",
    ]
    assert '"13) заявлять просьбы, в том числе о проведении встречи жителей;";' in found
    act = split(lines_of_text((ACTS / "printed_law_ru.txt").read_text(encoding="utf-8")))
    assert [one.eid for one in act.articles] == ["art_1", "art_2", "art_3"]
    assert len(amendments(act)) == 7


def test_a_sentence_said_twice_is_no_page_head() -> None:
    data = (ACTS / "printed_law_ru.txt").read_bytes()
    found = [line.text for line in read_act(data, name="law.txt")]
    assert found.count("Настоящий Закон вступает в силу с 1 января 2030 года.") == 2


def test_page_numbers_fall_away_and_other_numbers_stay() -> None:
    pages = "Первая строка текста\n\n- 1 -\n\nвторая строка\n\n- 2 -\n\nтретья строка"
    assert texts(pages) == ["Первая строка текста", "вторая строка", "третья строка"]
    assert texts("Сумма:\n\n5\n\nсом") == ["Сумма:", "5", "сом"]


def test_a_word_parted_at_the_end_of_a_line() -> None:
    text = "    1. Айыл өкмөтү төмөнкү толук-\nтоолорду киргизет жана бардык\nтургундарга жарыя кылат, анын\nтартибин кеңеш бекитет.\n    2. Кийинки."
    assert texts(text) == [
        "1. Айыл өкмөтү төмөнкү толуктоолорду киргизет жана бардык тургундарга жарыя кылат, анын тартибин кеңеш бекитет.",
        "2. Кийинки.",
    ]


def test_superscripts_marked_by_hand_and_contents() -> None:
    assert texts("Статья 222^2. Имя\nПредмет ............ 12") == ["Статья 222². Имя"]

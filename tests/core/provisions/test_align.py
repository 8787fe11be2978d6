"""Pairing the two languages article by article."""

from makul.core.provisions import Act, Line, align, split
from makul.documents.reading import read_act
from tests.fixtures.word_files import ACTS, code


def acts(russian: str, kyrgyz: str) -> tuple[Act, Act]:
    first = split([Line(line) for line in russian.splitlines()], language="ru")
    return first, split([Line(line) for line in kyrgyz.splitlines()], language="ky")


def pairs(russian: str, kyrgyz: str) -> list[tuple[str, str]]:
    return [(pair.ru, pair.ky) for pair in align(*acts(russian, kyrgyz)).pairs]


def test_superscript_and_hyphen_are_the_same_article() -> None:
    assert pairs("Статья 1. А\nСтатья 222-2. Б", "1-берене. А\n222²-берене. Б") == [
        ("art_1", "art_1"),
        ("art_222_2", "art_222_2"),
    ]


def test_between_two_pairs_the_order_decides() -> None:
    russian = "Статья 1. А\nСтатья 19. Б\nСтатья 2. В"
    assert pairs(russian, "1-берене. А\n1-8-берене. Б\n2-берене. В") == [
        ("art_1", "art_1"),
        ("art_1_9", "art_1_8"),
        ("art_2", "art_2"),
    ]


def test_what_stands_in_one_language_only_is_named() -> None:
    found = align(*acts("Статья 1. А\nСтатья 2. Б", "1-берене. А\n3-берене. Б\n4-берене. В"))
    assert (found.only_ru, found.only_ky) == (("art_2",), ("art_3", "art_4"))


def test_demonstration_acts_pair_whole() -> None:
    draft = [
        split(read_act((ACTS / f"draft_law_{one}.txt").read_bytes(), name="a.txt"))
        for one in ("ru", "ky")
    ]
    small = [split(read_act(code(one), name="a.docx")) for one in ("ru", "ky")]
    for ru, ky in (draft, small):
        found = align(ru, ky)
        assert (len(found.pairs), found.only_ru, found.only_ky) == (len(ru.articles), (), ())


def test_the_land_code_pairs_131_to_131(shared) -> None:
    ru, ky = (
        split(
            read_act((shared / "texts" / f"land_code_2025_{one}.docx").read_bytes(), name="a.docx")
        )
        for one in ("ru", "ky")
    )
    found = align(ru, ky)
    assert [(pair.ru, pair.ky) for pair in found.pairs] == [
        (f"art_{n}", f"art_{n}") for n in range(1, 132)
    ]
    assert (found.only_ru, found.only_ky) == ((), ())

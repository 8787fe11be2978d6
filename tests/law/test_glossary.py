"""The glossary: every word in three languages, and an honest mark on what is not confirmed."""

import re
from pathlib import Path

import pytest

from makul.core.errors import BadInput
from makul.law.glossary import word, words
from makul.law.sources import LANGUAGES

MIXED = re.compile(r"[A-Za-z][А-яЁёҢңӨөҮү]|[А-яЁёҢңӨөҮү][A-Za-z]")

UNCONFIRMED = [
    "comparative_table",
    "objection",
    "proposal",
    "accepted",
    "partly",
    "declined",
    "agreed",
    "agreed_with_remarks",
    "not_agreed",
    "not_affected",
    "no_opinion",
    "protocol_of_disagreements",
    "special_protocol",
    "bypass",
    "commitment",
    "recommendation",
    "indicator",
    "inspection",
    "authentic_text",
    "sub_statutory_act",
    "minority_opinion",
    "dissenting_opinion",
    "consent_list",
    "minutes",
    "receipt",
    "board_mandate",
    "dossier",
    "watch",
    "alert",
    "several_readings",
    "amendment",
    "correction",
    "sitting",
    "plenary_sitting",
    "conciliation_meeting",
    "conciliation_sitting",
    "opinion_for_minutes",
    "sitting_minutes",
    "municipal_expertise",
    "expertise_opinion",
    "verdict",
    "human_rights_expertise",
    "second_deliberation",
    "lsg_side",
    "closed_by_one_side",
]


def test_every_word_stands_in_three_languages():
    for each in words().values():
        assert all(each.text(language).strip() for language in LANGUAGES), each.key
        assert not any(MIXED.search(each.text(language)) for language in LANGUAGES), each.key
        assert set(each.notes) in (set(), set(LANGUAGES)), each.key


def test_no_two_words_are_written_the_same_way():
    for language in LANGUAGES:
        texts = [each.text(language) for each in words().values()]
        assert len(texts) == len(set(texts))


def test_the_words_that_an_editor_has_still_to_confirm():
    assert [each.key for each in words().values() if not each.confirmed] == UNCONFIRMED


def test_a_word_not_in_the_glossary_is_named():
    with pytest.raises(BadInput) as unknown:
        word("veto")
    assert unknown.value.params == {"key": "veto"}
    assert word("lsg").note("ru") == ""
    assert word("decision").note("ky").startswith("Чечимдин формуласы")


def test_it_holds_every_word_of_the_seed(shared: Path):
    """Each Kyrgyz phrase of the seed, its halves told apart, is one of ours with the same mark."""
    ours = {each.text("ky"): each.confirmed for each in words().values()}
    for line in (shared / "glossary.md").read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if len(cells) != 5 or cells[4] not in ("V", "?"):
            continue
        whole = cells[3].partition(" (the procedure")[0].partition(" («")[0]
        for phrase in [whole] if whole in ours else re.split(r" / |; |(?<!позиция), |/", whole):
            assert _known(phrase, ours) == (cells[4] == "V"), phrase


def _known(phrase: str, ours: dict[str, bool]) -> bool:
    """The mark of the word; «жергиликтүү / айылдык кеңеш» leaves its noun to the second half."""
    for candidate in (phrase, f"{phrase} кеңеш"):
        if candidate in ours:
            return ours[candidate]
    raise AssertionError(f"not in the glossary: {phrase}")

"""Real forms of real words, Kyrgyz and Russian, are found from one another; other words are not."""

from __future__ import annotations

import doctest

import pytest
from hypothesis import given
from hypothesis import strategies as st

from makul.core import wordforms
from makul.core.provisions.letters import folded
from makul.core.wordforms import found_in, kyrgyz_stem, russian_stem, searchable, sought

KYRGYZ = {
    "кеңеш": "кеңеш кеңеши кеңештин кеңешке кеңештерге кеңештердин кеңеште",
    "өкмөт": "өкмөт өкмөтү өкмөтүнүн өкмөткө өкмөттөр",
    "жол": "жол жолдор жолго жолдун жолдордун",
    "салы": "салык салыгы салыкты салыктар салыктын",
    "берене": "берене беренеси беренесинин беренелер беренесине",
    "мекте": "мектеп мектеби мектептер мектептин",
    "долбоор": "долбоор долбоору долбоорго долбоорлор долбоорлорунун",
    "мыйзам": "мыйзам мыйзамы мыйзамдын мыйзамга мыйзамдардан",
    "бюджет": "бюджет бюджети бюджетинен бюджеттин",
    "айма": "аймак аймагы аймактар аймактын аймагындагы",
    "суу": "суу суунун сууга сууну",
    "китепкана": "китепкана китепканалар китепкананын китепканага",
    "уку": "укук укугу укуктар укуктары",
    "калды": "калдык калдыктар калдыгын калдыктарынан",
}
RUSSIAN = {
    "отход": "отход отходы отходов отходами",
    "земл": "земля земли землю землей",
    "согласован": "согласование согласования согласованию согласованием",
    "местн": "местный местного местными местному местная",
    "закон": "закон закона законом законы законов",
    "обязанност": "обязанность обязанности обязанностей обязанностями",
    "освещен": "освещение освещения освещением",
    "сел": "село села селу",
    "территор": "территория территории территорий территорию",
    "полномоч": "полномочие полномочия полномочий",
}


@pytest.mark.parametrize(("stem", "forms"), KYRGYZ.items(), ids=KYRGYZ)
def test_the_forms_of_a_kyrgyz_word_have_one_beginning(stem: str, forms: str) -> None:
    assert {kyrgyz_stem(folded(form)) for form in forms.split()} == {folded(stem)}


@pytest.mark.parametrize(("stem", "forms"), RUSSIAN.items(), ids=RUSSIAN)
def test_the_forms_of_a_russian_word_have_one_beginning(stem: str, forms: str) -> None:
    assert {russian_stem(folded(form)) for form in forms.split()} == {stem}


@given(st.text(alphabet="абвгдежзийклмнопрстуфхцчшщыэюя", max_size=20))
def test_a_stem_is_a_beginning_of_its_word_and_never_shorter_than_three(word: str) -> None:
    for stem in (kyrgyz_stem(word), russian_stem(word)):
        assert word.startswith(stem)
        assert len(stem) >= min(3, len(word))


@pytest.mark.parametrize(
    "spoiled",
    ["кеӊеш", "кењеш", "кенеш", "КЕҢЕШ", "кеңeш", "кеёеш", "кеҥеш"],
    ids=["ӊ", "њ", "lost", "capitals", "latin e", "ё", "ҥ"],
)
def test_a_word_with_spoiled_letters_is_found(spoiled: str) -> None:
    for said, asked in ((spoiled, "кеңештин"), ("кеңештин", spoiled)):
        assert found_in(f"Айылдык {said}", sought(asked), language="ky") == [(8, 8 + len(said))]


@pytest.mark.parametrize("spoiled", ["ѳкмѳт", "ъкмът", "окмот", "өкмoт"])
def test_o_with_a_bar_is_found_however_it_was_spoiled(spoiled: str) -> None:
    assert found_in("айыл өкмөтүнүн", sought(spoiled), language="ky") == [(5, 14)]


def test_yo_and_ye_are_one_letter() -> None:
    assert found_in("Учёт отходов", sought("учет отходы"), language="ru") == [(0, 4), (5, 12)]


def test_other_words_are_not_found() -> None:
    assert found_in("берүү, бер, береке", sought("берене"), language="ky") == []
    assert found_in("законный отход", sought("заколка"), language="ru") == []


def test_a_text_is_kept_word_by_word_each_after_a_space() -> None:
    assert searchable("Айыл өкмөтү: 12-берене") == " айыл окмоту 12 берене"
    assert searchable("…") == ""


def test_an_empty_query_looks_for_nothing() -> None:
    assert sought(" — ") == []
    assert found_in("Калдык", [], language="ky") == []


def test_examples() -> None:
    assert doctest.testmod(wordforms).failed == 0

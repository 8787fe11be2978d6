"""Real forms of real words, Kyrgyz and Russian, are found from one another; other words are not."""

from __future__ import annotations

import doctest

import pytest
from hypothesis import given
from hypothesis import strategies as st

from makul.core import wordforms
from makul.core.provisions.letters import folded
from makul.core.wordforms import found_in, kyrgyz_stems, russian_stem, searchable, sought

KYRGYZ = {
    "кеңеш": "кеңеш кеңеши кеңештин кеңешке кеңештерге кеңештердин кеңеште",
    "өкмөт": "өкмөт өкмөтү өкмөтүнүн өкмөткө өкмөттөр",
    "жол": "жол жолдор жолго жолдун жолдордун",
    "салык салыг": "салык салыгы салыкты салыктар салыктын",
    "берене": "берене беренеси беренесинин беренелер беренесине",
    "мектеп мектеб": "мектеп мектеби мектептер мектептин",
    "долбоор": "долбоор долбоору долбоорго долбоорлор долбоорлорунун",
    "мыйзам": "мыйзам мыйзамы мыйзамдын мыйзамга мыйзамдардан",
    "бюджет": "бюджет бюджети бюджетинен бюджеттин",
    "аймак аймаг": "аймак аймагы аймактар аймактын аймагындагы",
    "жарык жарыг": "жарык жарыгы жарыкты жарыктын жарыктар",
    "суу": "суу суунун сууга сууну",
    "китепкана": "китепкана китепканалар китепкананын китепканага",
    "укук укуг": "укук укугу укуктар укуктары",
    "калдык калдыг": "калдык калдыктар калдыгын калдыктарынан",
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


@pytest.mark.parametrize(("stems", "forms"), KYRGYZ.items(), ids=KYRGYZ)
def test_the_forms_of_a_kyrgyz_word_have_the_same_beginnings(stems: str, forms: str) -> None:
    wanted = tuple(sorted(folded(stem) for stem in stems.split()))
    assert {tuple(sorted(kyrgyz_stems(folded(form)))) for form in forms.split()} == {wanted}


@pytest.mark.parametrize("forms", KYRGYZ.values(), ids=KYRGYZ)
def test_each_form_of_a_kyrgyz_word_is_found_from_each_other(forms: str) -> None:
    count = len(forms.split())
    for asked in forms.split():
        assert len(found_in(forms, sought(asked), language="ky")) == count


@pytest.mark.parametrize(("stem", "forms"), RUSSIAN.items(), ids=RUSSIAN)
def test_the_forms_of_a_russian_word_have_one_beginning(stem: str, forms: str) -> None:
    assert {russian_stem(folded(form)) for form in forms.split()} == {stem}


@given(st.text(alphabet="абвгдежзийклмнопрстуфхцчшщыэюя", max_size=20))
def test_a_stem_is_a_beginning_of_its_word_and_never_shorter_than_three(word: str) -> None:
    for stem in (kyrgyz_stems(word)[0], russian_stem(word)):
        assert word.startswith(stem)
        assert len(stem) >= min(3, len(word))


@given(st.text(alphabet="абвгдежзийклмнопрстуфхцчшщыэюя", min_size=1, max_size=20))
def test_a_word_is_found_by_itself_and_its_beginnings_differ_in_the_last_letter(word: str) -> None:
    [asked] = sought(word)
    assert found_in(word, [asked], language="ky") == [(0, len(word))]
    assert len({one[:-1] for one in kyrgyz_stems(word)}) == 1


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
    assert found_in("жарым, жарык", sought("жарык"), language="ky") == [(7, 12)]
    assert found_in("салым, саламат, салыгы", sought("салык"), language="ky") == [(16, 22)]
    assert found_in("законный отход", sought("заколка"), language="ru") == []


def test_a_text_is_kept_word_by_word_each_after_a_space() -> None:
    assert searchable("Айыл өкмөтү: 12-берене") == " айыл окмоту 12 берене"
    assert searchable("…") == ""


def test_an_empty_query_looks_for_nothing() -> None:
    assert sought(" — ") == []
    assert found_in("Калдык", [], language="ky") == []


def test_examples() -> None:
    assert doctest.testmod(wordforms).failed == 0

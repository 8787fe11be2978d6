"""The forms of the Order: complete in three languages, no word in two alphabets, nothing twice."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from pathlib import Path

import pytest
import yaml

from makul.core.errors import LawGap
from makul.law.forms import (
    FORMS,
    LANGUAGES,
    RULES,
    TYPES,
    Field,
    chosen_by_people,
    form,
    hint,
    phrase,
    unconfirmed_terms,
    values,
)

MIXED = re.compile(r"[A-Za-z][Ѐ-ӿ]|[Ѐ-ӿ][A-Za-z]")
LATIN_ALLOWED = {"F3"}  # the name of a form


def every_field(key: str) -> Iterator[Field]:
    waiting = list(form(key).fields)
    while waiting:
        field = waiting.pop(0)
        yield field
        waiting.extend(field.columns)


@cache
def every_text() -> tuple[tuple[str, str, str], ...]:
    """(where, language, words) of all that the files of the forms say."""
    return tuple(_every_text())


def _every_text() -> Iterator[tuple[str, str, str]]:
    for path in sorted(files("makul.law.forms").iterdir(), key=str):
        if path.name.endswith(".yaml"):
            yield from _texts(path.name, yaml.safe_load(path.read_text("utf-8")))


def _texts(where: str, read: object) -> Iterator[tuple[str, str, str]]:
    if isinstance(read, dict):
        own = [(where, each, read[each]) for each in LANGUAGES if each in read]
        yield from (text for text in own if isinstance(text[2], str))
        for name, inner in read.items():
            yield from _texts(f"{where} {name}", inner)
    if isinstance(read, list):
        for place, inner in enumerate(read):
            yield from _texts(f"{where} {place}", inner)


def test_there_are_thirteen_forms() -> None:
    assert [form(key).key for key in FORMS] == [f"F{n}" for n in range(1, 14)]


@pytest.mark.parametrize("key", FORMS)
def test_every_field_has_words_a_type_and_a_rule(key: str) -> None:
    for field in every_field(key):
        assert set(field.words) == set(LANGUAGES), field.key
        assert all(field.words.values()), field.key
        assert field.type in TYPES
        assert field.rule in RULES
        assert bool(field.columns) <= (field.type == "rows"), field.key


@pytest.mark.parametrize("key", FORMS)
def test_no_field_stands_twice(key: str) -> None:
    counted = Counter(field.key for field in every_field(key))
    assert [name for name, count in counted.items() if count > 1] == []


@pytest.mark.parametrize("key", FORMS)
def test_a_choice_names_a_list_that_is_there(key: str) -> None:
    for field in every_field(key):
        if field.choices:
            assert field.type in ("one", "many"), field.key
            assert values(field.choices)
    without = [f.key for f in every_field(key) if f.type in ("one", "many") and not f.choices]
    assert without == (["intake.track_barred"] if key == "F1" else [])


def test_every_name_in_the_files_is_text_and_not_a_truth_value() -> None:
    names = [
        name
        for path in files("makul.law.forms").iterdir()
        if path.name.endswith(".yaml")
        for name in _names(yaml.safe_load(path.read_text("utf-8")))
    ]
    assert [name for name in names if not isinstance(name, str)] == []
    assert values("answer")["yes"] == {"ky": "ооба", "ru": "да", "en": "yes"}


def _names(read: object) -> Iterator[object]:
    if isinstance(read, dict):
        yield from read
        yield from (read[name] for name in ("key", "type", "choices") if name in read)
        for inner in read.values():
            yield from _names(inner)
    if isinstance(read, list):
        for inner in read:
            yield from _names(inner)


def test_all_three_languages_stand_together_and_are_not_empty() -> None:
    places: dict[str, set[str]] = {}
    for where, language, words in every_text():
        assert words.strip() == words != "", where
        places.setdefault(where, set()).add(language)
    assert {where for where, found in places.items() if found != set(LANGUAGES)} == set()


def test_no_word_mixes_two_alphabets() -> None:
    assert [(where, words) for where, _, words in every_text() if MIXED.search(words)] == []


def test_no_latin_word_stands_in_a_kyrgyz_or_russian_text() -> None:
    found = [
        (where, word)
        for where, language, words in every_text()
        if language != "en"
        for word in re.findall(r"[A-Za-z]\w*", words)
        if word not in LATIN_ALLOWED
    ]
    assert found == []


def test_no_cyrillic_stands_in_an_english_text() -> None:
    found = [
        words
        for _, language, words in every_text()
        if language == "en" and re.search("[Ѐ-ӿ]", words)
    ]
    assert found == []


def test_russian_letters_are_not_put_for_kyrgyz_ones_in_known_words() -> None:
    corrupted = re.compile(r"\b(жогорку кенеш|конул|мооноту|макулдашуунун оз)\b", re.IGNORECASE)
    assert [t for _, language, t in every_text() if language == "ky" and corrupted.search(t)] == []


def test_no_question_mark_of_the_editor_is_printed() -> None:
    assert [where for where, _, words in every_text() if "[?]" in words] == []


def test_the_terms_to_be_confirmed_are_named() -> None:
    assert unconfirmed_terms() == (
        ("F9", "Пикир келишпестиктердин протоколу"),
        ("F10", "Макулдашууну айланып өтүү жөнүндө билдирме"),
        ("F1: intake.comparative", "Салыштырма таблица"),
        ("protocol.kind: disagreements", "пикир келишпестиктердин протоколу"),
        ("printed: demonstration", "КӨРСӨТМӨ"),
        ("comparative: title", "Салыштырма таблица"),
    )


def test_silence_is_never_a_choice() -> None:
    assert chosen_by_people("stance") == (
        "agreed",
        "agreed_with_remarks",
        "not_agreed",
        "not_affected",
    )
    assert chosen_by_people("reply.kind") == ("accepted", "partly", "declined")
    assert values("stance")["silent"]["ky"] == "пикир берилген жок"


def test_the_long_form_of_a_position_begins_with_the_short_one() -> None:
    assert form("F5").fields[: len(form("F4").fields)] == form("F4").fields
    assert form("F5").label("remark.wording", "ru") == "предлагаемая редакция"


def test_a_heading_has_a_capital_no_colon_and_one_number() -> None:
    assert form("F9").heading("protocol.open.provision", "ky") == "Долбоордун жобосу"
    assert form("F6").heading("row.number", "ky+ru") == "№"
    assert form("F9").heading("protocol.terms", "ky+ru") == "6. Мөөнөттөр / Сроки"


def test_a_printed_sentence_and_a_hint() -> None:
    assert form("F4").line("silence", "ru").endswith("Это не согласие.")
    assert hint("remark.kind", "objection", language="ky") == "жөнгө салынышы керек"
    assert hint("stance", "agreed", language="ky") == ""


def test_what_the_forms_do_not_have_is_a_gap() -> None:
    asked = [
        lambda: form("F14"),
        lambda: form("f9"),
        lambda: form("F9").label("protocol.none", "ru"),
        lambda: form("F9").line("none", "ru"),
        lambda: values("none"),
        lambda: phrase("stance", "none", language="ru"),
    ]
    codes = []
    for ask in asked:
        with pytest.raises(LawGap) as caught:
            ask()
        codes.append(caught.value.code)
    assert codes == [
        "no_form",
        "no_form",
        "no_form_field",
        "no_form_line",
        "no_form_list",
        "no_form_value",
    ]


def test_every_kyrgyz_word_of_the_order_s_forms_is_here(shared: Path) -> None:
    """Each label of the document that is one field with plain words stands in the data as it is."""
    known = {words for _, _, words in every_text()}
    plain_rows = re.findall(
        r"^\| ([a-z_.]+) \| (?:text|long|date|int|som|yes|ref|time) \| [!?=] \| ([^|]+) \| ([^|]+) \|$",
        (shared / "order" / "forms.md").read_text("utf-8"),
        flags=re.MULTILINE,
    )
    assert len(plain_rows) > 120
    assert [row for row in plain_rows if not {row[1], row[2]} <= known] == []

"""A file of bodies is read from YAML or CSV alike, and its first mistake is named."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from makul.command.bodies import read_bodies
from makul.command.words import say
from makul.core.errors import BadInput

ONE = "key: a\nkind: desk\nname_ky: А\nname_ru: Б\nvalid_from: 2026-01-02\n"
TABLE = "key,kind,name_ky,name_ru,valid_from,email\na,desk,А,Б,2026-01-02,\n"
SAID = {
    "key": "a",
    "kind": "desk",
    "name_ky": "А",
    "name_ru": "Б",
    "valid_from": date(2026, 1, 2),
}


@pytest.mark.parametrize(
    ("name", "text"), [("one.yaml", ONE), ("one.csv", TABLE), ("one.csv", "\ufeff" + TABLE)]
)
def test_yaml_and_csv_say_the_same(tmp_path: Path, name: str, text: str) -> None:
    file = tmp_path / name
    file.write_text(text, encoding="utf-8")
    assert read_bodies(file) == [SAID]


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("a.yaml", "- a", "body 1 lacks key, kind, name_ky, name_ru"),
        ("a.yaml", ONE.replace("name_ru: Б\n", ""), "a lacks name_ru"),
        ("a.yaml", ONE + "colour: red", "a has colour"),
        ("a.yaml", ONE.replace("key: a", "key: 12"), "12: key is 12, which is no text"),
        ("a.yaml", ONE.replace("2026-01-02", "soon"), "a: valid_from is soon"),
        ("a.yaml", "[]", "names no body"),
        ("a.csv", TABLE + "a,desk,А,Б,,\n", "the key a stands twice"),
        ("a.csv", "key,kind\n", "names no body"),
        ("a.csv", TABLE.replace("\n", ",x\n", 1) + "b,desk,А,Б,,,1\n", "b has x"),
    ],
)
def test_a_mistake_is_named(tmp_path: Path, name: str, text: str, words: str) -> None:
    file = tmp_path / name
    file.write_text(text, encoding="utf-8")
    with pytest.raises(BadInput) as refused:
        read_bodies(file)
    assert words in say(refused.value)


def test_a_table_in_other_letters_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_bytes(TABLE.encode("cp1251"))
    with pytest.raises(BadInput, match="not_csv"):
        read_bodies(file)
    with pytest.raises(BadInput, match="no_file"):
        read_bodies(tmp_path / "none.csv")

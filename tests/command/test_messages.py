"""What is not translated, or translated with other placeholders, is named; the product names nothing."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import pytest

from makul.command import messages
from makul.command.catalogue import Key, po_text, rooms
from makul.core.errors import BadInput

SOURCE = '_("Done {day}")\nngettext("%(n)s day", "%(n)s days", 1)'
DONE: Key = ("", "Done {day}")
DAYS: Key = ("", ("%(n)s day", "%(n)s days"))
WELL: dict[str, list[tuple[Key, tuple[str, ...]]]] = {
    "ky": [(DONE, ("Аткарылды {day}",)), (DAYS, ("%(n)s күн",))],
    "ru": [
        (DONE, ("Сделано {day}",)),
        (DAYS, ("%(n)s день", "%(n)s дня", "%(n)s дней", "%(n)s дня")),
    ],
}


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    (tmp_path / "web").mkdir()
    (tmp_path / "web/apps.py").write_text('"""An app."""\n')
    (tmp_path / "web/words.py").write_text(SOURCE)
    for language, entries in WELL.items():
        put(tmp_path, language, po_text(entries, language=language))
    return tmp_path


def put(tree: Path, language: str, text: str) -> None:
    file = rooms(tree)[0].po(language)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text)


def test_a_whole_catalogue_lacks_nothing(tree: Path) -> None:
    assert messages.missing(tree) == []


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("Сделано {day}", "", "web/ru: 'Done {day}' is not translated"),
        (
            "Сделано {day}",
            "Сделано {date}",
            "web/ru: 'Done {day}' has other placeholders in its translation",
        ),
        ("%(n)s дней", "дней", "web/ru: '%(n)s day' has other placeholders in its translation"),
        ("%(n)s дней", "", "web/ru: '%(n)s day' lacks 1 plural forms"),
        ('msgstr[3] "%(n)s дня"\n', "", "web/ru: '%(n)s day' lacks 1 plural forms"),
        ('msgid "Done', '#, fuzzy\nmsgid "Done', "web/ru: 'Done {day}' is marked fuzzy"),
        ("Done {day}", "Gone", "web/ru: 'Gone' is in no page"),
    ],
)
def test_each_fault_is_named(tree: Path, old: str, new: str, said: str) -> None:
    text = po_text(WELL["ru"], language="ru")
    assert old in text
    put(tree, "ru", text.replace(old, new, 1))
    assert said in messages.missing(tree)


@pytest.mark.parametrize(("language", "forms"), [("ky", 1), ("ru", 4)])
def test_another_rule_of_plurals_is_named(tree: Path, language: str, forms: int) -> None:
    text = po_text(WELL[language], language=language)
    put(tree, language, text.replace(f"nplurals={forms}", "nplurals=2"))
    assert f"web/{language}: its head has another rule of plurals" in messages.missing(tree)


def test_two_rooms_do_not_say_one_text_in_two_ways(tree: Path) -> None:
    for name, word in (("cases", "Отправить"), ("drafts", "Послать")):
        (tree / name).mkdir()
        (tree / name / "apps.py").write_text('_("Send")')
        for language, text in (("ky", "Жөнөтүү"), ("ru", word)):
            file = next(one for one in rooms(tree) if one.name == name).po(language)
            file.parent.mkdir(parents=True)
            file.write_text(po_text([(("", "Send"), (text,))], language=language))
    assert messages.missing(tree) == ["drafts/ru: 'Send' is said otherwise in cases"]


def test_a_text_that_was_never_collected_is_named(tree: Path) -> None:
    (tree / "web/more.py").write_text('_("New")')
    assert messages.missing(tree) == [
        f"web/{language}: 'New' is not in the catalogue: run ./makul messages"
        for language in ("ky", "ru")
    ]


def call(*words: str) -> argparse.Namespace:
    root = argparse.ArgumentParser()
    messages.add(root.add_subparsers())
    return root.parse_args(["messages", *words])


def test_the_words_of_the_shared_room_are_whole(capsys: pytest.CaptureFixture[str]) -> None:
    assert messages.run(call("web", "--missing", "--json")) == 0
    assert json.loads(capsys.readouterr().out) == {"missing": []}


def test_a_room_that_is_not_there_is_refused() -> None:
    with pytest.raises(BadInput, match="no_room"):
        messages.run(call("attic"))

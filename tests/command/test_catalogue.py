"""Words are found in code and templates, kept in .po files and made into .mo files, without gettext."""

from __future__ import annotations

import gettext
from pathlib import Path

import pytest

from makul.command.catalogue import (
    LANGUAGES,
    Room,
    compile_all,
    po_text,
    read,
    rooms,
    shared_out,
    strings_of,
    update,
    words_in,
)

PYTHON = """
from django.utils.translation import gettext as _, ngettext, pgettext
A = _("One sentence")
B = ngettext("%(n)s day", "%(n)s days", 3)
C = pgettext("month", "May")
D = _("a " "b")
"""
TEMPLATE = """{% extends "x.html" %}{% load i18n %}
{% block title %}{% translate "It's here" %}{% endblock %}
    <p title="{% translate 'A "quoted" one' %}">{{ x|default:_("nothing (yet)") }}
  {% blocktranslate count n=rows|length trimmed %}
     {{ n }} row
  {% plural %}
     {{ n }} rows
  {% endblocktranslate %}</p> don't {% comment %}{% translate "hidden" %}{% endcomment %}
{% blocktranslate with day=last|day trimmed %}Not later
   than {{ day }}{% endblocktranslate %}
"""


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    for name in ("cases", "web", "bare"):
        (tmp_path / name / "templates" / name).mkdir(parents=True)
        (tmp_path / name / "apps.py").write_text('"""An app."""\n')
    (tmp_path / "core").mkdir()
    (tmp_path / "core/x.py").write_text('_("not an app")')
    (tmp_path / "web/words.py").write_text('_("One sentence")')
    (tmp_path / "cases/words.py").write_text(PYTHON)
    (tmp_path / "cases/templates/cases/page.html").write_text(TEMPLATE)
    return tmp_path


FOUND = {
    ("", "One sentence"),
    ("", "a b"),
    ("", ("%(n)s day", "%(n)s days")),
    ("month", "May"),
    ("", "It's here"),
    ("", 'A "quoted" one'),
    ("", "nothing (yet)"),
    ("", ("%(n)s row", "%(n)s rows")),
    ("", "Not later than %(day)s"),
}


def room(tree: Path, name: str) -> Room:
    return next(one for one in rooms(tree) if one.name == name)


def test_every_marked_text_is_found_and_no_other(tree: Path) -> None:
    assert words_in(room(tree, "cases")) == FOUND


def test_what_the_shared_room_says_is_not_repeated(tree: Path) -> None:
    found = {one.name: words for one, words in shared_out(tree)}
    assert list(found) == ["web", "bare", "cases"]
    assert found == {
        "web": {("", "One sentence")},
        "bare": set(),
        "cases": FOUND - {("", "One sentence")},
    }


def fill(tree: Path, name: str = "cases") -> None:
    for language in LANGUAGES:
        one = room(tree, name)
        known = read(one, language)
        entries = []
        for key, message in known.items():
            size = len(strings_of(message, key, language=language))
            text = key[1] if isinstance(key[1], str) else key[1][1]
            entries.append((key, tuple(f"{language} {n} {text}" for n in range(size))))
        one.po(language).write_text(po_text(entries, language=language))


def test_a_second_run_keeps_translations_and_changes_nothing(tree: Path) -> None:
    words = FOUND - {("", "One sentence")}
    assert len(update(room(tree, "cases"), words)) == 2
    fill(tree)
    before = room(tree, "cases").po("ru").read_text()
    assert update(room(tree, "cases"), words) == []
    update(room(tree, "cases"), words | {("", "New")})
    assert len(update(room(tree, "cases"), words)) == 2  # a text that is gone leaves no trace
    assert room(tree, "cases").po("ru").read_text() == before


def test_files_are_sorted_and_bear_no_dates_or_places(tree: Path) -> None:
    update(room(tree, "cases"), FOUND)
    text = room(tree, "cases").po("ky").read_text()
    ids = [line[7:-1] for line in text.splitlines() if line.startswith("msgid ")][1:]
    assert ids == sorted(ids)
    assert [word for word in ("Date", "#:", "2026", "page.html") if word in text] == []


def test_a_room_without_words_gets_no_catalogue(tree: Path) -> None:
    assert update(room(tree, "bare"), set()) == []
    assert not (tree / "bare/locale").exists()


def test_python_reads_what_is_compiled_with_the_right_plurals(tree: Path) -> None:
    update(room(tree, "cases"), FOUND)
    fill(tree)
    assert (compile_all(tree), compile_all(tree)) == (2, 0)
    said = {}
    for language in LANGUAGES:
        with room(tree, "cases").mo(language).open("rb") as file:
            catalogue = gettext.GNUTranslations(file)
        said[language] = [
            catalogue.ngettext("%(n)s day", "%(n)s days", n)[3] for n in (1, 2, 5, 11, 21, 112)
        ]
        assert catalogue.gettext("It's here") == f"{language} 0 It's here"
        assert catalogue.pgettext("month", "May") == f"{language} 0 May"
    assert said == {"ky": list("000000"), "ru": list("012202")}

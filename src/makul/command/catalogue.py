"""The words of the pages in ky and ru: found in the code, kept in .po files, made into .mo files.

Pure Python: GNU gettext is not needed. Each room keeps its own catalogues; a text that stands in the
catalogue of `web` is not repeated elsewhere. Files bear no dates and no line numbers, so that a
change of the code shows in them only where words changed.
"""

from __future__ import annotations

import io
import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import normalize, read_po

MAKUL = Path(__file__).resolve().parents[1]
LANGUAGES = ("ky", "ru")
FIRST = "web"  # its words are shared by all rooms

# The same rules as Django's own catalogues: Kyrgyz counts with one form, Russian with four.
PLURALS = {
    "ky": "nplurals=1; plural=0;",
    "ru": "nplurals=4; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || "
    "n%100>14) ? 1 : n%10==0 || (n%10>=5 && n%10<=9) || (n%100>=11 && n%100<=14)? 2 : 3);",
}
FORMS = {"ky": 1, "ru": 4}
KEYWORDS: dict[str, Any] = DEFAULT_KEYWORDS | {
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext_lazy": (1, 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext_lazy": ((1, "c"), 2, 3),
}

type Id = str | tuple[str, ...]  # a text, or a text with its plural
type Key = tuple[str, Id]  # the context ("" for none) and the id


@dataclass(frozen=True)
class Room:
    """A room with words: its folder, and the places of its catalogues."""

    name: str
    folder: Path = field(compare=False)

    def po(self, language: str) -> Path:
        return self.folder / "locale" / language / "LC_MESSAGES" / "django.po"

    def mo(self, language: str) -> Path:
        return self.po(language).with_suffix(".mo")


def rooms(folder: Path = MAKUL) -> list[Room]:
    """Every room that is a Django app, the one whose words are shared first."""
    names = sorted(apps.parent.name for apps in folder.glob("*/apps.py"))
    return [Room(name, folder / name) for name in sorted(names, key=lambda one: one != FIRST)]


def words_in(room: Room) -> set[Key]:
    """Every text marked for translation in the Python files and templates of a room."""
    found: set[Key] = set()
    for file in sorted(room.folder.rglob("*.py")):
        found.update(_from_source(file.read_text(encoding="utf-8")))
    for file in sorted((room.folder / "templates").rglob("*")):
        if file.suffix in {".html", ".txt", ".ics"}:
            found.update(_from_source(_as_source(file)))
    return found


def _as_source(template: Path) -> str:
    """A template as Django makes it readable for extractors, each line without its indent."""
    from django.utils.translation.template import templatize

    lines = templatize(template.read_text(encoding="utf-8"), origin=str(template)).splitlines()
    # Only the calls are kept: what stands around them in a template is not Python.
    calls = (call for line in ["\n".join(lines)] for call in _calls(line))
    return "\n".join(calls)


_CALL = re.compile(
    r"\b(?:_|n?gettext|n?pgettext)\((?:[^()\"']|\"(?:[^\"\\]|\\.)*\"|'(?:[^'\\]|\\.)*')*\)"
)


def _calls(text: str) -> Iterator[str]:
    """The calls of gettext in the output of `templatize`, one after another."""
    return (" ".join(found[0].splitlines()) for found in _CALL.finditer(text))


def _from_source(source: str) -> Iterator[Key]:
    file = io.BytesIO(source.encode())
    for _line, messages, _comments, context in extract("python", file, keywords=KEYWORDS):
        if messages and messages != ("", ""):
            yield context or "", messages if isinstance(messages, str) else tuple(messages)


def shared_out(folder: Path = MAKUL) -> Iterator[tuple[Room, set[Key]]]:
    """Each room with the texts its own catalogue must hold."""
    common: set[Key] = set()
    for room in rooms(folder):
        own = words_in(room) - common
        if room.name == FIRST:
            common = own
        yield room, own


def read(room: Room, language: str) -> dict[Key, Message]:
    """The catalogue of a room as it stands; empty where there is none yet."""
    file = room.po(language)
    if not file.exists():
        return {}
    with file.open("rb") as opened:
        catalogue = read_po(opened, locale=language, ignore_obsolete=True)
    return {key_of(message): message for message in catalogue if message.id}


def key_of(message: Message) -> Key:
    text = message.id or ""
    return message.context or "", text if isinstance(text, str) else tuple(text)


def strings_of(message: Message | None, key: Key, *, language: str) -> tuple[str, ...]:
    """The translation as a row of forms: one, or as many as the language counts with."""
    size = 1 if isinstance(key[1], str) else FORMS[language]
    given = message.string if message else ""
    forms = (given,) if isinstance(given, str) else tuple(given or ())
    return tuple(text or "" for text in (*forms, *[""] * size)[:size])


def po_text(entries: Iterable[tuple[Key, tuple[str, ...]]], *, language: str) -> str:
    """A .po file: a head without dates, then the texts in order."""
    head = (
        'msgid ""\nmsgstr ""\n'
        f'"Language: {language}\\n"\n"MIME-Version: 1.0\\n"\n'
        '"Content-Type: text/plain; charset=UTF-8\\n"\n"Content-Transfer-Encoding: 8bit\\n"\n'
        f'"Plural-Forms: {PLURALS[language]}\\n"\n'
    )
    return "\n".join([head, *(_entry(key, forms) for key, forms in sorted(entries, key=_order))])


def _order(entry: tuple[Key, tuple[str, ...]]) -> tuple[str, str]:
    (context, text), _forms = entry
    return (text if isinstance(text, str) else text[0]), context


def _entry(key: Key, forms: tuple[str, ...]) -> str:
    context, text = key
    lines = [f"msgctxt {_quoted(context)}"] if context else []
    one = text if isinstance(text, str) else text[0]
    if "%(" in one:
        lines.insert(0, "#, python-format")
    lines.append(f"msgid {_quoted(one)}")
    if isinstance(text, str):
        lines.append(f"msgstr {_quoted(forms[0])}")
    else:
        lines.append(f"msgid_plural {_quoted(text[1])}")
        lines += [f"msgstr[{n}] {_quoted(form)}" for n, form in enumerate(forms)]
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    return normalize(text, width=0)


def update(room: Room, words: set[Key]) -> list[Path]:
    """Write the catalogues of a room anew: translations kept, gone texts dropped. Returns changes."""
    changed = []
    for language in LANGUAGES:
        known = read(room, language)
        entries = [(key, strings_of(known.get(key), key, language=language)) for key in words]
        text, file = po_text(entries, language=language), room.po(language)
        if not words and not file.exists():
            continue
        if not file.exists() or file.read_text(encoding="utf-8") != text:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
            changed.append(file)
    return changed


def compile_all(folder: Path = MAKUL) -> int:
    """Make the .mo files that Django reads, where one is older than its .po. Returns how many."""
    made = 0
    for room in rooms(folder):
        for language in LANGUAGES:
            po, mo = room.po(language), room.mo(language)
            if po.exists() and (not mo.exists() or mo.stat().st_mtime < po.stat().st_mtime):
                _compile(po, mo, language=language)
                made += 1
    return made


def _compile(po: Path, mo: Path, *, language: str) -> None:
    with po.open("rb") as opened:
        catalogue: Catalog = read_po(opened, locale=language)
    fresh = mo.with_suffix(f".{os.getpid()}.tmp")
    with fresh.open("wb") as out:
        write_mo(out, catalogue)
    fresh.replace(mo)

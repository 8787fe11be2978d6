"""`./makul messages`: collects the words of the pages into ky and ru catalogues, checks, compiles."""

from __future__ import annotations

import argparse
import json
import re
import sys
from pathlib import Path
from typing import Any

from makul.command.catalogue import (
    LANGUAGES,
    MAKUL,
    PLURALS,
    Key,
    Room,
    compile_all,
    read,
    shared_out,
    strings_of,
    update,
)
from makul.core.errors import BadInput

_PLACE = re.compile(r"%\((\w+)\)[sd]|\{(\w*)\}")


def add(subparsers: Any) -> None:
    found = subparsers.add_parser(
        "messages",
        help="collect the words of the pages for translation",
        epilog="Example: ./makul messages cases      (only the room `cases`)",
    )
    found.add_argument("room", nargs="?", help="only this room, for example cases")
    found.add_argument("--missing", action="store_true", help="only name what is not translated")
    found.add_argument("--compile", action="store_true", help="only make what the pages read")
    found.add_argument("--json", action="store_true", help="print the result as JSON")
    found.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Update, compile and name what is missing. Returns 1 when something is."""
    if not (arguments.missing or arguments.compile):
        for room, words in _rooms_named(arguments.room):
            update(room, words)
    if not arguments.missing:
        compile_all()
    found = [] if arguments.compile else missing()
    if arguments.room:
        found = [line for line in found if line.startswith(f"{arguments.room}/")]
    if arguments.json:
        print(json.dumps({"missing": found}, ensure_ascii=False, indent=1))
    else:
        sys.stdout.write("".join(f"{line}\n" for line in found))
    return int(bool(found))


def _rooms_named(name: str | None) -> list[tuple[Room, set[Key]]]:
    every = list(shared_out())
    if name and name not in {room.name for room, _words in every}:
        raise BadInput("no_room", room=name)
    return [(room, words) for room, words in every if name in (None, room.name)]


def missing(folder: Path = MAKUL) -> list[str]:
    """Everything that keeps the pages from being complete in ky and ru, one line each."""
    lines: list[str] = []
    said: dict[tuple[str, Key], tuple[str, tuple[str, ...]]] = {}
    for room, words in shared_out(folder):
        for language in LANGUAGES:
            known = read(room, language)
            lines += [
                f"{room.name}/{language}: {fault}" for fault in _of_room(room, words, language)
            ]
            for key in sorted(words & set(known), key=str):
                forms = strings_of(known[key], key, language=language)
                other, others = said.setdefault((language, key), (room.name, forms))
                if others != forms and all(forms):
                    lines.append(f"{room.name}/{language}: {key[1]!r} is said otherwise in {other}")
    return lines


def _of_room(room: Room, words: set[Key], language: str) -> list[str]:
    """What is wrong with one catalogue."""
    known = read(room, language)
    lines = []
    if known and PLURALS[language] not in room.po(language).read_text(encoding="utf-8"):
        lines.append("its head has another rule of plurals")
    for key in sorted(words, key=str):
        lines += [f"{text!r} {fault}" for text, fault in _faults(known, key, language)]
    return lines + [f"{key[1]!r} is in no page" for key in sorted(set(known) - words, key=str)]


def _faults(known: dict[Key, Any], key: Key, language: str) -> list[tuple[str, str]]:
    """What is wrong with one translation; nothing when all is well."""
    message = known.get(key)
    texts = (key[1],) if isinstance(key[1], str) else key[1]
    shown = texts[0]
    if message is None:
        return [(shown, "is not in the catalogue: run ./makul messages")]
    forms = strings_of(message, key, language=language)
    if message.fuzzy:
        return [(shown, "is marked fuzzy")]
    if not all(forms):
        count = sum(1 for form in forms if not form)
        return [(shown, "is not translated" if len(forms) == 1 else f"lacks {count} plural forms")]
    if any(places_in(form) != places_in(texts[-1]) for form in forms):
        return [(shown, "has other placeholders in its translation")]
    return []


def places_in(text: str) -> set[str]:
    """The names of the places that parameters fill.

    >>> sorted(places_in("%(n)s days until {day}"))
    ['day', 'n']
    """
    return {first or second for first, second in _PLACE.findall(text)}

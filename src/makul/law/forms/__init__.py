"""The forms of the Model Order as data: each field, each value and each printed line, in ky, ru, en."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from makul.core.errors import LawGap

LANGUAGES = ("ky", "ru", "en")
EDITION = "2026-proposed"
TYPES = ("text", "long", "date", "time", "int", "som", "one", "many", "yes", "ref", "rows")
RULES = ("required", "optional", "system")

type Words = dict[str, str]


@dataclass(frozen=True)
class Field:
    """One field of a form.

    `rule` says who fills it in: `required` and `optional` a person, `system` the system. `choices`
    names the values it takes from `values()`; `columns` are the fields of one of its rows.
    """

    key: str
    type: str
    rule: str
    words: Words
    choices: str = ""
    columns: tuple[Field, ...] = ()
    unconfirmed: bool = False


@dataclass(frozen=True)
class Form:
    """A form as the Order has it; `lines` are its printed sentences, headings and buttons."""

    key: str
    steps: tuple[str, ...]
    words: Words
    fields: tuple[Field, ...]
    lines: dict[str, Words]
    edition: str = EDITION
    unconfirmed: bool = False

    def field(self, key: str) -> Field:
        """The field or column `key`.

        Raises: LawGap `no_form_field` when the form has none of that name.
        """
        found = _fields_by_key(self.key).get(key)
        if found is None:
            raise LawGap("no_form_field", form=self.key, field=key)
        return found

    def label(self, key: str, language: str) -> str:
        """What stands before the field `key`, in `language`.

        >>> form("F4").label("position.stance", "ky")
        'Долбоорго болгон мамилеңиз'
        """
        return self.field(key).words[language]

    def heading(self, key: str, languages: str) -> str:
        """A label as a heading or a column title: a capital, no colon; in `ky+ru`, both.

        >>> form("F9").heading("protocol.open", "ky+ru")
        '3. Жөнгө салынбаган саптар / Неурегулированные строки'
        """
        first, *others = (self.label(key, each).rstrip(":") for each in languages.split("+"))
        unnumbered = [other.removeprefix(f"{first.partition('. ')[0]}. ") for other in others]
        words = dict.fromkeys(each[:1].upper() + each[1:] for each in (first, *unnumbered))
        return " / ".join(words)

    def title(self, language: str) -> str:
        """The title of the form.

        >>> form("F9").title("ru")
        'Протокол разногласий'
        """
        return self.words[language]

    def line(self, key: str, language: str) -> str:
        """A printed sentence, heading or button of the form.

        Raises: LawGap `no_form_line` when the form has none of that name.
        """
        if key not in self.lines:
            raise LawGap("no_form_line", form=self.key, line=key)
        return self.lines[key][language]


@cache
def form(key: str) -> Form:
    """The form `key` (F1 to F13) with all its fields; F5 begins with those of F4.

    Raises: LawGap `no_form`.
    Source: forms of the Model Order, edition 2026-proposed.

    >>> [field.key for field in form("F9").fields][:3]
    ['protocol.kind', 'protocol.draft', 'protocol.track']
    """
    if key not in FORMS:
        raise LawGap("no_form", form=key)
    read = _read_form(key)
    before = form(read["begins_with"]).fields if "begins_with" in read else ()
    return Form(
        key=read["form"],
        steps=tuple(read["steps"]),
        words=_words(read["title"]),
        fields=(*before, *_fields(read["fields"])),
        lines={name: _words(said) for name, said in read.get("lines", {}).items()},
        unconfirmed=bool(read["title"].get("unconfirmed")),
    )


FORMS = tuple(f"F{number}" for number in range(1, 14))


def values(name: str) -> dict[str, Words]:
    """The values of a list with their words, in the order in which they are shown.

    Raises: LawGap `no_form_list`.

    >>> values("stance")["silent"]["ru"]
    'мнение не представлено'
    """
    return {value: _words(said) for value, said in _list(name).items()}


def chosen_by_people(name: str) -> tuple[str, ...]:
    """The values of a list that a person may choose; the others are set by the system only.

    >>> chosen_by_people("reply.kind")
    ('accepted', 'partly', 'declined')
    """
    return tuple(value for value, said in _list(name).items() if not said.get("system"))


def phrase(name: str, value: str, *, language: str) -> str:
    """The words for one value of a list.

    >>> phrase("reply.kind", "partly", language="ky")
    'жарым-жартылай эске алынды'
    """
    said = values(name).get(value)
    if said is None:
        raise LawGap("no_form_value", list=name, value=value)
    return said[language]


def hint(name: str, value: str, *, language: str) -> str:
    """What a value means in practice, where the Order says so; else nothing.

    >>> hint("remark.kind", "proposal", language="ru")
    'достаточно ответа'
    """
    phrase(name, value, language=language)
    said: str = _list(name)[value].get(f"{language}_hint", "")
    return said


def unconfirmed_terms() -> tuple[tuple[str, str], ...]:
    """Every Kyrgyz term still to be confirmed by a legal editor, as (where, the words)."""
    listed = [
        (f"{name}: {value}", said["ky"])
        for name, entries in _read("values.yaml").items()
        for value, said in entries.items()
        if said.get("unconfirmed")
    ]
    forms = [form(key) for key in FORMS]
    titles = [(each.key, each.words["ky"]) for each in forms if each.unconfirmed]
    fields = [
        (f"{each.key}: {field.key}", field.words["ky"])
        for each in forms
        for field in _fields_by_key(each.key).values()
        if field.unconfirmed
    ]
    return (*titles, *fields, *listed)


@cache
def _fields_by_key(key: str) -> dict[str, Field]:
    return {field.key: field for field in _with_columns(form(key).fields)}


def _with_columns(fields: tuple[Field, ...]) -> Iterator[Field]:
    for field in fields:
        yield field
        yield from _with_columns(field.columns)


def _list(name: str) -> dict[str, dict[str, Any]]:
    shared = _read("values.yaml")
    found = shared.get(name) or _lists_of_fields().get(name)
    if found is None:
        raise LawGap("no_form_list", list=name)
    return dict(found)


@cache
def _lists_of_fields() -> dict[str, dict[str, Any]]:
    """The lists that belong to one field, by its key."""
    return dict(named for key in FORMS for named in _own_lists(_read_form(key)))


def _own_lists(read: dict[str, Any]) -> list[tuple[str, dict[str, Any]]]:
    every = [each for top in read["fields"] for each in (top, *top.get("columns", []))]
    return [(each["key"], each["values"]) for each in every if "values" in each]


def _fields(read: list[dict[str, Any]]) -> tuple[Field, ...]:
    return tuple(
        Field(
            key=each["key"],
            type=each["type"],
            rule=each["rule"],
            words=_words(each),
            choices=each.get("choices", each["key"] if "values" in each else ""),
            columns=_fields(each.get("columns", [])),
            unconfirmed=bool(each.get("unconfirmed")),
        )
        for each in read
    )


def _words(read: dict[str, str]) -> Words:
    return {language: read[language] for language in LANGUAGES}


def _read_form(key: str) -> dict[str, Any]:
    return dict(_read(f"f{int(key[1:]):02d}.yaml"))


@cache
def _read(name: str) -> Any:
    return yaml.safe_load((files("makul.law.forms") / name).read_text("utf-8"))

"""A form of the order as it is annexed: every field with room to write, every choice with its box."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from makul.core.procedure import Procedure
from makul.documents.paper import Block, Column, Fields, Heading, Para, Table, Words
from makul.law.forms import Field, Form, form, values
from makul.law.procedures.words import name
from makul.law.regulation import say

BOX = "☐"
MARKS = {"required": " *", "system": " °", "optional": ""}
WIDEST = 6  # columns that still can be written in; a wider row is printed as a list of its fields
MOST_CHOICES = 4  # of a column, so that its row stays low
EMPTY_ROWS = 2
ROOM = {"long": "\n\n\n", "rows": "\n\n\n", "many": "", "one": ""}


def blank_form(key: str, *, rules: Procedure, language: str) -> Iterator[Block]:
    """One form with its title, the steps it serves, its fields and its printed sentences."""
    found = form(key)
    title = found.title(language)
    yield Heading(2, say("form", language=language, n=key.removeprefix("F"), title=title))
    known = {step.key for step in rules.steps}
    steps = [name("step", step, language=language) for step in found.steps if step in known]
    if steps:
        yield Para(say("form_at", language=language, steps=", ".join(steps)), style="small")
    yield from _fields(found.fields, language)
    for sentence in _sentences(found, language):
        yield Para(sentence, style="small")


def _fields(fields: Iterable[Field], language: str) -> Iterator[Block]:
    """Fields one under the other; a table where a field has rows."""
    gathered: list[tuple[str, Words]] = []
    for field in fields:
        if not field.columns:
            gathered.append((label(field, language), blank(field, language)))
            continue
        if gathered:
            yield Fields(tuple(gathered))
            gathered = []
        yield from _rows(field, language)
    if gathered:
        yield Fields(tuple(gathered))


def _rows(field: Field, language: str) -> Iterator[Block]:
    """A table to fill in; a list of fields where its columns would be too many or too tall."""
    yield Heading(3, label(field, language))
    first, *others = field.columns
    is_listed = bool(first.choices) and first.rule == "system"  # a line for each of its values
    asked = others if is_listed else field.columns
    tall = any(len(values(one.choices)) > MOST_CHOICES for one in asked if one.choices)
    if len(field.columns) > WIDEST or tall:
        yield Fields(tuple((label(one, language), blank(one, language)) for one in field.columns))
        return
    columns = tuple(Column(label(one, language), _share(one)) for one in field.columns)
    rest: tuple[Words, ...] = tuple(blank(one, language) or "\n" for one in asked)
    if is_listed:
        named = [words[language] for words in values(first.choices).values()]
        yield Table(columns, tuple((name, *rest) for name in named))
    else:
        yield Table(columns, (rest,) * EMPTY_ROWS)


def _share(field: Field) -> float:
    """Texts need more room than days, numbers and sums."""
    return 2.0 if field.type in ("long", "one", "many") else 1.0


def label(field: Field, language: str) -> str:
    """What stands before the room to write, with the sign of who fills it in.

    >>> label(form("F1").field("intake.initiator"), "en")
    'Initiator *'
    """
    words = field.words[language].rstrip(" :?")
    return words[:1].upper() + words[1:] + MARKS[field.rule]


def blank(field: Field, language: str) -> str:
    """The room to write, or the boxes to choose from.

    >>> blank(form("F1").field("intake.result"), "en")
    '☐ accepted\\n☐ returned'
    """
    if field.type == "yes":
        return "     ".join(f"{BOX} {say(word, language=language)}" for word in ("yes", "no"))
    if field.choices and field.type in ("one", "many"):
        chosen = values(field.choices).values()
        return "\n".join(f"{BOX} {words[language]}" for words in chosen)
    return ROOM.get(field.type, "")


def _sentences(found: Form, language: str) -> Iterator[str]:
    """Its printed sentences; headings and buttons of the screen are left out."""
    for key in found.lines:
        words = found.line(key, language)
        if words.endswith("."):
            yield words

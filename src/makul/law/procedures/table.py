"""A procedure as a table a person can read: who does what, when, after what, and what silence means."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from makul.core.procedure import (
    All,
    Any,
    Both,
    ByAll,
    Clock,
    Condition,
    Done,
    Either,
    Ended,
    Filed,
    Has,
    Latest,
    Missed,
    Named,
    Not,
    Over,
    Own,
    Point,
    Procedure,
    Step,
    Takes,
    When,
)
from makul.law.data import read_yaml
from makul.law.order import Item, order
from makul.law.procedures.words import name

COLUMNS = ("step", "who", "ordinary", "short", "after", "silence", "substitutes", "basis")


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table; `key` is the step's own."""

    key: str
    step: str
    who: str
    ordinary: str
    short: str
    after: str
    silence: str
    substitutes: str
    basis: str


def table(procedure: Procedure, *, language: str) -> tuple[Row, ...]:
    """The table of a procedure in one language; a step with two clocks has two lines.

    >>> from makul.law.procedures import procedure
    >>> row = next(row for row in table(procedure(), language="en") if row.key == "position")
    >>> row.who, row.ordinary, row.short, row.after
    ('LSG body (each)', '15 wd', '5 wd', 'own Notice')
    """
    return tuple(
        _row(procedure, step, clock, language)
        for step in procedure.steps
        for clock in step.clocks or (None,)
    )


def headings(language: str) -> tuple[str, ...]:
    """The headings of the columns."""
    return tuple(say("column", column, language) for column in COLUMNS)


def sentences_of(procedure: Procedure, step: Step) -> tuple[Item, ...]:
    """The sentences of the Order behind a step: its own, its right, duty and consequence."""
    edition = order(procedure.edition, procedure=procedure.key)
    own = edition.items_of_step(step.key)
    named = [key for key in (step.right, step.duty, step.consequence) if key]
    more = [edition.item(key) for key in named if key not in {item.key for item in own}]
    return (*own, *more)


def say(group: str, key: str, language: str, **words: str) -> str:
    """A phrase with its words put in."""
    return _phrases()[group][key][language].format(**words)


@cache
def _phrases() -> dict[str, dict[str, dict[str, str]]]:
    phrases: dict[str, dict[str, dict[str, str]]] = read_yaml("procedures", "phrases.yaml")
    return phrases


def _row(procedure: Procedure, step: Step, clock: Clock | None, language: str) -> Row:
    return Row(
        step.key,
        name("step", step.key, language=language) + _marks(step, language),
        _who(step, language),
        _term(procedure, clock, "ordinary", language),
        _term(procedure, clock, "short", language),
        _begins(clock, language),
        _silence(step, clock, language),
        ", ".join(name("role", role, language=language) for role in step.substitutes) or "–",
        ", ".join(_basis(procedure, step)) or "proposed",
    )


def _marks(step: Step, language: str) -> str:
    marks = []
    if step.instead_of:
        main = name("step", step.instead_of, language=language)
        marks.append(say("mark", "instead_of", language, step=main))
    marks += [
        say("mark", mark, language)
        for mark, is_so in (
            ("optional", step.optional and not step.closes),
            ("closes", bool(step.closes)),
            ("after_close", step.after_close),
        )
        if is_so
    ]
    return f" ({', '.join(marks)})" if marks else ""


def _who(step: Step, language: str) -> str:
    who = ", ".join(name("role", role, language=language) for role in step.by)
    is_each = step.each or bool(step.to)
    return f"{who} ({say('mark', 'each', language)})" if is_each else who


def _term(procedure: Procedure, clock: Clock | None, track: str, language: str) -> str:
    if clock is None or clock.term is None:
        return "–"
    length = procedure.terms[clock.term]
    said = say("unit", length.unit, language, n=str(length.on(track)))
    return say("mark", "before", language, term=said) if clock.before else said


def _begins(clock: Clock | None, language: str) -> str:
    """After what a step is owed; of a term counted back also which day it is counted from."""
    if clock is None:
        return "–"
    said = after(clock.after, language)
    return f"{said}; {after(clock.before, language)}" if clock.before else said


def _silence(step: Step, clock: Clock | None, language: str) -> str:
    if clock is None or clock.term is None:
        return say("silence", "none", language)
    value = step.silence.value
    said = f": {_value(value, language)}" if value else ""
    return say("silence", step.silence.kind, language, value=said)


def _basis(procedure: Procedure, step: Step) -> list[str]:
    """The acts a step rests on and the articles of the Order that state it."""
    items = sentences_of(procedure, step)
    acts = {item.basis for item in items if item.basis != "proposed"}
    articles = sorted({item.article for item in items})
    return [*(f"§{article}" for article in articles), *sorted(acts)]


def _value(value: str, language: str) -> str:
    return _phrases()["value"].get(value, {}).get(language) or name(
        "value", value, language=language
    )


def after(point: Point, language: str) -> str:
    """When a point comes, in words."""
    match point:
        case Done(step, values) if values:
            said = ", ".join(_value(value, language) for value in values)
            return say("point", "valued", language, step=_step(step, language), values=said)
        case When(condition, inner):
            why = _condition(condition, language)
            return say("point", "when", language, point=after(inner, language), condition=why)
        case All(points) | Latest(points):
            said = say("point", "and", language).join(after(one, language) for one in points)
            return say("point", "all", language, points=f"[{said}]")
        case Any(points):
            return say("point", "or", language).join(after(one, language) for one in points)
        case Done() | Over() | Ended() | Missed() | Own() | ByAll() | Named():
            kind = type(point).__name__.lower()
            return say("point", kind, language, step=_step(point.step, language))


def _condition(condition: Condition, language: str) -> str:
    match condition:
        case Has(rows):
            return say("condition", rows, language)
        case Takes(role):
            return say("condition", "takes", language, role=name("role", role, language=language))
        case Filed(step, values) if values:
            said = ", ".join(_value(value, language) for value in values)
            return say(
                "condition", "filed_value", language, step=_step(step, language), values=said
            )
        case Filed(step):
            return say("condition", "filed", language, step=_step(step, language))
        case Not(inner):
            return say("condition", "not", language, condition=_condition(inner, language))
        case Both(all_of):
            said = say("condition", "and", language)
            return said.join(_condition(one, language) for one in all_of)
        case Either(any_of):
            said = say("condition", "or", language)
            return said.join(_condition(one, language) for one in any_of)


def _step(key: str, language: str) -> str:
    return name("step", key, language=language)

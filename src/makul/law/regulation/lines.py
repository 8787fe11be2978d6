"""How each article is held, line by line and in words: for the annex of the order, and as data."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from makul.core.procedure import Procedure
from makul.law.order import OrderTerm
from makul.law.procedures.table import Row, table
from makul.law.procedures.table import say as say_of_table
from makul.law.procedures.words import name
from makul.law.regulation import order_of, say, terms_of
from makul.law.regulation.trace import Trace, hold_of, terms_run, trace


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the annex; `held` says in words what holds the parts of the article.

    `ordinary`, `short` and `silence` stand where these parts state a term of the step or what
    follows when it passes; else they are empty.
    """

    article: int
    title: str
    parts: tuple[str, ...]
    items: tuple[str, ...]
    hold: str
    steps: tuple[str, ...]
    terms: tuple[str, ...]
    held: str
    who: str
    ordinary: str
    short: str
    silence: str


def lines(rules: Procedure, *, language: str) -> tuple[Line, ...]:
    """Every article of the order with what holds its parts.

    >>> from makul.law.procedures import procedure
    >>> line = next(line for line in lines(procedure(), language="en") if line.article == 19)
    >>> line.held, line.ordinary, line.short
    ('Position of an LSG body', '15 wd', '5 wd')
    """
    titles = {article.number: article.title(language) for article in order_of(rules).articles}
    rows: dict[str, list[Row]] = {}
    for row in table(rules, language=language):
        rows.setdefault(row.key, []).append(row)
    numbers = terms_of(rules)
    return tuple(
        _line(rules, one, title=titles[one.article], rows=rows, numbers=numbers, language=language)
        for one in trace(rules)
    )


def counts(rules: Procedure) -> dict[str, int]:
    """How many sentences are held by what: `all`, `steps`, `numbers` (counting, notices), `texts`.

    >>> from makul.law.procedures import procedure
    >>> found = counts(procedure())
    >>> found["all"] == found["steps"] + found["numbers"] + found["texts"]
    True
    """
    found = Counter(hold_of(rules, item)[0] for item in order_of(rules).items)
    whole = found.total()
    shown = whole - found["step"] - found["text"]
    return {"all": whole, "steps": found["step"], "numbers": shown, "texts": found["text"]}


def _line(
    rules: Procedure,
    one: Trace,
    *,
    title: str,
    rows: Mapping[str, list[Row]],
    numbers: Mapping[str, OrderTerm],
    language: str,
) -> Line:
    steps = [rules.step(key) for key in one.steps]
    running = {term for step in steps for term in terms_run(step)}
    said = [number_in_words(numbers[term], language) for term in one.terms if term in running]
    silent = [
        step.key for step in steps if running & set(one.terms) or step.consequence in one.items
    ]
    after = [row.silence for key in silent for row in rows[key][:1] if row.silence != "–"]
    return Line(
        one.article,
        title,
        one.parts,
        one.items,
        one.hold,
        one.steps,
        one.terms,
        _held(one, numbers, language),
        ", ".join(dict.fromkeys(one for key in one.steps for one in rows[key][0].who.split(", "))),
        "; ".join(ordinary for ordinary, _ in said),
        "; ".join(short for _, short in said),
        "; ".join(dict.fromkeys(after)),
    )


def number_in_words(term: OrderTerm, language: str) -> tuple[str, str]:
    """A term on both tracks, short as a table says it.

    >>> number_in_words(OrderTerm("x", 15, 5, "wd"), "ru")
    ('15 раб. дн.', '5 раб. дн.')
    """
    ordinary, short = (
        say_of_table("unit", term.unit, language, n=str(term.on(track)))
        for track in ("ordinary", "short")
    )
    return ordinary, short


def _held(one: Trace, numbers: Mapping[str, OrderTerm], language: str) -> str:
    if one.hold == "step":
        return "; ".join(name("step", key, language=language) for key in one.steps)
    terms = ", ".join(str(numbers[term].ordinary) for term in one.terms)
    return say("hold", one.hold, language=language, terms=terms)

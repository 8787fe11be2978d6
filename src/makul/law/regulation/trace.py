"""How each sentence of an order is held by the program: by which step, which term, which silence.

A sentence is *held by a step* when it states one, or is the duty, the right or the consequence that
the step names. It is held by the *counting* when it says how terms are counted, by a *notice* when
the program shows it at a step, and by a *number* when it states one that stands in the data. Any
other acts as text: people carry it out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from makul.core.procedure import Procedure, Step
from makul.law.order import PLACE, Article, Item
from makul.law.regulation import order_of

Hold = Literal["step", "counting", "notice", "number", "text"]
type Held = tuple[Hold, tuple[str, ...]]

COUNTING = "term."  # sentences under this key say how terms are counted


@dataclass(frozen=True, slots=True)
class Trace:
    """Sentences of one article that are held alike; `parts` as cited: `1`, `2`, `2.1)`."""

    article: int
    parts: tuple[str, ...]
    items: tuple[str, ...]
    hold: Hold
    steps: tuple[str, ...]
    terms: tuple[str, ...]


def trace(rules: Procedure) -> tuple[Trace, ...]:
    """Every sentence of the order, gathered by article and by what holds it.

    >>> from makul.law.procedures import procedure
    >>> [(one.parts, one.steps, one.terms) for one in trace(procedure()) if one.article == 15]
    [(('1', '4', '5'), ('accepted',), ('accept',)), (('2', '3'), ('returned',), ())]
    """
    return tuple(one for article in order_of(rules).articles for one in _article(rules, article))


def hold_of(rules: Procedure, item: Item) -> Held:
    """What holds a sentence, and by which steps.

    >>> from makul.law.procedures import procedure
    >>> hold_of(procedure(), order_of(procedure()).item("def.draft"))
    ('text', ())
    """
    steps = steps_of(rules, item)
    if steps:
        return "step", steps
    if item.key.startswith(COUNTING):
        return "counting", ()
    if any(item.key in notice.items for notice in rules.notices):
        return "notice", ()
    return ("number" if PLACE.search(item.texts["ru"]) else "text"), ()


def steps_of(rules: Procedure, item: Item) -> tuple[str, ...]:
    """The steps that a sentence states, or whose duty, right or consequence it is; in their order."""
    return tuple(
        step.key
        for step in rules.steps
        if step.key in item.steps or item.key in (step.duty, step.right, step.consequence)
    )


def terms_run(step: Step) -> tuple[str, ...]:
    """The terms that the clocks of a step run, and those they may not end before.

    >>> from makul.law.procedures import procedure
    >>> terms_run(procedure().step("association_position"))
    ('association', 'association_floor')
    """
    found = [clock.term for clock in step.clocks if clock.term]
    found += [clock.floor[0] for clock in step.clocks if clock.floor]
    return tuple(dict.fromkeys(found))


def places(item: Item) -> tuple[str, ...]:
    """The terms whose numbers a sentence prints, each once."""
    return tuple(dict.fromkeys(key for _, key in PLACE.findall(item.texts["ru"])))


def unstated(rules: Procedure) -> tuple[tuple[str, str], ...]:
    """Steps with a term whose number no sentence that holds them prints: (step, term).

    >>> from makul.law.procedures import procedure
    >>> unstated(procedure())
    ()
    """
    printed = {
        (step, term)
        for item in order_of(rules).items
        for step in steps_of(rules, item)
        for term in places(item)
    }
    owed = [(step.key, term) for step in rules.steps for term in terms_run(step)]
    return tuple(one for one in owed if one not in printed)


def without_clock(rules: Procedure) -> tuple[str, ...]:
    """Terms of the order that no clock runs: what the program counts elsewhere, or only people do."""
    run = {term for step in rules.steps for term in terms_run(step)}
    run |= {notice.clock.term for notice in rules.notices if notice.clock and notice.clock.term}
    return tuple(key for key in rules.terms if key not in run)


def _article(rules: Procedure, article: Article) -> Iterator[Trace]:
    """The sentences of an article, those held alike together."""
    groups: dict[Held, list[tuple[str, Item]]] = {}
    part = ""
    held: Held = ("text", ())
    for item in article.items:
        found = hold_of(rules, item)
        if item.is_point:
            own = found if found[0] != "text" else held
            groups.setdefault(own, []).append(
                ("" if own == held else f"{part}.{item.marker}", item)
            )
            continue
        part, held = str(item.number), found
        groups.setdefault(held, []).append((part, item))
    for (hold, steps), members in groups.items():
        yield Trace(
            article.number,
            tuple(label for label, _ in members if label),
            tuple(item.key for _, item in members),
            hold,
            steps,
            tuple(dict.fromkeys(term for _, item in members for term in places(item))),
        )
